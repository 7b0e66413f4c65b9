package app.whichday.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.SharedByteArrayInputStream;
import jakarta.mail.util.SharedFileInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * The door from MIME (RFC 2045 to 2049) to {@link Mail}. Reads what can be read: broken MIME, unknown charsets and mails
 * larger than memory are no errors; what was left out stands in {@link Mail#skipped}. Fetches nothing.
 *
 * <p>Without state, so any number of threads may use it.
 */
public final class MailParser {
    /** Larger messages are read from a temporary file. */
    static final int IN_MEMORY = 8 << 20;

    private static final int FILE_BUFFER = 1 << 16;
    /** Of larger messages only the beginning is read. */
    static final long LARGEST = 64L << 20;

    private MailParser() {}

    /**
     * @param message a whole message, header and body
     * @param fallback the sent time where no header tells it, as the mailbox has it
     */
    public static Mail parse(byte[] message, SentTime fallback) {
        return parse(new SharedByteArrayInputStream(message), fallback, MimeSession.lenient(), List.of());
    }

    /**
     * @param message a whole message; read to its end, not closed
     * @param fallback the sent time where no header tells it, as the mailbox has it
     * @throws IOException when the stream can't be read
     */
    public static Mail parse(InputStream message, SentTime fallback) throws IOException {
        byte[] head = message.readNBytes(IN_MEMORY);
        if (head.length < IN_MEMORY) {
            return parse(head, fallback);
        }
        Path spool = Files.createTempFile("whichday", ".eml");
        try {
            Files.copy(
                    new SequenceInputStream(new ByteArrayInputStream(head), message),
                    spool,
                    StandardCopyOption.REPLACE_EXISTING);
            return parse(spool, fallback);
        } finally {
            Files.delete(spool);
        }
    }

    /** A message in a file of its own, of any size. */
    static Mail parse(Path message, SentTime fallback) throws IOException {
        return parse(message, 0, Files.size(message), fallback);
    }

    /** A message that is a stretch of a file. Its attachments aren't read into memory. */
    static Mail parse(Path file, long begin, long end, SentTime fallback) throws IOException {
        List<Skipped> skipped = end - begin <= LARGEST
                ? List.of()
                : List.of(new Skipped(
                        "the mail's end",
                        "the mail is larger than " + (LARGEST >> 20) + " MB: only its beginning was read"));
        try (SharedFileInputStream in = new SharedFileInputStream(file.toFile(), FILE_BUFFER);
                InputStream message = in.newStream(begin, Math.min(end, begin + LARGEST))) {
            return parse(message, fallback, MimeSession.lenient(), skipped);
        }
    }

    /** @param shared a shared stream ({@link jakarta.mail.internet.SharedInputStream}): its content isn't copied */
    private static Mail parse(InputStream shared, SentTime fallback, MimeSession session, List<Skipped> skipped) {
        try {
            return parse(session.message(shared), fallback, session, skipped);
        } catch (MessagingException e) {
            throw new IllegalStateException("A message's header could not be read from memory or its file", e);
        }
    }

    /**
     * A message that may still lie on its server: only what is needed of it is fetched.
     *
     * @throws MessagingException when the server can't be read
     */
    static Mail parse(MimeMessage message, SentTime fallback) throws MessagingException {
        return parse(message, fallback, MimeSession.lenient(), List.of());
    }

    private static Mail parse(MimeMessage message, SentTime fallback, MimeSession session, List<Skipped> skipped)
            throws MessagingException {
        MailHeaders headers = new MailHeaders(message);
        SentTime sent = headers.sent().orElse(fallback);
        Address from = headers.from();
        String subject = headers.subject();
        MimeBody parts = new MimeBody(session);
        skipped.forEach(one -> parts.skip(one.what(), one.why()));
        parts.read(message);
        BodyText text = BodyText.of(parts.sections(), from, sent, subject);
        return new Mail(
                headers.messageId(),
                headers.references(),
                from,
                headers.addresses("To"),
                headers.addresses("Cc"),
                subject,
                sent,
                headers.bulk(),
                text.body(),
                text.blocks(),
                parts.invitations(),
                parts.attachments(),
                parts.skipped());
    }

    /** A mail whose header and text are known already; its body is the text given, character by character. */
    public static Mail fromParts(Parts parts) {
        String body = PlainLines.inPlace(parts.body());
        Address from = MailHeaders.parse(parts.from()).stream().findFirst().orElse(new Address("", ""));
        BodyText text = BodyText.of(List.of(new MimeBody.Section(body, null, 0)), from, parts.sent(), parts.subject());
        return new Mail(
                parts.messageId(),
                List.of(),
                from,
                MailHeaders.parse(parts.to()),
                MailHeaders.parse(parts.cc()),
                EncodedWords.decode(parts.subject()),
                parts.sent(),
                new Mail.Bulk(parts.list(), false, false, ""),
                text.body(),
                text.blocks(),
                List.of(),
                List.of(),
                List.of());
    }

    /**
     * What is known of a mail that doesn't come as MIME.
     *
     * @param from as in a header (RFC 5322 §3.4); so to and cc, which are empty where nobody is named
     * @param list whether it came by a mailing list
     * @param body plain text with line ends as \n
     */
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
