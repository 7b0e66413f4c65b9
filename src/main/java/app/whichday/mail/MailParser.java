package app.whichday.mail;

import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The door from MIME (RFC 2045 to 2049) to {@link Mail}. Reads what can be read; what can't stands in {@link Mail#skipped}. */
public final class MailParser {
    private MailParser() {}

    public static Mail parse(byte[] message, SentTime fallback) {
        throw new UnsupportedOperationException("mail");
    }

    public static Mail parse(InputStream message, SentTime fallback) throws IOException {
        throw new UnsupportedOperationException("mail");
    }

    static Mail parse(MimeMessage message, SentTime fallback) {
        throw new UnsupportedOperationException("mail");
    }

    public static Mail fromParts(Parts parts) {
        throw new UnsupportedOperationException("mail");
    }

    /** A mail whose header and text are known already. */
    public record Parts(
            Optional<String> messageId,
            String from,
            String to,
            String cc,
            String subject,
            SentTime sent,
            boolean list,
            String body) {}
}
