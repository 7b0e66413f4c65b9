package app.whichday.calendar;

/** Text that a mail brought, or that goes to calendar programs: capped, without control characters. */
final class PlainText {
    private PlainText() {}

    /** One line of at most {@code max} characters, stripped; may be empty. */
    static String line(String value, int max) {
        return capped(withoutControls(value, false).strip(), max);
    }

    /** Lines of at most {@code max} characters in all, stripped; may be empty. */
    static String lines(String value, int max) {
        return capped(withoutControls(value, true).strip(), max);
    }

    private static String withoutControls(String value, boolean keepLines) {
        StringBuilder clean = new StringBuilder(value.length());
        value.codePoints().forEach(c -> {
            if (c == '\n' && keepLines) {
                clean.append('\n');
            } else if (c != '\r' || !keepLines) {
                clean.appendCodePoint(Character.isISOControl(c) || turnsText(c) ? ' ' : c);
            }
        });
        return clean.toString();
    }

    /** Bidirectional embeddings and overrides: they make a title read as another one. */
    private static boolean turnsText(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }

    private static String capped(String value, int max) {
        return value.length() <= max
                ? value
                : value.substring(0, Character.isHighSurrogate(value.charAt(max - 1)) ? max - 1 : max);
    }
}
