package app.whichday.mail;

import app.whichday.account.Refused;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whom the owner wants forgotten: a mail address, or a domain with everybody and every subdomain below it.
 *
 * @param name "ann@x.example" or "x.example", in lower case
 */
public record Whom(String name) {
    /** RFC 5321 §4.5.3.1, in characters. */
    private static final int MAX_LOCAL = 64;

    private static final int MAX_DOMAIN = 255;

    /** What people's addresses are made of (RFC 5322 §3.2.3), in any script; no quoted local parts. */
    private static final Pattern LOCAL = Pattern.compile("[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}");

    private static final String LABEL = "[\\p{L}\\p{N}]([\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?";

    private static final Pattern DOMAIN = Pattern.compile(LABEL + "(\\." + LABEL + "){1,20}");

    public Whom {
        int at = name.lastIndexOf('@');
        boolean right = DOMAIN.matcher(name.substring(at + 1)).matches()
                && (at < 0 || LOCAL.matcher(name.substring(0, at)).matches());
        if (!right || !name.equals(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("Neither an address nor a domain in lower case: " + name);
        }
    }

    /**
     * From what a person enters: "Ann@X.example", "@x.example", "x.example".
     *
     * @throws Refused where it is neither, or the domain of a mail provider whose users have nothing else in common
     */
    public static Whom of(String entered) {
        String name = entered.strip().toLowerCase(Locale.ROOT);
        if (name.isEmpty()) {
            throw new Refused("whom", "Enter a mail address such as ann@example.org, or a domain such as example.org.");
        }
        Whom whom = of(entered, name.startsWith("@") ? name.substring(1) : name);
        if (whom.isDomain() && whom.isProvider()) {
            throw new Refused(
                    "whom",
                    "“" + whom.name + "” is a mail provider of many people who have nothing to do with one another;"
                            + " enter the address of the one that you mean.");
        }
        return whom;
    }

    private static Whom of(String entered, String name) {
        try {
            return new Whom(name);
        } catch (IllegalArgumentException e) {
            throw new Refused(
                    "whom",
                    "“" + entered.strip() + "” is neither a mail address nor a domain; enter one such as"
                            + " ann@example.org or example.org.");
        }
    }

    public boolean isDomain() {
        return name.indexOf('@') < 0;
    }

    private boolean isProvider() {
        return new Address("", "x@" + name).house().isEmpty();
    }

    /** Whether a text names the address, or an address at the domain, in whatever case. */
    public boolean isNamedIn(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (int at = lower.indexOf(name); at >= 0; at = lower.indexOf(name, at + 1)) {
            if (endsAt(lower, at + name.length()) && (isDomain() ? isHost(lower, at) : beginsAt(lower, at))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the domain is over: "x.example." ends a sentence, "x.example.org" goes on. */
    private static boolean endsAt(String text, int end) {
        boolean mark = end < text.length() && (text.charAt(end) == '.' || text.charAt(end) == '-');
        int next = mark ? end + 1 : end;
        return next >= text.length() || !Character.isLetterOrDigit(text.codePointAt(next));
    }

    /** Whether an address begins here: "ann@" in "jo.ann@" doesn't, in "to...ann@" it does. */
    private static boolean beginsAt(String text, int begin) {
        if (text.startsWith("..", begin - 2)) {
            return true;
        }
        int before = begin;
        while (before > 0 && begin - before < MAX_LOCAL && "._+-".indexOf(text.charAt(before - 1)) >= 0) {
            before--;
        }
        return before == 0 || !Character.isLetterOrDigit(text.codePointBefore(before));
    }

    /** Whether it ends an address: "ann@mail.x.example" does, "www.x.example" and "ann@fox.example" don't. */
    private static boolean isHost(String text, int begin) {
        int before = begin;
        while (before > 0 && begin - before < MAX_DOMAIN && isOfDomain(text, before)) {
            before--;
        }
        return before > 0 && text.charAt(before - 1) == '@' && (before == begin || text.charAt(begin - 1) == '.');
    }

    private static boolean isOfDomain(String text, int end) {
        char c = text.charAt(end - 1);
        return c == '.' || c == '-' || Character.isLetterOrDigit(c) || Character.isSurrogate(c);
    }

    @Override
    public String toString() {
        return name;
    }
}
