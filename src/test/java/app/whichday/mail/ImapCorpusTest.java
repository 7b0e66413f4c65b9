package app.whichday.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.whichday.account.ImapAccount;
import app.whichday.account.ImapAccount.Security;
import app.whichday.account.ImapAccounts;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A real mailbox of thousands, from a real server into the database. */
@QuarkusTest
@RequiresDovecot
@Tag("corpus")
class ImapCorpusTest {
    private static final Path MAILBOX =
            Path.of(System.getProperty("whichday.data", "../shared/data")).resolve("mailbox/lokay-m.tar.gz");

    private static final Logger LOG = Logger.getLogger(ImapCorpusTest.class);
    private static final String USER = "corpus";

    @Inject
    MailWatch watch;

    @Inject
    ImapAccounts accounts;

    @Inject
    ImapMailboxes mailboxes;

    @Inject
    MailRows rows;

    @AfterEach
    void clean() {
        watch.end();
        rows.remove(USER + "@");
        accounts.all().stream()
                .filter(one -> one.account().user().equals(USER))
                .forEach(one -> accounts.remove(one.id()));
    }

    @Test
    void everyMailOfARealMailboxHasItsPlace() throws IOException {
        Assumptions.assumeTrue(Files.isReadable(MAILBOX), "the data folder isn't here");
        List<byte[]> messages = messages();
        try (DovecotServer dovecot = DovecotServer.start()) {
            dovecot.deliver(USER, messages.stream());
            ImapAccount account = new ImapAccount("localhost", dovecot.port(), Security.NONE, USER, "INBOX");
            List<Mailbox.Fetched> aside = readAlone(account, messages.size());
            accounts.put(account, DovecotServer.PASSWORD);
            long begun = System.nanoTime();
            watch.begin();
            await().atMost(Duration.ofMinutes(3))
                    .until(() -> watch.statuses().stream().anyMatch(status -> status.phase() == SyncStatus.Phase.IDLE));
            report("read and stored", messages.size(), begun);
            assertThat(rows.places(USER + "@")).isEqualTo(messages.size());
            LOG.infof("%d mails, %d of them set aside", rows.mails(USER + "@"), aside.size());
            assertThat(aside.size()).isLessThan(messages.size() / 100);
            watch.end();
        }
    }

    private List<Mailbox.Fetched> readAlone(ImapAccount account, int count) {
        List<Mailbox.Fetched> aside = new ArrayList<>();
        List<Mailbox.Uid> arrived = new ArrayList<>();
        try (Mailbox mailbox = mailboxes.open(account, DovecotServer.PASSWORD)) {
            List<Mailbox.Uid> uids = mailbox.uids().reversed();
            long begun = System.nanoTime();
            mailbox.read(uids, fetched -> {
                arrived.add(fetched.uid());
                if (fetched instanceof Mailbox.Fetched.SetAside) {
                    aside.add(fetched);
                }
            });
            report("read", count, begun);
            assertThat(arrived).isEqualTo(uids).hasSize(count);
        }
        return aside;
    }

    private static void report(String what, int count, long begun) {
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        LOG.infof("%d messages %s in %d ms: %d/s", count, what, took.toMillis(), count * 1000L / took.toMillis());
    }

    private static List<byte[]> messages() throws IOException {
        List<byte[]> messages = new ArrayList<>();
        try (InputStream file = new BufferedInputStream(Files.newInputStream(MAILBOX));
                TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(file))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isFile()) {
                    messages.add(tar.readAllBytes());
                }
            }
        }
        return messages;
    }
}
