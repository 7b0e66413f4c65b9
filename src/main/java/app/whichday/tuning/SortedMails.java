package app.whichday.tuning;

import app.whichday.account.Owner;
import app.whichday.intent.Intent;
import app.whichday.mail.Address;
import app.whichday.mail.Mail;
import app.whichday.mail.MailParser;
import app.whichday.mail.SentTime;
import app.whichday.triage.Category;
import app.whichday.when.DatedExpression;
import app.whichday.when.WhenInMail;
import app.whichday.when.WhenReader;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whole mails of many people, sorted and with their intents labelled: {@code mails/mails.jsonl}, {@code mails/more.jsonl} and their labels. */
final class SortedMails {
    private static final String SPAM = "spamassassin-spam";

    private SortedMails() {}

    /**
     * A labelled mail.
     *
     * @param group the mailbox's owner: nobody is on both sides of a split. Spam belongs to nobody
     * @param dates what the shipped reader says of time in it
     */
    record Sorted(
            String id,
            Mail mail,
            Owner owner,
            String group,
            List<DatedExpression> dates,
            Category category,
            boolean needsReply,
            Set<Intent> intents) {
        Sorted {
            dates = List.copyOf(dates);
            intents = Set.copyOf(intents);
        }
    }

    static List<Sorted> read(DataFolder data) throws IOException {
        WhenInMail times = new WhenInMail(WhenReader.base());
        List<Sorted> mails = new ArrayList<>(read(data, "mails/mails.jsonl", "mails/labels.jsonl", times));
        mails.addAll(read(data, "mails/more.jsonl", "mails/more.labels.jsonl", times));
        return mails;
    }

    private static List<Sorted> read(DataFolder data, String mails, String labels, WhenInMail times)
            throws IOException {
        Map<String, JsonNode> byId = new HashMap<>();
        for (JsonNode label : data.lines(labels)) {
            byId.put(label.path("id").asText(), label);
        }
        return data.lines(mails).parallelStream()
                .filter(mail -> byId.containsKey(mail.path("id").asText()))
                .map(mail -> sorted(mail, byId.get(mail.path("id").asText()), times))
                .toList();
    }

    private static Sorted sorted(JsonNode json, JsonNode label, WhenInMail times) {
        ZoneId zone = zone(json.path("zone").asText());
        Mail mail = mail(json, zone);
        Owner owner = owner(mail, zone);
        return new Sorted(
                json.path("id").asText(),
                mail,
                owner,
                group(json),
                times.read(mail, zone, owner.locale()),
                Category.valueOf(label.path("triage").asText().toUpperCase(Locale.ROOT)),
                label.path("needs_reply").asBoolean(),
                intents(label));
    }

    static Mail mail(JsonNode json, ZoneId zone) {
        return MailParser.fromParts(new MailParser.Parts(
                Optional.empty(),
                json.path("from").asText(),
                json.path("to").asText(),
                json.path("cc").asText(),
                json.path("subject").asText(),
                new SentTime(sent(json.path("sent").asText()), Optional.of(zone)),
                json.path("list").asBoolean(),
                json.path("body").asText()));
    }

    /** Spam names offsets that no place on earth has. */
    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    private static LocalDateTime sent(String sent) {
        try {
            return OffsetDateTime.parse(sent).toLocalDateTime();
        } catch (DateTimeException e) {
            return LocalDateTime.parse(sent.substring(0, 19));
        }
    }

    /** As {@code read} takes it: the first recipient, named as their address names them. */
    private static Owner owner(Mail mail, ZoneId zone) {
        if (mail.to().isEmpty()) {
            return new Owner("", Set.of(), zone, Locale.US);
        }
        Address first = mail.to().getFirst();
        return new Owner(first.called(), first.email().isEmpty() ? Set.of() : Set.of(first.email()), zone, Locale.US);
    }

    static String group(JsonNode mail) {
        String source = mail.path("source").asText();
        if (source.equals(SPAM)) {
            return SPAM + "/" + mail.path("id").asText();
        }
        int slash = source.indexOf('/');
        if (slash >= 0) {
            return Owners.ofMailbox(source.substring(slash + 1));
        }
        return source.equals("enron-berkeley")
                ? Owners.ofAddress(mail.path("to").asText())
                : source;
    }

    private static Set<Intent> intents(JsonNode label) {
        Set<Intent> intents = EnumSet.noneOf(Intent.class);
        label.path("intents")
                .forEach(name -> intents.add(Intent.valueOf(name.asText().toUpperCase(Locale.ROOT))));
        return intents;
    }
}
