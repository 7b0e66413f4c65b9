package app.whichday.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** What makes two messages the same one: SHA-256 (FIPS 180-4) of the fields, each ended by a character no text here holds. */
final class MailDigest {
    private final MessageDigest sha256;

    MailDigest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /**
     * Of Message-ID, writer, sent time, subject and text. White space doesn't count, as servers and formats re-wrap; nor do
     * the recipients, as a mailing list's copy is the same mail.
     */
    static String of(Mail mail) {
        return new MailDigest()
                .add(mail.messageId().orElse(""))
                .add(mail.from().email())
                .add(mail.sent().toString())
                .addWords(mail.subject())
                .addWords(mail.body())
                .add(Integer.toString(mail.attachments().size()))
                .toString();
    }

    MailDigest add(String field) {
        sha256.update(field.getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) 0);
        return this;
    }

    private MailDigest addWords(String text) {
        StringBuilder words = new StringBuilder(text.length());
        text.chars().filter(c -> !Character.isWhitespace(c)).forEach(c -> words.append((char) c));
        return add(words.toString());
    }

    /** The digest so far, in 43 characters; ends this. */
    @Override
    public String toString() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256.digest());
    }
}
