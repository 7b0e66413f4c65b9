package app.whichday.web;

import app.whichday.account.ImapAccount;
import app.whichday.account.Refused;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** Reads what the owner typed into a form, or refuses it with a sentence for its field. */
final class Entered {
    private Entered() {}

    /** One entry per line, or separated by commas. */
    static Set<String> lines(String text) {
        Set<String> lines = new LinkedHashSet<>();
        for (String line : text.split("[\\s,;]")) {
            if (!line.isBlank()) {
                lines.add(line.strip());
            }
        }
        return lines;
    }

    static ZoneId zone(String id) {
        try {
            return ZoneId.of(id.strip());
        } catch (DateTimeException e) {
            throw new Refused(
                    "zone",
                    id.isBlank()
                            ? "Choose a time zone, like Europe/Berlin."
                            : "“" + id.strip() + "” is not a time zone; choose one from the list, like Europe/Berlin.");
        }
    }

    static Locale locale(String tag) {
        try {
            return new Locale.Builder().setLanguageTag(tag.strip()).build();
        } catch (IllformedLocaleException e) {
            throw new Refused("locale", "“" + tag.strip() + "” is not a language tag; write one like en-GB.");
        }
    }

    static ImapAccount account(String host, String port, String security, String user, String folder) {
        if (host.isBlank()) {
            throw new Refused("host", "Enter the IMAP server's name, like imap.example.org.");
        }
        if (user.isBlank()) {
            throw new Refused("user", "Enter the name to sign in with; often the whole mail address.");
        }
        return new ImapAccount(
                host.strip(),
                port(port),
                security(security),
                user.strip(),
                folder.isBlank() ? "INBOX" : folder.strip());
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text.strip());
            if (port >= 1 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new Refused("port", "“" + text.strip() + "” is not a port; most servers have 993, or 143.");
        }
        throw new Refused(
                "port", "A port is from 1 to 65535, not " + text.strip() + "; most servers have 993, or 143.");
    }

    private static ImapAccount.Security security(String name) {
        for (ImapAccount.Security security : ImapAccount.Security.values()) {
            if (security.name().equals(name.toUpperCase(Locale.ROOT))) {
                return security;
            }
        }
        throw new Refused("security", "“" + name + "” is no way to protect a connection; use TLS, STARTTLS or NONE.");
    }
}
