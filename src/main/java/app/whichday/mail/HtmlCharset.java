package app.whichday.mail;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The charset that an HTML document names in its own head. */
final class HtmlCharset {
    /** As browsers do (WHATWG HTML, "prescan a byte stream"). */
    private static final int PRESCAN = 1024;

    private HtmlCharset() {}

    /** @return null where it names none */
    static @Nullable String declared(byte[] html) {
        String head = new String(html, 0, Math.min(PRESCAN, html.length), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        int at = head.indexOf("charset=");
        if (at < 0) {
            return null;
        }
        int begin = at + 8;
        while (begin < head.length() && "\"' ".indexOf(head.charAt(begin)) >= 0) {
            begin++;
        }
        int end = begin;
        while (end < head.length()
                && (Character.isLetterOrDigit(head.charAt(end)) || "-_:.".indexOf(head.charAt(end)) >= 0)) {
            end++;
        }
        return end == begin ? null : head.substring(begin, end);
    }
}
