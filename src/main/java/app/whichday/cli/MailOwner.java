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
        return new Owner(name(first), first.email().isEmpty() ? Set.of() : Set.of(first.email()), zone, locale);
    }

    /** The display name, or what an address such as {@code ray.alvarez@…} tells of it. */
    static String name(Address address) {
        if (!address.name().isBlank() && address.name().indexOf('@') < 0) {
            return address.name();
        }
        int dot = address.email().indexOf('.');
        int at = address.email().indexOf('@');
        String first = dot > 1 && dot < at ? address.email().substring(0, dot) : "";
        return first.chars().allMatch(Character::isLetter) ? first : "";
    }
}
