package app.whichday.mail;

import java.util.Locale;
import java.util.Optional;

/**
 * Reads a writer out of a quoted header or an attribution line, which know more shapes than RFC 5322 does:
 * {@code Ada Moss <ada@example.org>}, {@code "Moss, Ada" [mailto:ada@example.org]}, {@code Ada Moss/NA/Example@Example}.
 */
final class WriterName {
    private static final int MAX_CHARS = 200;

    private WriterName() {}

    /** @return empty where the text names nobody */
    static Optional<Address> read(String text) {
        String line = text.length() > MAX_CHARS ? text.substring(0, MAX_CHARS) : text;
        int at = emailAt(line);
        String email = "";
        String name = line;
        if (at >= 0) {
            int from = emailBegin(line, at);
            int to = emailEnd(line, at);
            email = line.substring(from, to);
            name = line.substring(0, from);
            int mailto = name.toLowerCase(Locale.ROOT).lastIndexOf("mailto:");
            if (mailto >= 0) {
                name = name.substring(0, mailto);
            }
        }
        name = clean(name);
        return name.isEmpty() && email.isEmpty()
                ? Optional.empty()
                : Optional.of(new Address(name, email.toLowerCase(Locale.ROOT)));
    }

    /** The @ of the first thing that is an address: with a dot in its domain. */
    private static int emailAt(String line) {
        for (int at = line.indexOf('@'); at >= 0; at = line.indexOf('@', at + 1)) {
            int from = emailBegin(line, at);
            int to = emailEnd(line, at);
            int dot = line.lastIndexOf('.', to - 1);
            boolean notes = line.substring(from, at).contains("/"); // Ada Moss/Example@example.com is a Notes name
            if (from < at && dot > at + 1 && !notes && !line.startsWith("IMCEANOTES", from)) {
                return at;
            }
        }
        return -1;
    }

    private static int emailBegin(String line, int at) {
        int from = at;
        while (from > 0 && inEmail(line.charAt(from - 1))) {
            from--;
        }
        return from;
    }

    private static int emailEnd(String line, int at) {
        int to = at + 1;
        while (to < line.length() && inEmail(line.charAt(to)) && line.charAt(to) != '/') {
            to++;
        }
        while (to > at + 1 && line.charAt(to - 1) == '.') {
            to--;
        }
        return to;
    }

    private static boolean inEmail(char c) {
        return Character.isLetterOrDigit(c) || "._-+/=~&#!".indexOf(c) >= 0;
    }

    private static String clean(String raw) {
        String name = raw.replace('\n', ' ').replace('\t', ' ').strip();
        int slash = name.indexOf('/');
        if (slash > 0) {
            name = name.substring(0, slash); // the organisation of a Notes name
        }
        int at = name.indexOf('@');
        if (at > 0) {
            name = name.substring(0, at);
        }
        int from = 0;
        int to = name.length();
        while (from < to && " \"'<>([,;:-*=".indexOf(name.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && " \"'<>)([],;:-*=".indexOf(name.charAt(to - 1)) >= 0) {
            to--;
        }
        return name.substring(from, to).replace("\"", "");
    }
}
