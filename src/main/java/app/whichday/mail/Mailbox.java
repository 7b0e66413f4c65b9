package app.whichday.mail;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Where mails lie: a folder on an IMAP server, or files. One that is open is used by one thread at a time.
 *
 * <p>Messages are addressed as in RFC 3501 §2.3.1.1: by UID, valid as long as {@link #uidValidity} stays the same.
 */
public interface Mailbox extends AutoCloseable {
    /** As a person would name it: {@code alice@example.org INBOX}, {@code /home/alice/old.mbox}. */
    String name();

    UidValidity uidValidity();

    /** UIDs of all messages there are now, ascending. */
    List<Uid> uids();

    /**
     * Reads messages in the order given, in batches; each message of {@code uids} that still exists arrives once, read or
     * set aside.
     *
     * @throws MailboxException when the connection is lost: what had arrived stays valid
     */
    void read(List<Uid> uids, Consumer<Fetched> sink);

    /**
     * Waits until something may have changed, or {@code atMost} has passed.
     *
     * @return whether to look again; false after a mere time-out
     * @throws MailboxException when the connection is lost
     */
    boolean awaitChange(Duration atMost) throws InterruptedException;

    /** Whether {@link #awaitChange} is told of changes at once; else it looks at intervals. */
    default boolean pushes() {
        return false;
    }

    @Override
    void close();

    /** A message's place in its mailbox. */
    record Uid(long value) implements Comparable<Uid> {
        @Override
        public int compareTo(Uid other) {
            return Long.compare(value, other.value);
        }
    }

    /** Changes when the server has given out UIDs anew: none that is remembered holds any longer. */
    record UidValidity(long value) {}

    /** What became of a message that was asked for. */
    sealed interface Fetched {
        Uid uid();

        record Read(Uid uid, Mail mail) implements Fetched {}

        /** Could not be read even in part; {@code reason} is a sentence for the owner. */
        record SetAside(Uid uid, String reason) implements Fetched {}
    }
}
