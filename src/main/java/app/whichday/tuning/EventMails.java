package app.whichday.tuning;

import app.whichday.account.Owner;
import app.whichday.event.EventDraft.Action;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Labelled mails as the event room's training needs them. */
final class EventMails {
    private EventMails() {}

    /**
     * @param group its owner: nobody is on both sides of a split
     * @param known whether somebody labelled its event; otherwise only what it is about is known
     * @param event what it brings; null where it brings nothing, or where nobody labelled it
     * @param about its category and intents, as labelled
     */
    record Labelled(
            Mail mail,
            Owner owner,
            String group,
            boolean known,
            @Nullable Event event,
            Set<String> about) {}

    /** @param start local, a date or a date and time to the minute, as {@code 2025-11-05T09:30}; null where none is told */
    record Event(Action action, @Nullable String start) {}

    /** Those with labelled events first, then those without. */
    static List<Labelled> read(DataFolder data) throws IOException {
        List<Labelled> mails = read(data, "mails/mails.jsonl", "mails/labels.jsonl", true);
        mails.addAll(read(data, "mails/more.jsonl", "mails/more.labels.jsonl", false));
        return mails;
    }

    private static List<Labelled> read(DataFolder data, String mails, String labels, boolean known) throws IOException {
        Map<String, JsonNode> byId = new HashMap<>();
        for (JsonNode label : data.lines(labels)) {
            byId.put(label.path("id").asText(), label);
        }
        List<Labelled> all = new ArrayList<>();
        for (JsonNode json : data.lines(mails)) {
            JsonNode label = byId.get(json.path("id").asText());
            if (label != null) {
                all.add(labelled(json, label, known));
            }
        }
        return all;
    }

    private static Labelled labelled(JsonNode json, JsonNode label, boolean known) {
        ZoneId zone = zone(json.path("zone").asText());
        Mail mail = MailParser.fromParts(new MailParser.Parts(
                Optional.empty(),
                json.path("from").asText(),
                json.path("to").asText(),
                json.path("cc").asText(),
                json.path("subject").asText(),
                new SentTime(sent(json.path("sent").asText()), Optional.of(zone)),
                json.path("list").asBoolean(),
                json.path("body").asText()));
        Set<String> emails = mail.to().stream()
                .limit(1)
                .map(address -> address.email())
                .filter(email -> !email.isEmpty())
                .collect(Collectors.toSet());
        Owner owner = new Owner("", emails, zone, Locale.US);
        return new Labelled(mail, owner, group(json), known, event(label.path("event")), about(label));
    }

    private static @Nullable Event event(JsonNode event) {
        if (!event.isObject()) {
            return null;
        }
        Action action = Action.valueOf(event.path("action").asText().toUpperCase(Locale.ROOT));
        return new Event(
                action, event.path("start").isTextual() ? event.path("start").asText() : null);
    }

    private static Set<String> about(JsonNode label) {
        Set<String> about = new TreeSet<>();
        about.add("category-" + label.path("triage").asText());
        label.path("intents").forEach(intent -> about.add("intent-" + intent.asText()));
        return about;
    }

    private static String group(JsonNode mail) {
        String source = mail.path("source").asText();
        int slash = source.indexOf('/');
        return slash >= 0
                ? Owners.ofMailbox(source.substring(slash + 1))
                : Owners.ofAddress(mail.path("to").asText());
    }

    /** Spam names zones that are nowhere. */
    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException nowhere) {
            return ZoneOffset.UTC;
        }
    }

    private static LocalDateTime sent(String text) {
        try {
            return OffsetDateTime.parse(text).toLocalDateTime();
        } catch (DateTimeException nowhere) {
            return LocalDateTime.parse(text.substring(0, 19));
        }
    }
}
