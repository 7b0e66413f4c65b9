package app.whichday.mail;

import java.util.Optional;
import java.util.Set;

/**
 * A person as a header or an attribution line names them (RFC 5322 §3.4).
 *
 * @param name the display name, empty where none is given
 * @param email the address, lower-case; empty where an attribution gives only a name
 */
public record Address(String name, String email) {
    /** Whose users have nothing else in common. */
    private static final Set<String> PROVIDERS = Set.of(
            "gmail.com",
            "googlemail.com",
            "outlook.com",
            "hotmail.com",
            "live.com",
            "msn.com",
            "yahoo.com",
            "yahoo.co.uk",
            "yahoo.de",
            "aol.com",
            "icloud.com",
            "me.com",
            "mac.com",
            "proton.me",
            "protonmail.com",
            "gmx.de",
            "gmx.net",
            "gmx.com",
            "web.de",
            "t-online.de",
            "freenet.de",
            "posteo.de",
            "mailbox.org",
            "fastmail.com",
            "comcast.net",
            "mail.com",
            "mail.ru",
            "yandex.ru",
            "qq.com",
            "163.com");

    /** The domain of the house that the person writes from; empty where it is a mail provider's, or none. */
    public Optional<String> house() {
        String domain = email.substring(email.lastIndexOf('@') + 1);
        return domain.isEmpty() || domain.length() == email.length() || PROVIDERS.contains(domain)
                ? Optional.empty()
                : Optional.of(domain);
    }

    /** The display name, or the first name that an address such as {@code ray.alvarez@…} tells; empty where neither does. */
    public String called() {
        if (!name.isBlank() && name.indexOf('@') < 0) {
            return name;
        }
        int dot = email.indexOf('.');
        int at = email.indexOf('@');
        String first = dot > 1 && dot < at ? email.substring(0, dot) : "";
        return first.chars().allMatch(Character::isLetter) ? first : "";
    }

    /** The name, or the address where there is no name. */
    public String display() {
        return name.isBlank() ? email : name;
    }
}
