package app.whichday.tuning;

import app.whichday.account.Owner;
import app.whichday.choice.Provenance;
import app.whichday.mail.Mail;
import app.whichday.mail.MailParser;
import app.whichday.mail.SentTime;
import app.whichday.triage.Category;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Mails written for Whichday, {@code /triage/examples.txt}, one {@code category how | subject | text} a line; how is list,
 * automatic, bulk or nothing: what the headers say. They are nobody's:
 * always trained on, never judged.
 */
record OwnMails(List<Own> mails) {
    private static final String RESOURCE = "/triage/examples.txt";
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final SentTime SENT = new SentTime(LocalDateTime.of(2024, 5, 14, 10, 0), Optional.of(ZONE));
    private static final String OWNER = "ed@example.com";
    private static final String LIST = "people@lists.example.org";

    /** A mail with its category. */
    record Own(Mail mail, Owner owner, Category category) {}

    OwnMails {
        mails = List.copyOf(mails);
    }

    static OwnMails read() throws IOException {
        List<Own> mails = new ArrayList<>();
        for (OwnLines.Line own : OwnLines.of(RESOURCE).lines()) {
            mails.add(mail(own.text()));
        }
        return new OwnMails(mails);
    }

    static Provenance.Data provenance() throws IOException {
        return OwnLines.of(RESOURCE).provenance("own mails");
    }

    private static Own mail(String line) {
        String[] parts = line.split("\\|", 3);
        if (parts.length < 3) {
            throw new IllegalArgumentException(RESOURCE + ": no category, subject and text in: " + line);
        }
        String[] kind = parts[0].strip().split(" ");
        List<String> how = List.of(kind).subList(1, kind.length);
        boolean list = how.contains("list");
        String headers =
                (how.contains("automatic") ? "From: noreply@example.net\nAuto-Submitted: auto-generated\n" : "")
                        + (how.contains("bulk")
                                ? "From: News <news@example.net>\nList-Id: <news.example.net>\nPrecedence: bulk\n"
                                        + "List-Unsubscribe: <https://example.net/u>\n"
                                : "")
                        + (how.size() == 0 || list ? "From: Rosa <rosa@example.net>\n" : "")
                        + (list ? "List-Id: <people.lists.example.org>\n" : "");
        String message = headers + "To: " + (list ? LIST : "Ed <" + OWNER + ">") + "\nSubject: " + parts[1].strip()
                + "\nDate: Tue, 14 May 2024 10:00:00 +0200\n\n"
                + parts[2].strip().replace("\\n", "\n") + "\n";
        Mail mail = MailParser.parse(message.getBytes(StandardCharsets.UTF_8), SENT);
        Owner owner = new Owner("Ed", Set.of(list ? LIST : OWNER), ZONE, Locale.UK);
        return new Own(mail, owner, Category.valueOf(kind[0].toUpperCase(Locale.ROOT)));
    }
}
