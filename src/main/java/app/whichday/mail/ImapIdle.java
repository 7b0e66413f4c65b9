package app.whichday.mail;

import app.whichday.account.ImapAccount;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;

/** A connection on which the server tells of changes by itself (IDLE, RFC 2177). */
final class ImapIdle implements AutoCloseable {
    private final IMAPStore store;
    private final IMAPFolder folder;

    /**
     * Ends an IDLE in time. A platform thread, so that cancelling it can't close the socket as interrupting a virtual thread
     * would.
     */
    private final ScheduledExecutorService alarm = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("imap-idle-alarm").factory());

    private ImapIdle(IMAPStore store, IMAPFolder folder) {
        this.store = store;
        this.folder = folder;
    }

    static ImapIdle open(ImapMailboxes mailboxes, ImapAccount account, String password) throws MessagingException {
        IMAPStore store = mailboxes.connect(account, password);
        try {
            return new ImapIdle(store, ImapMailbox.folder(store, account));
        } catch (MessagingException e) {
            ImapMailbox.closeQuietly(store);
            throw e;
        }
    }

    /**
     * Returns when the server told something, or {@code atMost} has passed. When the connection has died unnoticed, the
     * server's answer to the end of IDLE doesn't come within the read time-out: that is a lost connection.
     */
    void await(Duration atMost) throws MessagingException, InterruptedException {
        Future<?> end = alarm.schedule(this::endIdle, atMost.toMillis(), TimeUnit.MILLISECONDS);
        try {
            folder.idle(true);
        } finally {
            end.cancel(false);
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private void endIdle() {
        try {
            // Any command ends an IDLE first.
            folder.doCommand(protocol -> {
                protocol.noop();
                return null;
            });
        } catch (MessagingException | IllegalStateException e) {
            // The waiting thread meets the same failure, and tells.
        }
    }

    @Override
    public void close() {
        alarm.shutdownNow();
        ImapMailbox.closeQuietly(store);
    }
}
