package app.whichday.mail;

import app.whichday.account.ImapAccountId;
import app.whichday.account.ImapAccounts;
import io.smallrye.faulttolerance.api.TypedGuard;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Watches one account: reads what it doesn't know yet, newest first, each batch stored before the next is fetched; then waits
 * for more. Broken off anywhere, it goes on from what is stored.
 */
final class AccountWatch {
    /** Stored in one transaction; so many, or fewer that are long. */
    private static final int BATCH = 100;

    private static final int BATCH_CHARACTERS = 4_000_000;

    /** After so many the mailbox is listed again, so that new mail needn't wait for the end of a large one. */
    private static final int ROUND = 1000;

    private static final Duration WAIT = Duration.ofMinutes(9);

    /** A connection that held so long was a good one: the next try needn't wait. */
    private static final Duration HELD = Duration.ofMinutes(1);

    private static final Duration FAREWELL = Duration.ofSeconds(5);
    private static final Logger LOG = Logger.getLogger(AccountWatch.class);

    private final ImapAccounts.Registered registered;
    private final String password;
    private final Supplier<Mailbox> opener;
    private final Mails mails;
    private final Clock clock;
    private final TypedGuard<Boolean> retries;
    private final Consumer<Boolean> tell;
    private final Thread thread;

    /** Held while storing: a virtual thread's interrupt would break the database connection. */
    private final ReentrantLock storing = new ReentrantLock();

    private volatile boolean stopped;
    private volatile SyncStatus status;

    /**
     * @param retries goes on calling until a session ends well or needs the owner
     * @param tell called after the status changed; with true when it is about more than progress
     */
    AccountWatch(
            ImapAccounts.Registered registered,
            String password,
            Supplier<Mailbox> opener,
            Mails mails,
            Clock clock,
            TypedGuard<Boolean> retries,
            Consumer<Boolean> tell) {
        this.registered = registered;
        this.password = password;
        this.opener = opener;
        this.mails = mails;
        this.clock = clock;
        this.retries = retries;
        this.tell = tell;
        this.status = new SyncStatus(
                ImapMailbox.name(registered.account()),
                SyncStatus.Phase.CONNECTING,
                0,
                0,
                Optional.empty(),
                Optional.empty());
        this.thread =
                Thread.ofVirtual().name("mail-watch-" + registered.id().value()).unstarted(this::run);
    }

    SyncStatus status() {
        return status;
    }

    /** Whether this already does what the other would: the same settings, and not given up. */
    boolean serves(AccountWatch other) {
        return registered.equals(other.registered)
                && password.equals(other.password)
                && status.phase() != SyncStatus.Phase.STOPPED;
    }

