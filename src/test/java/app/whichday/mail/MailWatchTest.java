package app.whichday.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.whichday.account.ImapAccount;
import app.whichday.account.ImapAccount.Security;
import app.whichday.account.ImapAccountId;
import app.whichday.account.ImapAccounts;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From the server into the database, through crashes of either side. */
@QuarkusTest
@RequiresDovecot
class MailWatchTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final AtomicInteger USERS = new AtomicInteger();
    private static DovecotServer dovecot;

    private final String user = "watched" + USERS.incrementAndGet();

    @Inject
    MailWatch watch;

    @Inject
    ImapAccounts accounts;

    @Inject
    Mails mails;

    @Inject
    MailRows rows;

    @BeforeAll
    static void start() {
        dovecot = DovecotServer.start();
    }

    @AfterAll
    static void stop() {
        dovecot.close();
    }

    @AfterEach
    void clean() {
        watch.end();
        rows.remove(user + "@");
        accounts.all().stream()
                .filter(one -> one.account().user().equals(user))
                .forEach(one -> accounts.remove(one.id()));
    }

    private ImapAccountId register(int port, String password) {
        return accounts.put(new ImapAccount("localhost", port, Security.NONE, user, "INBOX"), password);
    }

    private SyncStatus status() {
        return watch.statuses().stream()
                .filter(status -> status.mailbox().equals(user + "@localhost INBOX"))
                .findFirst()
                .orElseThrow();
    }

    private void awaitPhase(SyncStatus.Phase phase) {
        await().atMost(SOON).until(() -> !watch.statuses().isEmpty() && status().phase() == phase);
    }

    private void awaitMails(long count) {
        await().atMost(SOON).until(() -> rows.mails(user + "@") == count);
    }

    private void append(int from, int to) {
        for (int i = from; i < to; i++) {
            dovecot.append(user, "INBOX", MailboxContract.message(user + "-" + i));
        }
    }

    @Test
    void whatIsThereIsReadAndNewMailFollowsAtOnce() {
        append(0, 5);
        ImapAccountId id = register(dovecot.port(), DovecotServer.PASSWORD);
        watch.begin();
        awaitPhase(SyncStatus.Phase.IDLE);
        assertThat(rows.mails(user + "@")).isEqualTo(5);
        assertThat(status().done()).isEqualTo(5);
        assertThat(status().total()).isEqualTo(5);
        assertThat(status().checkedAt()).isPresent();
        assertThat(mails.received(100))
                .filteredOn(mail -> mail.account().equals(Optional.of(id)))
                .hasSize(5);
        append(5, 6);
        await().atMost(Duration.ofSeconds(5)).until(() -> rows.mails(user + "@") == 6);
    }

    @Test
    void anAccountAddedWhileRunningIsWatchedAndARemovedOneNoLonger() {
        watch.begin();
        append(0, 2);
        ImapAccountId id = register(dovecot.port(), DovecotServer.PASSWORD);
        awaitMails(2);
        accounts.remove(id);
        await().atMost(SOON).until(() -> watch.statuses().stream()
                .noneMatch(status -> status.mailbox().startsWith(user + "@")));
    }

    @Test
    void aRestartInTheMiddleLosesAndDoublesNothing() {
        append(0, 350);
        ImapAccountId id;
        try (Wire wire = new Wire(dovecot.port())) {
            wire.cutAfter(100_000);
            id = register(wire.port(), DovecotServer.PASSWORD);
            watch.begin();
            await().atMost(SOON).until(() -> rows.mails(user + "@") > 0);
            watch.end();
        }
        assertThat(rows.mails(user + "@")).isBetween(1L, 350L);
        assertThat(register(dovecot.port(), DovecotServer.PASSWORD)).isEqualTo(id);
        watch.begin();
        awaitPhase(SyncStatus.Phase.IDLE);
        assertThat(rows.mails(user + "@")).isEqualTo(350);
        assertThat(rows.places(user + "@")).isEqualTo(350);
    }

    @Test
    void aServerThatCrashesAndComesBackIsFollowedAgain() {
        append(0, 3);
        register(dovecot.port(), DovecotServer.PASSWORD);
        watch.begin();
        awaitPhase(SyncStatus.Phase.IDLE);
        dovecot.stop();
        awaitPhase(SyncStatus.Phase.RECONNECTING);
        assertThat(status().problem()).isPresent();
        dovecot.restart();
        append(3, 4);
        awaitMails(4);
        awaitPhase(SyncStatus.Phase.IDLE);
        assertThat(status().problem()).isEmpty();
    }

    @Test
    void renumberedMailsAreKnownAgain() {
        append(0, 20);
        register(dovecot.port(), DovecotServer.PASSWORD);
        watch.begin();
        awaitPhase(SyncStatus.Phase.IDLE);
        dovecot.renumber(user);
        append(20, 21);
        awaitMails(21);
        awaitPhase(SyncStatus.Phase.IDLE);
        await().atMost(SOON).until(() -> rows.places(user + "@") == 21);
        assertThat(rows.mails(user + "@")).isEqualTo(21);
    }

    @Test
    void aWrongPasswordWaitsForTheOwner() {
        append(0, 1);
        register(dovecot.port(), "wrong");
        watch.begin();
        awaitPhase(SyncStatus.Phase.STOPPED);
        assertThat(status().problem().orElseThrow()).contains("doesn't accept this password for " + user);
        register(dovecot.port(), DovecotServer.PASSWORD);
        awaitMails(1);
    }

    @Test
    void aMessageThatCannotBeReadStopsNoOther() {
        dovecot.append(user, "INBOX", "\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        append(0, 2);
        register(dovecot.port(), DovecotServer.PASSWORD);
        watch.begin();
        awaitPhase(SyncStatus.Phase.IDLE);
        assertThat(List.of(rows.mails(user + "@"), rows.places(user + "@"))).containsOnly(3L);
    }
}
