package app.whichday.mail;

import app.whichday.account.ImapAccount;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jspecify.annotations.Nullable;

/**
 * A folder on an IMAP server (RFC 3501), opened for reading only. Waits for new mail on a second connection, by IDLE (RFC
 * 2177) where the server knows it, else looks at intervals. {@link #awaitChange} tells of new messages, not of changed flags
 * or removals.
 */
final class ImapMailbox implements Mailbox {
    private final ImapMailboxes mailboxes;
    private final ImapAccount account;
    private final String password;
    private final IMAPStore store;
    private final IMAPFolder folder;
    private final UidValidity validity;
    private final boolean pushes;
    private final ImapUids uids;
    private final ImapMessages messages;
    private @Nullable ImapIdle idle;

    private ImapMailbox(
            ImapMailboxes mailboxes,
            ImapAccount account,
            String password,
            IMAPStore store,
            IMAPFolder folder,
            boolean pushes)
            throws MessagingException {
        this.mailboxes = mailboxes;
        this.account = account;
        this.password = password;
        this.store = store;
        this.folder = folder;
        this.validity = new UidValidity(folder.getUIDValidity());
        this.pushes = pushes;
        this.uids = new ImapUids(folder);
        this.messages = new ImapMessages(folder, mailboxes.config().wholeMessageLimit());
    }

    static ImapMailbox open(ImapMailboxes mailboxes, ImapAccount account, String password) {
        IMAPStore store = mailboxes.connect(account, password);
        try {
            // Asked before the folder takes the store's connection: afterwards Angus would open another one to ask.
            boolean pushes = store.hasCapability("IDLE");
            return new ImapMailbox(mailboxes, account, password, store, folder(store, account), pushes);
        } catch (MessagingException e) {
            closeQuietly(store);
            throw ImapProblem.of(account, e);
        }
    }

    /** The account's folder, opened read-only (EXAMINE): nothing is marked as seen or recent. */
    static IMAPFolder folder(IMAPStore store, ImapAccount account) throws MessagingException {
        Folder folder = store.getFolder(account.folder());
        folder.open(Folder.READ_ONLY);
        return (IMAPFolder) folder;
    }

    @Override
    public String name() {
        return name(account);
    }

    static String name(ImapAccount account) {
        String user = account.user().contains("@") ? account.user() : account.user() + "@" + account.host();
        return user + " " + account.folder();
    }

    @Override
    public UidValidity uidValidity() {
        return validity;
    }

    @Override
    public List<Uid> uids() {
        try {
            return uids.all();
        } catch (MessagingException e) {
            throw ImapProblem.of(account, e);
        }
    }

    @Override
    public void read(List<Uid> wanted, Consumer<Fetched> sink) {
        try {
            messages.read(wanted, sink);
        } catch (MessagingException e) {
            throw ImapProblem.of(account, e);
        }
    }

    @Override
    public boolean pushes() {
        return pushes;
    }

    @Override
    public boolean awaitChange(Duration atMost) throws InterruptedException {
        try {
            return pushes ? awaitPush(atMost) : poll(atMost);
        } catch (MessagingException e) {
            if (Thread.interrupted()) {
                // A virtual thread's interrupt closes the socket that it reads from.
                throw new InterruptedException();
            }
            throw ImapProblem.of(account, e);
        }
    }

    private boolean awaitPush(Duration atMost) throws MessagingException, InterruptedException {
        ImapIdle listening = idle;
        if (listening == null) {
            listening = ImapIdle.open(mailboxes, account, password);
            idle = listening;
            // What came since the last listing and before the server began to tell.
            if (uids.grew()) {
                return true;
            }
        }
        Duration renewal = mailboxes.config().idleRenewal();
        listening.await(atMost.compareTo(renewal) < 0 ? atMost : renewal);
        // Asks the reading connection, which keeps that alive as well.
        return uids.grew();
    }

    private boolean poll(Duration atMost) throws MessagingException, InterruptedException {
        Duration interval = mailboxes.config().pollInterval();
        Thread.sleep(atMost.compareTo(interval) < 0 ? atMost : interval);
        return uids.grew();
    }

    @Override
    public void close() {
        if (idle != null) {
            idle.close();
        }
        closeQuietly(store);
    }

    static void closeQuietly(IMAPStore store) {
        try {
            store.close();
        } catch (MessagingException e) {
            // The server went first; there is nothing left to close.
        }
    }
}