    void start() {
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        }
    }

    /** Ends it, between two batches. */
    void stop() {
        stopped = true;
        storing.lock();
        try {
            thread.interrupt();
        } finally {
            storing.unlock();
        }
    }

    void join() {
        try {
            if (thread.getState() != Thread.State.NEW && !thread.join(FAREWELL)) {
                LOG.warnf("%s still reads after %d s; left to itself.", status.mailbox(), FAREWELL.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static boolean needsOwner(Throwable failure) {
        return failure instanceof MailboxException e
                && switch (e.kind()) {
                    case SETTINGS, CERTIFICATE, FILE -> true;
                    case CONNECTION -> false;
                };
    }

    private void run() {
        try {
            while (!stopped) {
                retries.call(this::session);
            }
        } catch (InterruptedException e) {
            LOG.debugf("%s: no longer watched", status.mailbox());
        } catch (MailboxException e) {
            show(SyncStatus.Phase.STOPPED, Optional.of(e.getMessage()));
        } catch (Exception | StackOverflowError e) {
            LOG.errorf(e, "%s: stopped by an unforeseen error", status.mailbox());
            show(
                    SyncStatus.Phase.STOPPED,
                    Optional.of("Stopped by an unforeseen error; the log tells more. Restart Whichday."));
        }
    }

    /**
     * From connecting to losing the connection.
     *
     * @return true: it was worth it, the next try needn't wait
     * @throws RuntimeException when it brought nothing
     */
    private Boolean session() throws InterruptedException {
        Instant since = clock.instant();
        Progress progress = new Progress();
        try (Mailbox mailbox = opener.get()) {
            follow(mailbox, progress);
            return true;
        } catch (RuntimeException e) {
            if (stopped || Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (needsOwner(e)) {
                throw e;
            }
            show(SyncStatus.Phase.RECONNECTING, Optional.of(sentence(e)));
            if (progress.stored > 0 || Duration.between(since, clock.instant()).compareTo(HELD) > 0) {
                return true;
            }
            throw e;
        }
    }

    private String sentence(RuntimeException e) {
        if (e instanceof MailboxException) {
            LOG.infof("%s Trying again.", e.getMessage());
            return e.getMessage();
        }
        LOG.errorf(e, "%s: mails can't be stored; trying again", status.mailbox());
        return "Mails can't be stored: check that the disk isn't full and the database is running; the log tells more.";
    }

    /** What a session has brought so far. */
    private static final class Progress {
        int stored;
    }

    private void follow(Mailbox mailbox, Progress progress) throws InterruptedException {
        Optional<ImapAccountId> account = Optional.of(registered.id());
        Set<Mailbox.Uid> known = mails.known(account, mailbox.name(), mailbox.uidValidity());
        catchUp(mailbox, known, progress);
        mails.forgetOtherPlaces(account, mailbox.name(), mailbox.uidValidity());
        while (!stopped) {
            showUpToDate(mailbox.pushes());
            if (mailbox.awaitChange(WAIT)) {
                catchUp(mailbox, known, progress);
            }
        }
        throw new InterruptedException();
    }

    private void catchUp(Mailbox mailbox, Set<Mailbox.Uid> known, Progress progress) throws InterruptedException {
        List<Mailbox.Uid> missing = missing(mailbox, known);
        while (!missing.isEmpty()) {
            List<Mailbox.Uid> round = missing.subList(0, Math.min(ROUND, missing.size()));
            Batch batch = new Batch(mailbox, known, progress);
            mailbox.read(round, batch);
            batch.store();
            // Those that are gone by now never arrive.
            known.addAll(round);
            missing = missing(mailbox, known);
        }
    }

    /** What isn't known, newest first. */
    private List<Mailbox.Uid> missing(Mailbox mailbox, Set<Mailbox.Uid> known) {
        List<Mailbox.Uid> all = mailbox.uids();
        List<Mailbox.Uid> missing =
                all.reversed().stream().filter(uid -> !known.contains(uid)).toList();
        show(SyncStatus.Phase.READING, all.size() - missing.size(), all.size());
        return missing;
    }

    /** Collects what is fetched, and stores it when it is enough. */
    private final class Batch implements Consumer<Mailbox.Fetched> {
        private final Mailbox mailbox;
        private final Set<Mailbox.Uid> known;
        private final Progress progress;
        private final List<Mailbox.Fetched> fetched = new ArrayList<>();
        private long characters;

        Batch(Mailbox mailbox, Set<Mailbox.Uid> known, Progress progress) {
            this.mailbox = mailbox;
            this.known = known;
            this.progress = progress;
        }

        @Override
        public void accept(Mailbox.Fetched one) {
            fetched.add(one);
            characters += one instanceof Mailbox.Fetched.Read read
                    ? read.mail().body().length()
                    : 0;
            if (fetched.size() >= BATCH || characters >= BATCH_CHARACTERS) {
                store();
            }
        }

        void store() {
            storing.lock();
            try {
                if (stopped) {
                    // Not stored, so it is fetched again next time.
                    throw new MailboxException(MailboxException.Kind.CONNECTION, "Stopped.");
                }
                mails.store(Optional.of(registered.id()), mailbox.name(), mailbox.uidValidity(), fetched);
            } finally {
                storing.unlock();
            }
            fetched.forEach(one -> known.add(one.uid()));
            progress.stored += fetched.size();
            show(SyncStatus.Phase.READING, Math.min(status.total(), status.done() + fetched.size()), status.total());
            fetched.clear();
            characters = 0;
        }
    }

    private void show(SyncStatus.Phase phase, int done, int total) {
        show(new SyncStatus(status.mailbox(), phase, done, total, Optional.empty(), status.checkedAt()));
    }

    private void showUpToDate(boolean pushes) {
        SyncStatus.Phase phase = pushes ? SyncStatus.Phase.IDLE : SyncStatus.Phase.POLLING;
        show(new SyncStatus(
                status.mailbox(),
                phase,
                status.total(),
                status.total(),
                Optional.empty(),
                Optional.of(clock.instant())));
    }

    private void show(SyncStatus.Phase phase, Optional<String> problem) {
        show(new SyncStatus(status.mailbox(), phase, status.done(), status.total(), problem, status.checkedAt()));
    }

    private void show(SyncStatus now) {
        boolean phase = now.phase() != status.phase() || !now.problem().equals(status.problem());
        status = now;
        if (!stopped) {
            tell.accept(phase);
        }
    }
}
