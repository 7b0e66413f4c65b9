package app.whichday.cli;

import app.whichday.assistant.MailReader;
import app.whichday.assistant.Understanding;
import app.whichday.mail.Mail;
import app.whichday.mail.MailParser;
import app.whichday.mail.SentTime;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.ExitCode;

/**
 * {@code read --batch}: mails as JSON lines in, what is understood as JSON lines out, in the same order.
 *
 * <p>In: {@code {"id","message_id","from","to","cc","subject","list","sent","zone","body"}}, {@code sent} with its offset,
 * {@code zone} an IANA zone or an offset; the owner is the first in {@code to}. Out: {@code {"id","triage","needs_reply",
 * "intents","dates","event"}}. A line that can't be read is reported with its number and skipped.
 */
final class ReadBatch {
    /** Spam comes from there. */
    private static final Pattern IMPOSSIBLE_OFFSET = Pattern.compile("[+-](?:1[89]|[2-9]\\d):?\\d\\d");

    private final MailReader reader;
    private final ObjectMapper json = new ObjectMapper();

    private ReadBatch(MailReader reader) {
        this.reader = reader;
    }

    /** @return 0, or 1 when a line could not be read */
    static int run(InputStream in, OutputStream out, PrintStream err) throws IOException {
        return new ReadBatch(MailReader.base()).all(in, out, err);
    }

    private int all(InputStream in, OutputStream out, PrintStream err) throws IOException {
        int status = ExitCode.OK;
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
        JsonGenerator answers = new JsonFactory()
                .createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .setRootValueSeparator(null);
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                try {
                    answer(line, answers);
                } catch (BadLineException e) {
                    err.println("whichday read: line " + number + ": " + e.getMessage() + " It is skipped.");
                    status = ExitCode.SOFTWARE;
                }
            }
        }
        answers.close();
        return status;
    }

    private void answer(String line, JsonGenerator answers) throws IOException {
        JsonNode fields = parse(line);
        Mail mail = mail(fields);
        Understanding understood =
                reader.read(mail, MailOwner.of(mail, mail.sent().zone().orElseThrow(), locale(fields)));
        answers.writeStartObject();
        answers.writeFieldName("id");
        answers.writeTree(fields.path("id"));
        new UnderstandingJson(answers).fields(understood);
        answers.writeEndObject();
        answers.writeRaw('\n');
    }

    private JsonNode parse(String line) {
        try {
            JsonNode fields = json.readTree(line);
            if (!fields.isObject()) {
                throw new BadLineException("it is no JSON object.");
            }
            return fields;
        } catch (JsonProcessingException e) {
            throw new BadLineException("it is no JSON.");
        }
    }

    private static Mail mail(JsonNode fields) {
        ZoneId zone = zone(fields.path("zone").asText(""));
        return MailParser.fromParts(new MailParser.Parts(
                Optional.of(fields.path("message_id").asText("").replaceAll("^<|>$", ""))
                        .filter(id -> !id.isEmpty()),
                fields.path("from").asText(""),
                fields.path("to").asText(""),
                fields.path("cc").asText(""),
                fields.path("subject").asText(""),
                new SentTime(sent(fields.path("sent").asText(""), zone), Optional.of(zone)),
                fields.path("list").asBoolean(false),
                body(fields)));
    }

    private static String body(JsonNode fields) {
        if (!fields.path("body").isTextual()) {
            throw new BadLineException("the field \"body\" is missing: give the mail's text.");
        }
        return fields.path("body").asText();
    }

    private static ZoneId zone(String zone) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            if (IMPOSSIBLE_OFFSET.matcher(zone).matches()) {
                return ZoneOffset.UTC;
            }
            throw new BadLineException("the field \"zone\" is \"" + Console.harmless(zone)
                    + "\", which is no time zone; use an IANA name or an offset such as +01:00.");
        }
    }

    /** The clock time in the zone; as it stands where the offset is one that no place on earth has. */
    private static LocalDateTime sent(String sent, ZoneId zone) {
        try {
            int sign = Math.max(sent.lastIndexOf('+'), sent.lastIndexOf('-'));
            return sign > 10 && IMPOSSIBLE_OFFSET.matcher(sent.substring(sign)).matches()
                    ? LocalDateTime.parse(sent.substring(0, sign))
                    : OffsetDateTime.parse(sent).atZoneSameInstant(zone).toLocalDateTime();
        } catch (DateTimeException e) {
            throw new BadLineException("the field \"sent\" is \"" + Console.harmless(sent)
                    + "\", which is no time; write it as 2025-11-05T09:30:00+01:00.");
        }
    }

    private static Locale locale(JsonNode fields) {
        return Locale.forLanguageTag(fields.path("locale").asText("en-US"));
    }

    /** Says in a sentence what is wrong with a line. */
    private static final class BadLineException extends RuntimeException {
        BadLineException(String message) {
            super(message);
        }
    }
}
