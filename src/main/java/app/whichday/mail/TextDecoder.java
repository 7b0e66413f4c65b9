package app.whichday.mail;

import jakarta.mail.internet.MimeUtility;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to characters, however little the declared charset is to be trusted: what isn't known, or isn't true, is read as
 * UTF-8 where it is valid UTF-8 and as windows-1252 otherwise.
 */
final class TextDecoder {
    private static final String WINDOWS_1252 = "windows-1252";

    private TextDecoder() {}

    /**
     * @param text the characters
     * @param doubt why another charset than the declared one was taken; null where none was
     */
    record Decoded(String text, @Nullable String doubt) {}

    /** @param declared name of the charset in the mail; null where it names none */
    static Decoded decode(byte[] bytes, @Nullable String declared) {
        if (declared == null || declared.isBlank()) {
            return new Decoded(detect(bytes), null);
        }
        Charset charset = find(declared);
        if (charset == null) {
            return new Decoded(
                    detect(bytes), "the charset \"" + quoted(declared) + "\" is unknown, another was guessed");
        }
        if (charset.equals(StandardCharsets.US_ASCII)) {
            return new Decoded(detect(bytes), null);
        }
        if (charset.equals(StandardCharsets.UTF_8)) {
            String text = utf8(bytes);
            return text != null
                    ? new Decoded(text, null)
                    : new Decoded(
                            mostlyUtf8(bytes),
                            "the text isn't the UTF-8 that it is said to be, some characters may be wrong");
        }
        return new Decoded(new String(bytes, charset), null);
    }

    /** @return null where the JDK knows no such charset */
    static @Nullable Charset find(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT);
        try {
            Charset charset = Charset.forName(MimeUtility.javaCharset(plain));
            // As browsers do (WHATWG Encoding): who says ISO-8859-1 and has quotes or a euro sign means windows-1252
            return charset.equals(StandardCharsets.ISO_8859_1) ? Charset.forName(WINDOWS_1252) : charset;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null; // answered by detection, and told to the owner
        }
    }

    private static String detect(byte[] bytes) {
        String text = utf8(bytes);
        return text != null ? text : new String(bytes, Charset.forName(WINDOWS_1252));
    }

    /** @return null where it isn't valid; of valid text a character cut off at the end is left out */
    private static @Nullable String utf8(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(in, out, false);
        boolean cut = in.hasRemaining();
        String text = out.flip().toString();
        // A single odd byte at the end of plain ASCII is no UTF-8, but an é of another charset
        return result.isError() || cut && text.chars().allMatch(c -> c < 128) ? null : text;
    }

    /** A few wrong bytes in real UTF-8 are replaced; if there are as many wrong as right ones it's something else. */
    private static String mostlyUtf8(byte[] bytes) {
        String replaced = new String(bytes, StandardCharsets.UTF_8);
        int wrong = 0;
        int right = 0;
        for (int i = 0; i < replaced.length(); i++) {
            char c = replaced.charAt(i);
            wrong += c == '\ufffd' ? 1 : 0;
            right += c > 127 && c != '\ufffd' ? 1 : 0;
        }
        return wrong > right ? new String(bytes, Charset.forName(WINDOWS_1252)) : replaced;
    }

    /** For a sentence: short and without control characters. */
    private static String quoted(String name) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < name.length() && i < 40; i++) {
            char c = name.charAt(i);
            out.append(c < ' ' || c > '~' ? '?' : c);
        }
        return out.toString();
    }
}
