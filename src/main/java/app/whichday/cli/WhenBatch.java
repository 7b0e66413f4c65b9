package app.whichday.cli;

import app.whichday.choice.Ranked;
import app.whichday.choice.Verdict;
import app.whichday.cli.JsonLines.BadLineException;
import app.whichday.when.Anchor;
import app.whichday.when.Expression;
import app.whichday.when.Reading;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code when --batch}: texts as JSON lines in, the expressions of time found in them as JSON lines out, in the same order.
 *
 * <p>In: {@code {"id","text","ref","zone","locale"}}, {@code ref} the local time at which the text was sent. Out: {@code
 * {"id","found":[{"b","e","text","start","end","grain","open"?,"ask"?}]}} with local ISO times in the line's zone and inclusive
 * end days; offsets count characters (code points). A text of several lines may be a whole mail with quoted replies. A line
 * that can't be read is reported with its number and skipped.
 */
final class WhenBatch {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private final TextReader reader = TextReader.base();

    private WhenBatch() {}

    /** @return 0, or 1 when a line could not be read */
    static int run(Console console) throws IOException {
        return new JsonLines("when", console).run(new WhenBatch()::answer);
    }

    private JsonLines.Answer.Fields answer(JsonNode question) {
        String text = JsonLines.text(question, "text");
        ZoneId zone = JsonLines.zone(question);
        Anchor anchor = new Anchor(ref(question).atZone(zone).toInstant(), zone, JsonLines.locale(question));
        List<Expression> found = reader.read(text, anchor);
        return out -> {
            out.writeArrayFieldStart("found");
            for (Expression expression : found) {
                write(out, text, expression, zone);
            }
            out.writeEndArray();
        };
    }

    private static LocalDateTime ref(JsonNode question) {
        String ref = JsonLines.text(question, "ref");
        try {
            return LocalDateTime.parse(ref);
        } catch (DateTimeException e) {
            throw new BadLineException("the field \"ref\" is \"" + Console.harmless(ref)
                    + "\", which is no local time; write it as 2025-11-05T09:30:00.");
        }
    }

    private static void write(JsonGenerator out, String text, Expression expression, ZoneId zone) throws IOException {
        Reading best = expression.best();
        out.writeStartObject();
        out.writeNumberField("b", text.codePointCount(0, expression.span().begin()));
        out.writeNumberField("e", text.codePointCount(0, expression.span().end()));
        out.writeStringField("text", expression.text());
        out.writeStringField("start", start(best, zone));
        out.writeStringField("end", end(best, zone));
        out.writeStringField("grain", UnderstandingJson.lower(best.grain()));
        if (best.open() != Reading.Open.NO) {
            out.writeStringField("open", UnderstandingJson.lower(best.open()));
        }
        if (expression.verdict() instanceof Verdict.Ask<Reading> ask) {
            out.writeArrayFieldStart("ask");
            for (Ranked<Reading> ranked : ask.between()) {
                out.writeString(start(ranked.value(), zone));
            }
            out.writeEndArray();
        }
        out.writeEndObject();
    }

    private static @Nullable String start(Reading reading, ZoneId zone) {
        LocalDateTime start = reading.in(zone).start();
        return start == null
                ? null
                : reading.timed() ? TIME.format(start) : start.toLocalDate().toString();
    }

    private static @Nullable String end(Reading reading, ZoneId zone) {
        LocalDateTime end = reading.in(zone).end();
        return end == null
                ? null
                : reading.timed()
                        ? TIME.format(end)
                        : end.toLocalDate().minusDays(1).toString();
    }
}
