package app.whichday.cli;

import app.whichday.choice.Ranked;
import app.whichday.choice.Verdict;
import app.whichday.mail.Mail;
import app.whichday.mail.MailParser;
import app.whichday.mail.SentTime;
import app.whichday.when.Anchor;
import app.whichday.when.DatedExpression;
import app.whichday.when.Expression;
import app.whichday.when.Reading;
import app.whichday.when.WhenInMail;
import app.whichday.when.WhenReader;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.Writer;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code whichday when --batch}: one JSON object a line in, one a line out.
 *
 * <p>In: {@code {"id", "text", "ref": "2025-11-05T09:30:00", "zone": "America/New_York", "locale": "en-US"}}. Out: {@code {"id",
 * "found": [{"b", "e", "text", "start", "end", "grain", "open"?, "ask"?}]}} with local ISO times in the line's zone and inclusive end days.
 */
public final class WhenBatch {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private final ObjectMapper json = new ObjectMapper();
    private final WhenReader reader;
    private final WhenInMail inMail;

    public WhenBatch(WhenReader reader) {
        this.reader = reader;
        this.inMail = new WhenInMail(reader);
    }

    /**
     * @throws IllegalArgumentException for a line that is no such object; names the line and the field
     */
    public void run(Reader in, Writer out) throws IOException {
        BufferedReader lines = new BufferedReader(in);
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                out.write(answer(line, number));
                out.write('\n');
            }
        }
        out.flush();
    }

    private String answer(String line, int number) throws IOException {
        JsonNode question = parse(line, number);
        String text = field(question, "text", number);
        ZoneId zone = zone(field(question, "zone", number), number);
        LocalDateTime ref = ref(field(question, "ref", number), number);
        Locale locale = Locale.forLanguageTag(question.path("locale").asText("en-US"));
        StringWriter out = new StringWriter();
        try (JsonGenerator generator = json.createGenerator(out)) {
            generator.writeStartObject();
            generator.writeStringField("id", question.path("id").asText(""));
            generator.writeArrayFieldStart("found");
            for (Expression expression : read(text, ref, zone, locale)) {
                write(generator, expression, zone);
            }
            generator.writeEndArray();
            generator.writeEndObject();
        }
        return out.toString();
    }

    private List<Expression> read(String text, LocalDateTime ref, ZoneId zone, Locale locale) {
        if (text.indexOf('\n') < 0) {
            return reader.read(text, new Anchor(ref.atZone(zone).toInstant(), zone, locale));
        }
        Mail mail = MailParser.fromParts(new MailParser.Parts(
                Optional.empty(), "", "", "", "", new SentTime(ref, Optional.of(zone)), false, text));
        return inMail.read(mail, zone, locale).stream().map(DatedExpression::expression).toList();
    }

    private JsonNode parse(String line, int number) {
        try {
            return json.readTree(line);
        } catch (IOException e) {
            throw new IllegalArgumentException("Line " + number + " is no JSON object: " + e.getMessage(), e);
        }
    }

    private static String field(JsonNode question, String name, int number) {
        JsonNode value = question.get(name);
        if (value == null || !value.isTextual()) {
            throw new IllegalArgumentException("Line " + number + " needs a text in the field \"" + name + "\"");
        }
        return value.textValue();
    }

    private static ZoneId zone(String name, int number) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("Line " + number + ": there is no time zone \"" + name + "\"; use a name such as Europe/Berlin", e);
        }
    }

    private static LocalDateTime ref(String text, int number) {
        try {
            return LocalDateTime.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("Line " + number + ": \"" + text + "\" in the field \"ref\" is no local time such as 2025-11-05T09:30:00", e);
        }
    }

    private static void write(JsonGenerator out, Expression expression, ZoneId zone) throws IOException {
        Reading best = expression.best();
        out.writeStartObject();
        out.writeNumberField("b", expression.span().begin());
        out.writeNumberField("e", expression.span().end());
        out.writeStringField("text", expression.text());
        out.writeStringField("start", start(best, zone));
        out.writeStringField("end", end(best, zone));
        out.writeStringField("grain", best.grain().name().toLowerCase(Locale.ROOT));
        if (best.open() != Reading.Open.NO) {
            out.writeStringField("open", best.open().name().toLowerCase(Locale.ROOT));
        }
        if (expression.verdict() instanceof Verdict.Ask<Reading> ask) {
            out.writeArrayFieldStart("ask");
            for (String start : starts(ask, zone)) {
                out.writeString(start);
            }
            out.writeEndArray();
        }
        out.writeEndObject();
    }

    private static List<String> starts(Verdict.Ask<Reading> ask, ZoneId zone) {
        List<String> starts = new ArrayList<>();
        for (Ranked<Reading> ranked : ask.between()) {
            starts.add(start(ranked.value(), zone));
        }
        return starts;
    }

    private static String start(Reading reading, ZoneId zone) {
        LocalDateTime start = reading.in(zone).start();
        return start == null ? "" : reading.timed() ? TIME.format(start) : start.toLocalDate().toString();
    }

    private static @Nullable String end(Reading reading, ZoneId zone) {
        LocalDateTime end = reading.in(zone).end();
        return end == null ? null : reading.timed() ? TIME.format(end) : end.toLocalDate().minusDays(1).toString();
    }
}
