package app.whichday.cli;

import app.whichday.choice.Ranked;
import app.whichday.choice.Verdict;
import app.whichday.when.Anchor;
import app.whichday.when.Expression;
import app.whichday.when.Reading;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ExitCode;

/**
 * {@code whichday when --batch}: one JSON object a line in, one a line out.
 *
 * <p>In: {@code {"id", "text", "ref": "2025-11-05T09:30:00", "zone": "America/New_York", "locale": "en-US"}}. Out: {@code {"id",
 * "found": [{"b", "e", "text", "start", "end", "grain", "open"?, "ask"?}]}} with local ISO times in the line's zone and inclusive end days.
 */
final class WhenBatch {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private final ObjectMapper json = new ObjectMapper();
    private final TextReader reader;

    WhenBatch(TextReader reader) {
        this.reader = reader;
    }

    /**
     * Answers every line; one that is no such object is reported with its number and skipped.
     *
     * @return 0, or 1 when a line was skipped
     */
    int run(InputStream in, OutputStream out, PrintStream err) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
        Writer answers = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        int exit = ExitCode.OK;
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            try {
                answers.write(answer(line, number));
                answers.write('\n');
            } catch (Problem problem) {
                err.println("whichday when: " + problem.getMessage());
                exit = ExitCode.SOFTWARE;
            }
        }
        answers.flush();
        return exit;
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
            for (Expression expression :
                    reader.read(text, new Anchor(ref.atZone(zone).toInstant(), zone, locale))) {
                write(generator, expression, zone);
            }
            generator.writeEndArray();
            generator.writeEndObject();
        }
        return out.toString();
    }

    private JsonNode parse(String line, int number) {
        try {
            return json.readTree(line);
        } catch (JsonProcessingException e) {
            throw new Problem("Line " + number + " is no JSON object: " + Console.harmless(e.getOriginalMessage()), e);
        }
    }

    private static String field(JsonNode question, String name, int number) {
        JsonNode value = question.get(name);
        if (value == null || !value.isTextual()) {
            throw new Problem("Line " + number + " needs a text in the field \"" + name + "\"");
        }
        return value.textValue();
    }

    private static ZoneId zone(String name, int number) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new Problem(
                    "Line " + number + ": there is no time zone \"" + Console.harmless(name)
                            + "\"; use a name such as Europe/Berlin",
                    e);
        }
    }

    private static LocalDateTime ref(String text, int number) {
        try {
            return LocalDateTime.parse(text);
        } catch (DateTimeException e) {
            throw new Problem(
                    "Line " + number + ": \"" + Console.harmless(text)
                            + "\" in the field \"ref\" is no local time such as 2025-11-05T09:30:00",
                    e);
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
        return start == null
                ? ""
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
