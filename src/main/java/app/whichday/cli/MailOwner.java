package app.whichday.cli;

import app.whichday.account.Owner;
import app.whichday.mail.Address;
import app.whichday.mail.Mail;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;

/** For whom a mail is read where nobody says so: the first of its recipients. */
final class MailOwner {
    private MailOwner() {}

    static Owner of(Mail mail, ZoneId zone, Locale locale) {
        if (mail.to().isEmpty()) {
            return new Owner("", Set.of(), zone, locale);
        }
        Address first = mail.to().getFirst();
        return new Owner(first.called(), first.email().isEmpty() ? Set.of() : Set.of(first.email()), zone, locale);
    }
}
