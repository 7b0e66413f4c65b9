package app.whichday.assistant;

import app.whichday.account.Owner;
import app.whichday.choice.Choosers;
import app.whichday.choice.Ranking;
import app.whichday.mail.Mail;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads in this process, whatever engines are set: to find out once more what was asked, without asking anybody outside. */
@ApplicationScoped
class LocalReader {
    private final MailReader reader;

    LocalReader(Choosers choosers) {
        this.reader = MailReader.by(choosers.local());
    }

    Understanding read(Mail mail, Owner owner) {
        return reader.read(mail, owner);
    }

    /** Whether the mail brings something for the calendar. */
    Ranking<Boolean> event(Understanding understood, Owner owner) {
        return reader.event(understood, owner);
    }
}
