package app.whichday.mail;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of header fields as mail programs write them above quoted mail, in their users' languages. */
enum HeaderLabel {
    FROM,
    SENT,
    TO,
    CC,
    SUBJECT,
    OTHER;

    private static final int LONGEST = 24;
    private static final Map<String, HeaderLabel> LABELS = new HashMap<>();

    static {
        put(
                FROM,
                "from",
                "von",
                "de",
                "da",
                "van",
                "från",
                "fra",
                "od",
                "expéditeur",
                "remitente",
                "mittente",
                "寄件者",
                "发件人",
                "差出人");
        put(SENT, "sent", "date", "gesendet", "datum", "envoyé", "date d'envoi", "enviado", "enviado el", "enviada em");
        put(SENT, "fecha", "inviato", "data", "verzonden", "skickat", "sendt", "dato", "wysłano", "sent at", "发送时间");
        put(TO, "to", "an", "à", "para", "per", "aan", "till", "til", "do", "destinataire", "收件人", "宛先");
        put(CC, "cc", "kopie", "copie à", "copia", "kopia", "抄送");
        put(
                SUBJECT,
                "subject",
                "betreff",
                "objet",
                "asunto",
                "oggetto",
                "onderwerp",
                "assunto",
                "ämne",
                "emne",
                "temat");
        put(SUBJECT, "主题", "件名");
        put(OTHER, "bcc", "reply-to", "reply to", "sent by", "importance", "priority", "sensitivity", "attachments");
        put(OTHER, "organization", "newsgroups", "message-id", "in-reply-to", "wichtigkeit", "x-mailer", "return-path");
        put(OTHER, "antwort an", "répondre à", "responder a", "anlagen", "importância", "resent-from", "received");
        put(OTHER, "mime-version", "content-type", "x-sender", "delivered-to", "references", "user-agent", "list-id");
    }

    /**
     * @param label what it is
     * @param value the rest of the line after the colon, stripped
     */
    record Line(HeaderLabel label, String value) {}

    private static void put(HeaderLabel label, String... names) {
        for (String name : names) {
            LABELS.put(name, label);
        }
    }

    /** @return null where the line isn't a header field that is known here */
    static @Nullable Line read(String content) {
        int colon = content.indexOf(':');
        if (colon < 0) {
            colon = content.indexOf('：');
        }
        if (colon < 2 || colon > LONGEST) {
            return null;
        }
        String name = strip(content.substring(0, colon)).toLowerCase(Locale.ROOT);
        HeaderLabel label = LABELS.get(name);
        return label == null ? null : new Line(label, strip(content.substring(colon + 1)));
    }

    /** Without white space and the asterisks that bold face leaves in plain text. */
    private static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && (Character.isWhitespace(text.charAt(from)) || text.charAt(from) == '*')) {
            from++;
        }
        while (to > from && (Character.isWhitespace(text.charAt(to - 1)) || text.charAt(to - 1) == '*')) {
            to--;
        }
        return text.substring(from, to);
    }
}
