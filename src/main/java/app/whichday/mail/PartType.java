package app.whichday.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.ParseException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a part is, from its Content-Type and Content-Disposition (RFC 2045 §5, RFC 2183), also where these are malformed.
 *
 * @param type as {@code text/plain}, in lower case
 * @param charset null where none is named
 * @param name the file's name, empty where it has none
 * @param attached whether its sender says that it isn't to be shown inline
 */
record PartType(String type, @Nullable String charset, String name, boolean attached, boolean flowed, boolean delSp) {
    private static final int MAX_NAME = 200;

    static PartType of(Part part, String whenMissing) throws MessagingException {
        String raw = first(part, "Content-Type");
        String disposition = first(part, "Content-Disposition");
        String type = raw == null || raw.isBlank() ? whenMissing : base(raw);
        String lowerDisposition = disposition == null ? "" : disposition.strip().toLowerCase(Locale.ROOT);
        String format = parameter(raw, "format").orElse("");
        return new PartType(
                type,
                parameter(raw, "charset").orElse(null),
                name(part, raw, disposition),
                lowerDisposition.startsWith("attachment"),
                format.equalsIgnoreCase("flowed"),
                parameter(raw, "delsp").orElse("").equalsIgnoreCase("yes"));
    }

    boolean multipart() {
        return type.startsWith("multipart/");
    }

    boolean text() {
        return type.startsWith("text/");
    }

    boolean calendar() {
        String lower = name.toLowerCase(Locale.ROOT);
        return type.equals("text/calendar")
                || type.equals("application/ics")
                || lower.endsWith(".ics") && (text() || type.startsWith("application/"));
    }

    boolean message() {
        return type.equals("message/rfc822") || type.equals("message/global") || type.equals("message/news");
    }

    boolean tnef() {
        return type.contains("ms-tnef") || name.equalsIgnoreCase("winmail.dat");
    }

    /** For a sentence: the name, or the type of a part that has none. */
    String label() {
        return name.isEmpty() ? type : name;
    }

    private static String base(String raw) {
        int end = raw.indexOf(';');
        String base = EncodedWords.decode(end < 0 ? raw : raw.substring(0, end)).toLowerCase(Locale.ROOT);
        if (base.equals("text")) {
            return "text/plain"; // RFC 1049, before MIME
        }
        int slash = base.indexOf('/');
        return slash > 0 && slash < base.length() - 1 && base.length() < 100 ? base.replace(" ", "") : "text/plain";
    }

    private static String name(Part part, @Nullable String type, @Nullable String disposition) {
        String name = null;
        try {
            name = part.getFileName();
        } catch (MessagingException e) {
            name = parameter(disposition, "filename")
                    .or(() -> parameter(type, "name"))
                    .orElse(null);
        }
        String decoded = name == null ? "" : EncodedWords.decode(name);
        decoded = decoded.substring(Math.max(decoded.lastIndexOf('/'), decoded.lastIndexOf('\\')) + 1);
        return decoded.length() <= MAX_NAME ? decoded : decoded.substring(0, MAX_NAME);
    }

    private static Optional<String> parameter(@Nullable String header, String name) {
        if (header == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(new ContentType(header.startsWith("text") ? header : "x/x;" + afterType(header))
                    .getParameter(name));
        } catch (ParseException e) {
            return scanned(header, name);
        }
    }

    static Optional<String> boundary(String header) {
        return scanned(header, "boundary");
    }

    private static String afterType(String header) {
        int semicolon = header.indexOf(';');
        return semicolon < 0 ? "" : header.substring(semicolon + 1);
    }

    /** {@code name=value} wherever it stands, quoted or not. */
    private static Optional<String> scanned(String header, String name) {
        int at = header.toLowerCase(Locale.ROOT).indexOf(name + "=");
        if (at < 0) {
            return Optional.empty();
        }
        int begin = at + name.length() + 1;
        boolean quoted = begin < header.length() && header.charAt(begin) == '"';
        begin += quoted ? 1 : 0;
        int end = begin;
        while (end < header.length()
                && (quoted ? header.charAt(end) != '"' : " ;\r\n\t".indexOf(header.charAt(end)) < 0)) {
            end++;
        }
        return end == begin ? Optional.empty() : Optional.of(header.substring(begin, end));
    }

    private static @Nullable String first(Part part, String header) throws MessagingException {
        String[] values = part.getHeader(header);
        return values == null || values.length == 0 ? null : values[0];
    }
}
