package app.whichday.tuning;

import app.whichday.account.Owner;
import app.whichday.choice.Provenance;
import app.whichday.event.EventDraft.Action;
import app.whichday.mail.Mail;
import app.whichday.mail.MailParser;
import app.whichday.mail.SentTime;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Mails of a sentence or two written for Whichday, {@code /event/examples.txt}: what the labelled ones hold too few of, such as
 * cancellations, and German. They are nobody's mail: always trained on, never judged.
 *
 * @param action what is to be done; null where the mail brings nothing
 * @param from where the time stands in the body that the event starts at
 * @param to one past its end
 */
record OwnEvents(Mail mail, Owner owner, @Nullable Action action, int from, int to) {
    static final String GROUP = "own";
    private static final String RESOURCE = "/event/examples.txt";
    private static final int FILLINGS = 2;
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final LocalDate FIRST_SENT = LocalDate.of(2024, 1, 1);

    static List<OwnEvents> read() throws IOException {
        List<OwnEvents> all = new ArrayList<>();
        for (OwnLines.Line own : OwnLines.of(RESOURCE).lines()) {
            for (int filling = 0; filling < FILLINGS; filling++) {
                all.add(example(own.text(), own.number(), filling));
            }
        }
        return all;
    }

    static Provenance.Data provenance() throws IOException {
        return OwnLines.of(RESOURCE).provenance("own events");
    }

    private static OwnEvents example(String line, int number, int filling) {
        int bar = line.indexOf('|');
        if (bar < 0) {
            throw new IllegalArgumentException(RESOURCE + ", line " + number + ": no | between kind and text");
        }
        String kind = line.substring(0, bar).strip();
        // Strides without a common factor with the spans they wrap in: every filling is another combination.
        LocalDate sent = FIRST_SENT.plusDays((number * 37L + filling * 61L) % 350);
        String text = fill(line.substring(bar + 1).strip(), sent, number + 3 * filling);
        int from = text.indexOf("[[");
        int to = text.indexOf("]]") - 2;
        Action action = kind.equals("none") ? null : Action.valueOf(kind.toUpperCase(Locale.ROOT));
        if ((action == null) == (from >= 0)) {
            throw new IllegalArgumentException(
                    RESOURCE + ", line " + number + ": the time of an event stands in [[ ]], and only that");
        }
        Mail mail = MailParser.fromParts(new MailParser.Parts(
                Optional.empty(),
                "anna@writer.example",
                "me@owner.example",
                "",
                "",
                new SentTime(sent.atTime(9, 30), Optional.of(ZONE)),
                false,
                text.replace("[[", "").replace("]]", "")));
        return new OwnEvents(
                mail,
                new Owner("", Set.of("me@owner.example"), ZONE, Locale.UK),
                action,
                Math.max(0, from),
                Math.max(0, to));
    }

    private static String fill(String text, LocalDate sent, int salt) {
        LocalDate date = sent.plusDays(9L + salt * 7L % 60);
        DayOfWeek weekday = DayOfWeek.of(1 + salt % 5);
        int hour = 8 + salt % 10;
        String half = salt % 3 == 0 ? ":30" : "";
        return text.replace("WD", weekday.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                .replace("TAG", weekday.getDisplayName(TextStyle.FULL, Locale.GERMAN))
                .replace(
                        "MD",
                        date.getDayOfMonth() + " " + date.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                .replace(
                        "DATUM",
                        date.getDayOfMonth() + ". " + date.getMonth().getDisplayName(TextStyle.FULL, Locale.GERMAN))
                .replace("CL", (hour > 12 ? hour - 12 : hour) + half + (hour < 12 ? "am" : "pm"))
                .replace("UHR", hour + (half.isEmpty() ? "" : ".30") + " Uhr");
    }
}
