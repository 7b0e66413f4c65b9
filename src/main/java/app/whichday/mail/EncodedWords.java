package app.whichday.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Header text with encoded words (RFC 2047), as they come: also within words, cut in the middle of a character, in unknown
 * charsets. Angus reads only the well-formed ones, and lenience there is a switch that a native image fixes when it's built.
 */
final class EncodedWords {
    private EncodedWords() {}

    /** What is no encoded word stays as it is; folding and control characters become single spaces. */
    static String decode(String header) {
        StringBuilder out = new StringBuilder(header.length());
        ByteArrayOutputStream pending = new ByteArrayOutputStream();
        String charset = "";
        int i = 0;
        while (i < header.length()) {
            int start = header.indexOf("=?", i);
            Word word = start < 0 ? null : word(header, start);
            while (start >= 0 && word == null) {
                start = header.indexOf("=?", start + 2);
                word = start < 0 ? null : word(header, start);
            }
            String between = header.substring(i, word == null ? header.length() : start);
            boolean adjacent = word != null && pending.size() > 0 && between.isBlank();
            if (!adjacent || !charset.equalsIgnoreCase(word.charset())) {
                flush(pending, charset, out);
                out.append(adjacent ? "" : between);
            }
            if (word == null) {
                break;
            }
            charset = word.charset();
            pending.writeBytes(word.bytes());
            i = word.end();
        }
        flush(pending, charset, out);
        return singleSpaced(out);
    }

    private record Word(String charset, byte[] bytes, int end) {}

    private static @Nullable Word word(String header, int start) {
        int encoding = header.indexOf('?', start + 2);
        int text = encoding < 0 ? -1 : header.indexOf('?', encoding + 1);
        int end = text < 0 ? -1 : header.indexOf("?=", text + 1);
        if (end < 0 || text != encoding + 2 || encoding - start > 60) {
            return null;
        }
        String charset = header.substring(start + 2, encoding);
        int language = charset.indexOf('*'); // RFC 2231 §5
        charset = language < 0 ? charset : charset.substring(0, language);
        String encoded = header.substring(text + 1, end);
        return switch (header.charAt(encoding + 1)) {
            case 'B', 'b' -> base64(charset, encoded, end + 2);
            case 'Q', 'q' -> new Word(charset, quotedPrintable(encoded), end + 2);
            default -> null;
        };
    }

    private static @Nullable Word base64(String charset, String encoded, int end) {
        try {
            int whole = encoded.length();
            while (whole > 0 && encoded.charAt(whole - 1) == '=') {
                whole--;
            }
            // One character too many holds less than a byte
            whole -= whole % 4 == 1 ? 1 : 0;
            byte[] bytes = Base64.getMimeDecoder().decode(encoded.substring(0, whole));
            return new Word(charset, bytes, end);
        } catch (IllegalArgumentException e) {
            return null; // not an encoded word, so it stays as it stands
        }
    }

    private static byte[] quotedPrintable(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            int high = c == '=' && i + 2 < encoded.length() ? Character.digit(encoded.charAt(i + 1), 16) : -1;
            int low = c == '=' && i + 2 < encoded.length() ? Character.digit(encoded.charAt(i + 2), 16) : -1;
            if (high >= 0 && low >= 0) {
                bytes.write(high * 16 + low);
                i += 2;
            } else if (c < 128) {
                bytes.write(c == '_' ? ' ' : c);
            } else {
                bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static void flush(ByteArrayOutputStream pending, String charset, StringBuilder out) {
        if (pending.size() > 0) {
            out.append(TextDecoder.decode(pending.toByteArray(), charset).text());
            pending.reset();
        }
    }

    private static String singleSpaced(StringBuilder text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c == '\u007f') {
                space = true;
            } else {
                out.append(space && !out.isEmpty() ? " " : "").append(c);
                space = false;
            }
        }
        return out.toString();
    }
}
