package app.whichday.mail;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Tells a message from a file that is something else. */
final class MessageHead {
    private static final int ENOUGH = 1;

    private MessageHead() {}

    /** Whether a file's first bytes are header fields (RFC 5322 §2.2), one that every mail program writes among them. */
    static boolean looksLike(byte[] head) {
        int known = 0;
        for (String line : new String(head, StandardCharsets.ISO_8859_1).split("\r?\n", 200)) {
            if (line.isEmpty()) {
                if (known > 0) {
                    return true;
                }
                continue;
            }
            if (Character.isWhitespace(line.charAt(0)) || line.startsWith("From ") || line.startsWith(">From ")) {
                continue;
            }
            int colon = line.indexOf(':');
            if (colon <= 0 || !fieldName(line, colon)) {
                return known >= ENOUGH;
            }
            known += switch (line.substring(0, colon).strip().toLowerCase(Locale.ROOT)) {
                case "from",
                        "to",
                        "subject",
                        "date",
                        "message-id",
                        "received",
                        "return-path",
                        "mime-version",
                        "content-type",
                        "delivered-to",
                        "sender",
                        "reply-to",
                        "cc",
                        "x-mozilla-status" -> 1;
                default -> 0;
            };
        }
        return known >= ENOUGH;
    }

    private static boolean fieldName(String line, int colon) {
        for (int i = 0; i < colon; i++) {
            char c = line.charAt(i);
            if (c > '~' || c < '!' && !(c == ' ' && line.substring(i, colon).isBlank())) {
                return false;
            }
        }
        return true;
    }
}
