package app.whichday.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;

/** The owner of this installation; there is exactly one, made on the first start. */
@ApplicationScoped
public class Owners {
    /** The owner. Their addresses include those of their IMAP accounts. */
    public Owner current() {
        throw new UnsupportedOperationException("account");
    }

    public void update(String name, Set<String> emails, ZoneId zone, Locale locale) {
        throw new UnsupportedOperationException("account");
    }

    /** The secret part of the calendar feed's URL: 128 random bits, URL-safe. */
    public String feedSecret() {
        throw new UnsupportedOperationException("account");
    }
}
