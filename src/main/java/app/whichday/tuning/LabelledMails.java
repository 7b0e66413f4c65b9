package app.whichday.tuning;

import app.whichday.mail.Block;
import app.whichday.mail.Mail;
import app.whichday.mail.MailParser;
import app.whichday.mail.SentTime;
import app.whichday.when.ReadingPolicy;
import app.whichday.when.Span;
import app.whichday.when.WhenInMail;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whole mails with every time in them labelled: {@code mails/mails.jsonl} and {@code mails/labels.jsonl}. */
final class LabelledMails {
    /** Which dates a mail names in full needs no trained choosers. */
    private static final WhenInMail FINDER = new WhenInMail(ReadingTraining.Models.NONE.reader(ReadingPolicy.DEFAULT));

    private LabelledMails() {}

    static List<LabelledText> read(DataFolder data) throws IOException {
        Map<String, JsonNode> labels = new HashMap<>();
        for (JsonNode label : data.lines("mails/labels.jsonl")) {
            labels.put(label.path("id").asText(), label);
        }
        List<LabelledText> texts = new ArrayList<>();
        for (JsonNode mail : data.lines("mails/mails.jsonl")) {
            JsonNode label = labels.get(mail.path("id").asText());
            if (label != null && label.has("dates")) {
                texts.add(text(mail, label));
            }
        }
        return texts;
    }

    private static LabelledText text(JsonNode json, JsonNode label) {
        ZoneId zone = ZoneId.of(json.path("zone").asText());
        Mail mail = MailParser.fromParts(new MailParser.Parts(
                Optional.empty(),
                json.path("from").asText(),
                json.path("to").asText(),
                json.path("cc").asText(),
                json.path("subject").asText(),
                new SentTime(OffsetDateTime.parse(json.path("sent").asText()).toLocalDateTime(), Optional.of(zone)),
                json.path("list").asBoolean(),
                json.path("body").asText()));
        List<LabelledText.Passage> passages = new ArrayList<>();
        for (WhenInMail.Passage passage : FINDER.passages(mail, zone, Locale.US)) {
            Block block = passage.block();
            passages.add(
                    new LabelledText.Passage(mail.text(block), block.begin(), passage.anchor(), passage.background()));
        }
        List<Gold> gold = new ArrayList<>();
        for (JsonNode date : label.path("dates")) {
            Gold one = gold(date, json.path("body").asText());
            if (one != null) {
                gold.add(one);
            }
        }
        // Very long lists were labelled only at their beginning.
        boolean complete = !label.path("note").asText().contains("first 12");
        return new LabelledText(LabelledText.Set.MAILS, owner(json), 1, passages, gold, complete);
    }

    /** The mailbox's owner by surname, so that the same person's mailboxes in other data count as the same. */
    private static String owner(JsonNode mail) {
        String source = mail.path("source").asText();
        int slash = source.indexOf('/');
        if (slash >= 0) {
            return Owners.ofMailbox(source.substring(slash + 1));
        }
        return Owners.ofAddress(mail.path("to").asText());
    }

    private static @Nullable Gold gold(JsonNode date, String body) {
        Span span = span(body, date.path("text").asText(), date.path("nth").asInt(1));
        if (span == null) {
            return null;
        }
        boolean quoted = date.path("part").asText().equals("quoted");
        Gold.Unit unit = unit(date.path("grain").asText());
        Gold.Kind kind = kind(date.path("class").asText());
        if (kind == Gold.Kind.UNRESOLVED || !date.path("start").isTextual()) {
            return new Gold(span, Gold.Kind.UNRESOLVED, quoted, unit, List.of());
        }
        List<Gold.Meaning> meanings = new ArrayList<>();
        meanings.add(new Gold.Meaning(
                Gold.Meaning.time(date.path("start").asText()),
                date.path("end").isTextual()
                        ? Gold.Meaning.time(date.path("end").asText())
                        : null));
        if (kind == Gold.Kind.AMBIGUOUS) {
            date.path("alternatives")
                    .forEach(other -> meanings.add(new Gold.Meaning(Gold.Meaning.time(other.asText()), null)));
        }
        return new Gold(span, kind, quoted, unit, meanings);
    }

    private static Gold.Kind kind(String name) {
        return switch (name) {
            case "recurring", "unresolvable" -> Gold.Kind.UNRESOLVED;
            case "ambiguous" -> Gold.Kind.AMBIGUOUS;
            default -> Gold.Kind.CLEAR;
        };
    }

    private static Gold.Unit unit(String grain) {
        return switch (grain) {
            case "minute" -> Gold.Unit.MINUTE;
            case "part" -> Gold.Unit.PART;
            case "week" -> Gold.Unit.WEEK;
            case "month", "quarter" -> Gold.Unit.MONTH;
            case "year" -> Gold.Unit.YEAR;
            default -> Gold.Unit.DAY;
        };
    }

    private static @Nullable Span span(String body, String text, int nth) {
        int at = -1;
        for (int i = 0; i < nth; i++) {
            at = body.indexOf(text, at + 1);
            if (at < 0) {
                return null;
            }
        }
        return new Span(at, at + text.length());
    }
}
