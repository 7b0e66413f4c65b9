package app.whichday.mail;

import app.whichday.account.ImapAccountId;
import java.time.Instant;
import java.util.Optional;

/**
 * A mail in the database.
 *
 * @param account empty for mails that came from files
 * @param thread equal for mails of one thread
 * @param receivedAt when Whichday stored it
 * @param reason why it was set aside; empty otherwise
 */
public record StoredMail(
        MailId id,
        Optional<ImapAccountId> account,
        long thread,
        Instant receivedAt,
        State state,
        Optional<String> reason,
        Mail mail) {
    /** How far the assistant is with it. */
    public enum State {
        /** Stored; the assistant has yet to read it. */
        RECEIVED,
        PROCESSED,
        /** Could not be read or processed; shown with the reason. */
        SET_ASIDE
    }
}
