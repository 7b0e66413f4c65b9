package app.whichday.cli;

import app.whichday.assistant.MailReader;
import app.whichday.assistant.Understanding;
import app.whichday.cli.JsonLines.BadLineException;
import app.whichday.mail.Mail;
import app.whichday.mail.MailParser;
import app.whichday.mail.SentTime;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

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

    private ReadBatch() {}

    /** @return 0, or 1 when a line could not be read */
    static int run(Console console) throws IOException {
        MailReader reader = MailReader.base();
        return new JsonLines("read", console).run(fields -> {
            Mail mail = mail(fields);
            Understanding understood =
                    reader.read(mail, MailOwner.of(mail, mail.sent().zone().orElseThrow(), JsonLines.locale(fields)));
            return out -> new UnderstandingJson(out).fields(understood);
        });
    }

    private static Mail mail(JsonNode fields) {
        ZoneId zone = zone(fields);
        return MailParser.fromParts(new MailParser.Parts(
                Optional.of(fields.path("message_id").asText("").replaceAll("^<|>$", ""))
                        .filter(id -> !id.isEmpty()),
                fields.path("from").asText(""),
                fields.path("to").asText(""),
                fields.path("cc").asText(""),
                fields.path("subject").asText(""),
                new SentTime(sent(fields.path("sent").asText(""), zone), Optional.of(zone)),
                fields.path("list").asBoolean(false),
                JsonLines.text(fields, "body")));
    }

    private static ZoneId zone(JsonNode fields) {
        boolean impossible =
                IMPOSSIBLE_OFFSET.matcher(fields.path("zone").asText("")).matches();
        return impossible ? ZoneOffset.UTC : JsonLines.zone(fields);
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
}
