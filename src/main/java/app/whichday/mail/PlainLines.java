package app.whichday.mail;

/** Text as it is stored: line ends as \n, no control characters (PostgreSQL takes no NUL, terminals obey escapes). */
final class PlainLines {
    private PlainLines() {}

    static String of(String text) {
        int i = 0;
        while (i < text.length() && plain(text.charAt(i))) {
            i++;
        }
        if (i == text.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length()).append(text, 0, i);
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r') {
                if (i + 1 == text.length() || text.charAt(i + 1) != '\n') {
                    out.append('\n');
                }
            } else if (c != '\ufeff') {
                out.append(plain(c) ? c : ' ');
            }
        }
        return out.toString();
    }

    /** Each character that isn't plain as one space, so that positions stay. */
    static String inPlace(String text) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            chars[i] = plain(chars[i]) ? chars[i] : ' ';
        }
        return new String(chars);
    }

    private static boolean plain(char c) {
        return c >= ' ' && c != '\u007f' && c != '\ufeff' || c == '\n' || c == '\t';
    }
}
