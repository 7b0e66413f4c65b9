package app.whichday.mail;

import app.whichday.account.ImapAccountId;
import app.whichday.account.ImapAccounts;
import app.whichday.account.UnreadableSecretException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.faulttolerance.api.TypedGuard;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Keeps every configured IMAP account in step with the database, each on its own thread and connections. */
@ApplicationScoped
public class MailWatch {
    /** After what else prepares itself at the start, the configured account above all. */
    private static final int AFTER_PREPARATION = 5000;

    private static final Duration STATUS_PACE = Duration.ofMillis(300);

    private final ImapAccounts accounts;
    private final ImapMailboxes mailboxes;
    private final Mails mails;
    private final MailConfig config;
    private final Clock clock;
    private final Event<StatusChanged> statusChanged;
    private final ReentrantLock comparing = new ReentrantLock();

    /** Replaced as a whole, so that reading the statuses never waits. */
    private volatile Map<ImapAccountId, AccountWatch> watches = Map.of();

    private final AtomicReference<Instant> lastTold = new AtomicReference<>(Instant.EPOCH);
    private volatile boolean on;

    MailWatch(
            ImapAccounts accounts,
            ImapMailboxes mailboxes,
            Mails mails,
            MailConfig config,
            Clock clock,
            Event<StatusChanged> statusChanged) {
        this.accounts = accounts;
        this.mailboxes = mailboxes;
        this.mails = mails;
        this.config = config;
        this.clock = clock;
        this.statusChanged = statusChanged;
    }

    /** CDI event, fired when a status changed (at most a few times a second). */
    public record StatusChanged() {}

    /** One for each account watched, the account registered first first. */
    public List<SyncStatus> statuses() {
        return watches.values().stream().map(AccountWatch::status).toList();
    }

    void begin(@Observes @Priority(AFTER_PREPARATION) StartupEvent start) {
        if (config.watch()) {
            begin();
        }
    }

    void begin() {
        on = true;
        compare();
    }

    void accountsChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) ImapAccounts.Changed changed) {
        // Not on the thread of a transaction that is just ending: reading the accounts needs one of its own.
        Thread.ofVirtual().name("mail-watch").start(this::compare);
    }

    /** Starts, restarts and stops watches until they are those of the registered accounts. */
    private void compare() {
        comparing.lock();
        try {
            if (!on) {
                return;
            }
            List<AccountWatch> ended = new ArrayList<>(watches.values());
            Map<ImapAccountId, AccountWatch> wanted = new LinkedHashMap<>();
            for (ImapAccounts.Registered registered : accounts.all()) {
                AccountWatch fresh = watch(registered);
                AccountWatch running = watches.get(registered.id());
                wanted.put(registered.id(), running != null && running.serves(fresh) ? running : fresh);
            }
            ended.removeAll(wanted.values());
            watches = Collections.unmodifiableMap(wanted);
            ended.forEach(AccountWatch::stop);
            wanted.values().forEach(AccountWatch::start);
        } finally {
            comparing.unlock();
        }
        tell(true);
    }

    private AccountWatch watch(ImapAccounts.Registered registered) {
        try {
            String password = accounts.password(registered.id());
            return watch(registered, password, () -> mailboxes.open(registered.account(), password));
        } catch (UnreadableSecretException | NoSuchElementException | IllegalStateException e) {
            // Another key than it was encrypted with, removed this moment, no key at all: the others are watched.
            return watch(registered, "", () -> {
                throw new MailboxException(MailboxException.Kind.SETTINGS, e.getMessage(), e);
            });
        }
    }

    private AccountWatch watch(ImapAccounts.Registered registered, String password, Supplier<Mailbox> opener) {
        return new AccountWatch(registered, password, opener, mails, clock, retries(), this::tell);
    }

    /** Tries again for ever, ever more slowly; what only the owner can mend is not tried again. */
    private TypedGuard<Boolean> retries() {
        long delay = config.retryDelay().toMillis();
        return TypedGuard.create(Boolean.class)
                .withDescription("mail-watch")
                .withRetry()
                .maxRetries(-1)
                .maxDuration(0, ChronoUnit.MILLIS)
                .delay(delay, ChronoUnit.MILLIS)
                .jitter(delay / 2, ChronoUnit.MILLIS)
                .whenException(
                        failure -> !(failure instanceof InterruptedException) && !AccountWatch.needsOwner(failure))
                .withExponentialBackoff()
                .factor(2)
                .maxDelay(config.maxRetryDelay().toMillis(), ChronoUnit.MILLIS)
                .done()
                .done()
                .build();
    }

    /** @param phase whether it is about more than progress: then it is told at once */
    private void tell(boolean phase) {
        Instant now = clock.instant();
        Instant last = lastTold.get();
        boolean due = phase || Duration.between(last, now).compareTo(STATUS_PACE) >= 0;
        if (due && lastTold.compareAndSet(last, now) || phase) {
            statusChanged.fire(new StatusChanged());
        }
    }

    void end(@Observes ShutdownEvent shutdown) {
        end();
    }

    void end() {
        comparing.lock();
        try {
            on = false;
            watches.values().forEach(AccountWatch::stop);
            watches.values().forEach(AccountWatch::join);
            watches = Map.of();
        } finally {
            comparing.unlock();
        }
    }
}
