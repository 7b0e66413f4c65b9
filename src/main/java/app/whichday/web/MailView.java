package app.whichday.web;

import app.whichday.assistant.MailReading;
import app.whichday.mail.Address;
import app.whichday.mail.Mail;
import app.whichday.mail.Skipped;
import app.whichday.mail.StoredMail;
import app.whichday.triage.Category;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A mail on its own page.
 *
 * @param lane the lane it was sorted into; empty while it wasn't read
 * @param certainty of the lane: "87 %"
 * @param thread the other mails of its thread, the oldest first
 */
record MailView(
        Card.MailHead head,
        String to,
        String cc,
        List<BlockView> blocks,
        List<String> attachments,
        List<Skipped> skipped,
        String reason,
        String lane,
        String laneKey,
        String certainty,
        boolean needsReply,
        List<DateLine> dates,
        List<MailReading.Step> steps,
        List<Card> proposals,
        List<Card.MailHead> thread) {
    /** A lane that a mail can be moved to. */
    record LaneChoice(String key, String name) {}

    /** All lanes. */
    public List<LaneChoice> lanes() {
        return Stream.of(Category.values())
                .map(category -> new LaneChoice(LaneNames.key(category), LaneNames.name(category)))
                .toList();
    }

    /** A date phrase with its meaning. */
    record DateLine(String phrase, String meaning, boolean asks) {}

    static MailView of(
            StoredMail stored,
            Optional<MailReading> reading,
            List<Card> proposals,
            List<StoredMail> thread,
            TimeWords words) {
        Mail mail = stored.mail();
        List<MailReading.DateMark> marks = reading.map(MailReading::dates).orElse(List.of());
        return new MailView(
                Cards.head(stored, words),
                people(mail.to()),
                people(mail.cc()),
                BlockView.of(mail, marks, Optional.empty(), words),
                mail.attachments(),
                mail.skipped(),
                stored.reason().orElse(""),
                reading.map(read -> LaneNames.name(read.category())).orElse(""),
                reading.map(read -> LaneNames.key(read.category())).orElse(""),
                reading.map(read -> Math.round(read.probability() * 100) + " %").orElse(""),
                reading.map(MailReading::needsReply).orElse(false),
                marks.stream().map(mark -> line(mark, mail)).toList(),
                reading.map(MailReading::steps).orElse(List.of()),
                proposals,
                thread.stream()
                        .filter(other -> !other.id().equals(stored.id()))
                        .map(other -> Cards.head(other, words))
                        .toList());
    }

    private static DateLine line(MailReading.DateMark mark, Mail mail) {
        int end = Math.min(mark.end(), mail.body().length());
        String phrase = mark.begin() < end ? mail.body().substring(mark.begin(), end) : "";
        return new DateLine(phrase, mark.meaning(), mark.asks());
    }

    private static String people(List<Address> people) {
        return people.stream().map(Address::display).collect(Collectors.joining(", "));
    }
}
