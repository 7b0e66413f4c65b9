package app.whichday.cli;

import app.whichday.choice.Ranked;
import app.whichday.choice.Verdict;
import app.whichday.when.Expression;
import app.whichday.when.Reading;
import app.whichday.when.ReadingWords;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What {@code when} prints. */
record WhenOutput(Console console, AnchorOptions.Stated stated) {
    private static final DateTimeFormatter ISO_MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    /** For a person: the text with the phrases marked, each phrase's day spelled out, why, and against which anchor. */
    void human(String text, List<Expression> found, boolean readings) {
        PrintStream out = console.out();
        if (found.isEmpty()) {
            out.println("No day or time found.");
        }
        for (Expression expression : found) {
            out.println(console.marked(Console.harmless(expression.text())));
            switch (expression.verdict()) {
                case Verdict.Act<Reading> act -> clear(expression, act.best());
                case Verdict.Ask<Reading> ask -> asking(expression, ask);
            }
            if (readings) {
                expression.ranking().ranked().stream()
                        .skip(
                                expression.verdict() instanceof Verdict.Ask<Reading> ask
                                        ? ask.between().size()
                                        : 1)
                        .forEach(other -> out.println(console.dim("  or     " + line(other))));
            }
        }
        String assumed = stated.assumed().isEmpty() ? "" : " (" + String.join("; ", stated.assumed()) + ")";
        out.println(console.dim(
                "Read as written on " + ReadingWords.moment(stated.anchor().local()) + ", " + zone() + assumed + "."));
        out.flush();
    }

    private void clear(Expression expression, Ranked<Reading> best) {
        Reading reading = best.value();
        String every = expression.recurring() ? "again and again, next on " : "";
        console.out().println("  means  " + every + console.bold(ReadingWords.of(reading, zone())));
        if (!reading.convention().isBlank()) {
            console.out().println("  why    " + Console.harmless(reading.convention()));
        }
    }

    private void asking(Expression expression, Verdict.Ask<Reading> ask) {
        console.out()
                .println(
                        expression.conflict()
                                ? "  asks   the words contradict each other:"
                                : "  asks   too close to call:");
        ask.between().forEach(one -> console.out().println("         " + line(one)));
    }

    private String line(Ranked<Reading> ranked) {
        String convention = ranked.value().convention();
        return ReadingWords.of(ranked.value(), zone())
                + (convention.isBlank() ? "" : ", " + Console.harmless(convention))
                + " (" + Math.round(100 * ranked.probability()) + " %)";
    }

    /**
     * For a program: {@code {"text","sent","zone","locale","expressions":[{"begin","end","text","asks","conflict",
     * "recurring","readings":[{"start","end","grain","open","zone","convention","words","probability"}]}]}}. Readings
     * come the likeliest first; where {@code asks} is true the question is between the first {@code asks_between}.
     * Times are local in {@code zone}; days have no time, and end with the last day.
     */
    void json(String text, List<Expression> found) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(console.out())) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("text", text);
            json.writeStringField("sent", stated.anchor().sent().toString());
            json.writeStringField("zone", zone().getId());
            json.writeStringField("locale", stated.anchor().locale().toLanguageTag());
            json.writeArrayFieldStart("expressions");
            for (Expression expression : found) {
                write(json, expression);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private void write(JsonGenerator json, Expression expression) throws IOException {
        json.writeStartObject();
        json.writeNumberField("begin", expression.span().begin());
        json.writeNumberField("end", expression.span().end());
        json.writeStringField("text", expression.text());
        switch (expression.verdict()) {
            case Verdict.Act<Reading> act -> json.writeBooleanField("asks", false);
            case Verdict.Ask<Reading> ask -> {
                json.writeBooleanField("asks", true);
                json.writeNumberField("asks_between", ask.between().size());
            }
        }
        json.writeBooleanField("conflict", expression.conflict());
        json.writeBooleanField("recurring", expression.recurring());
        json.writeArrayFieldStart("readings");
        for (Ranked<Reading> ranked : expression.ranking().ranked()) {
            write(json, ranked);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(JsonGenerator json, Ranked<Reading> ranked) throws IOException {
        Reading reading = ranked.value();
        json.writeStartObject();
        json.writeStringField("start", iso(reading.start(), reading, 0));
        json.writeStringField("end", iso(reading.end(), reading, 1));
        json.writeStringField("grain", reading.grain().name().toLowerCase(Locale.ROOT));
        if (reading.open() != Reading.Open.NO) {
            json.writeStringField("open", reading.open().name().toLowerCase(Locale.ROOT));
        }
        json.writeStringField("zone", (reading.zone() != null ? reading.zone() : zone()).getId());
        json.writeStringField("convention", reading.convention());
        json.writeStringField("words", ReadingWords.of(reading, zone()));
        json.writeNumberField("probability", Math.round(ranked.probability() * 1e4) / 1e4);
        json.writeEndObject();
    }

    /** @param daysPast by how many days a day's value lies after what is meant: inside, ends are exclusive */
    private static @Nullable String iso(@Nullable LocalDateTime at, Reading reading, int daysPast) {
        if (at == null) {
            return null;
        }
        return reading.timed()
                ? at.format(ISO_MINUTE)
                : at.toLocalDate()
                        .minusDays(reading.open() == Reading.Open.NO ? daysPast : 0)
                        .toString();
    }

    private ZoneId zone() {
        return stated.anchor().zone();
    }
}
