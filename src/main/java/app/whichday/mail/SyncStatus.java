package app.whichday.mail;

import java.time.Instant;
import java.util.Optional;

/**
 * How reading a mailbox stands, for the owner to see.
 *
 * @param mailbox as {@link Mailbox#name}
 * @param done messages read or set aside of those that were there when the reading began
 * @param total those that were there; 0 while unknown
 * @param problem one sentence: what is wrong and what to do; empty while all is well
 * @param checkedAt when it was last known to be up to date; empty if never
 */
public record SyncStatus(
        String mailbox, Phase phase, int done, int total, Optional<String> problem, Optional<Instant> checkedAt) {
    /** What is going on. */
    public enum Phase {
        CONNECTING,
        READING,
        /** Up to date, told of new mail by the server (RFC 2177). */
        IDLE,
        /** Up to date, looks again at intervals. */
        POLLING,
        /** Lost; tries again by itself. */
        RECONNECTING,
        /** Waits for the owner to mend the settings. */
        STOPPED
    }
}
