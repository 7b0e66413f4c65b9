package app.whichday.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.whichday.account.ImapAccount;
import app.whichday.account.ImapAccount.Security;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against a real server, over TLS, STARTTLS and bare. */
@RequiresDovecot
class ImapMailboxTest extends MailboxContract {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final AtomicInteger USERS = new AtomicInteger();

    private static DovecotServer dovecot;

    private final String user = "user" + USERS.incrementAndGet();
    private int generation;

    @BeforeAll
    static void start() {
        dovecot = DovecotServer.start();
    }

    @AfterAll
    static void stop() {
        dovecot.close();
    }

    @Override
    protected Mailbox open(List<byte[]> messages) {
        generation++;
        messages.forEach(message -> dovecot.append(user + "-" + generation, "INBOX", message));
        return reopen();
    }

    @Override
    protected Mailbox reopen() {
        return mailboxes(Map.of()).open(account(dovecot.port(), Security.NONE), DovecotServer.PASSWORD);
    }

    @Test
    void readingLeavesMessagesUnseen() throws Exception {
        try (Mailbox mailbox = open(List.of(message("one"), large(3_000_000)))) {
            assertThat(mails(mailbox, mailbox.uids())).hasSize(2);
        }
        Folder inbox = dovecot.store(user()).getFolder("INBOX");
        inbox.open(Folder.READ_ONLY);
        for (Message message : inbox.getMessages()) {
            assertThat(message.isSet(Flags.Flag.SEEN)).isFalse();
        }
        inbox.close();
    }

    @Test
    void newMailEndsTheWaitAtOnce() throws Exception {
        try (Mailbox mailbox = open(List.of(message("one")))) {
            assertThat(mailbox.pushes()).isTrue();
            List<Mailbox.Uid> before = mailbox.uids();
            CompletableFuture<Boolean> changed = awaitInBackground(mailbox, LONG);
            Thread.sleep(1000);
            long appended = System.nanoTime();
            dovecot.append(user(), "INBOX", message("two"));
            assertThat(changed.get(20, TimeUnit.SECONDS)).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - appended)).isLessThan(Duration.ofSeconds(4));
            List<Mailbox.Uid> after = new ArrayList<>(mailbox.uids());
            after.removeAll(before);
            assertThat(mails(mailbox, after)).extracting(Mail::subject).containsExactly("two");
        }
    }

    @Test
    void newMailBetweenListingAndWaitingIsNotMissed() throws Exception {
        try (Mailbox mailbox = open(List.of(message("one")))) {
            mailbox.uids();
            dovecot.append(user(), "INBOX", message("two"));
            assertThat(mailbox.awaitChange(LONG)).isTrue();
            mailbox.uids();
            // Now it listens already.
            dovecot.append(user(), "INBOX", message("three"));
            assertThat(mailbox.awaitChange(LONG)).isTrue();
        }
    }

    @Test
    void aChangedFlagIsNoNewMail() throws Exception {
        try (Mailbox mailbox = open(List.of(message("one")))) {
            mailbox.uids();
            assertThat(mailbox.awaitChange(Duration.ofMillis(100))).isFalse();
            CompletableFuture<Boolean> changed = awaitInBackground(mailbox, Duration.ofSeconds(3));
            Folder inbox = dovecot.store(user()).getFolder("INBOX");
            inbox.open(Folder.READ_WRITE);
            inbox.getMessage(1).setFlag(Flags.Flag.SEEN, true);
            inbox.close();
            assertThat(changed.get(20, TimeUnit.SECONDS)).isFalse();
        }
    }

    @Test
    void withoutIdleItLooksAtIntervals() throws Exception {
        try (DovecotServer plain = DovecotServer.startWithoutIdle()) {
            plain.append("ada", "INBOX", message("one"));
            ImapAccount account = new ImapAccount("localhost", plain.port(), Security.NONE, "ada", "INBOX");
            try (Mailbox mailbox = mailboxes(Map.of("poll-interval", "200ms")).open(account, DovecotServer.PASSWORD)) {
                assertThat(mailbox.pushes()).isFalse();
                mailbox.uids();
                assertThat(mailbox.awaitChange(LONG)).isFalse();
                plain.append("ada", "INBOX", message("two"));
                assertThat(mailbox.awaitChange(LONG)).isTrue();
            }
        }
    }

    @Test
    void removedMessagesAreNoLongerListed() throws Exception {
        try (Mailbox mailbox = open(List.of(message("one"), message("two"), message("three")))) {
            List<Mailbox.Uid> before = mailbox.uids();
            Folder inbox = dovecot.store(user()).getFolder("INBOX");
            inbox.open(Folder.READ_WRITE);
            inbox.getMessage(2).setFlag(Flags.Flag.DELETED, true);
            inbox.close(true);
            dovecot.append(user(), "INBOX", message("four"));
            assertThat(mailbox.uids()).hasSize(3).doesNotContain(before.get(1));
            assertThat(mails(mailbox, before)).extracting(Mail::subject).containsExactly("one", "three");
        }
    }

    @Test
    void renumberedMessagesAreNoticedByTheirValidity() throws Exception {
        Mailbox.UidValidity before;
        try (Mailbox mailbox = open(List.of(message("one")))) {
            before = mailbox.uidValidity();
        }
        dovecot.renumber(user());
        try (Mailbox mailbox = reopen()) {
            assertThat(mailbox.uidValidity()).isNotEqualTo(before);
            assertThat(mails(mailbox, mailbox.uids())).extracting(Mail::subject).containsExactly("one");
        }
    }

    @Test
    void attachmentsStayOnTheServer() throws Exception {
        dovecot.append(user(), "INBOX", large(50_000_000));
        try (Wire wire = new Wire(dovecot.port());
                Mailbox mailbox =
                        mailboxes(Map.of()).open(account(wire.port(), Security.NONE), DovecotServer.PASSWORD)) {
            Mail mail = mails(mailbox, mailbox.uids()).getFirst();
            assertThat(mail.body()).contains("The plan is attached");
            assertThat(wire.received()).isLessThan(100_000);
        }
    }

    @Test
    void aConnectionThatBreaksWhileReadingIsTold() {
        List<byte[]> many = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            many.add(message("number" + i));
        }
        open(many).close();
        try (Wire wire = new Wire(dovecot.port());
                Mailbox mailbox =
                        mailboxes(Map.of()).open(account(wire.port(), Security.NONE), DovecotServer.PASSWORD)) {
            List<Mailbox.Uid> uids = mailbox.uids();
            List<Mailbox.Fetched> arrived = new ArrayList<>();
            wire.cutAfter(80_000);
            MailboxException lost =
                    catchThrowableOfType(MailboxException.class, () -> mailbox.read(uids, arrived::add));
            assertThat(lost.kind()).isEqualTo(MailboxException.Kind.CONNECTION);
            assertThat(lost).hasMessage("The connection to localhost:" + wire.port() + " was lost.");
            assertThat(arrived).isNotEmpty().allMatch(Mailbox.Fetched.Read.class::isInstance);
            assertThat(arrived.size()).isLessThan(300);
        }
    }

    @Test
    void aConnectionThatBreaksWithinALargeMailIsNoUnreadablePart() {
        dovecot.append(user(), "INBOX", largeText(3_000_000));
        try (Wire wire = new Wire(dovecot.port());
                Mailbox mailbox =
                        mailboxes(Map.of()).open(account(wire.port(), Security.NONE), DovecotServer.PASSWORD)) {
            List<Mailbox.Uid> uids = mailbox.uids();
            List<Mailbox.Fetched> arrived = new ArrayList<>();
            wire.cutAfter(200_000);
            assertThatThrownBy(() -> mailbox.read(uids, arrived::add)).isInstanceOf(MailboxException.class);
            assertThat(arrived).isEmpty();
        }
    }

    @Test
    void aServerThatIsGoneWithoutAWordIsNoticed() throws Exception {
        open(List.of(message("one"))).close();
        try (Wire wire = new Wire(dovecot.port());
                Mailbox mailbox = mailboxes(Map.of("read-timeout", "1s", "idle-renewal", "500ms"))
                        .open(account(wire.port(), Security.NONE), DovecotServer.PASSWORD)) {
            mailbox.uids();
            assertThat(mailbox.awaitChange(Duration.ofMillis(600))).isFalse();
            wire.die();
            MailboxException lost = catchThrowableOfType(MailboxException.class, () -> mailbox.awaitChange(LONG));
            assertThat(lost.kind()).isEqualTo(MailboxException.Kind.CONNECTION);
        }
    }

    @Test
    void interruptingEndsTheWait() throws Exception {
        try (Mailbox mailbox = open(List.of(message("one")))) {
            mailbox.uids();
            CompletableFuture<Throwable> end = new CompletableFuture<>();
            Thread waiting = Thread.ofVirtual().start(() -> {
                try {
                    mailbox.awaitChange(LONG);
                    end.complete(new AssertionError("came back"));
                } catch (InterruptedException | RuntimeException e) {
                    end.complete(e);
                }
            });
            Thread.sleep(500);
            waiting.interrupt();
            assertThat(end.get(5, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void tlsAndStarttlsWorkWithATrustedCertificate() {
        open(List.of(message("one"))).close();
        ImapMailboxes trusting =
                mailboxes(Map.of("trusted-certificates", dovecot.certificate().toString()));
        try (Mailbox mailbox = trusting.open(account(dovecot.tlsPort(), Security.TLS), DovecotServer.PASSWORD)) {
            assertThat(mailbox.uids()).hasSize(1);
        }
        try (Mailbox mailbox = trusting.open(account(dovecot.port(), Security.STARTTLS), DovecotServer.PASSWORD)) {
            assertThat(mailbox.uids()).hasSize(1);
        }
    }

    @Test
    void anUntrustedCertificateIsRefused() {
        assertThat(problem(account(dovecot.tlsPort(), Security.TLS)))
                .isEqualTo("CERTIFICATE: The certificate of localhost:" + dovecot.tlsPort()
                        + " isn't issued by an authority that this machine trusts: if it's your own server, name its "
                        + "certificate in whichday.mail.trusted-certificates.");
        assertThat(problem(account(dovecot.port(), Security.STARTTLS))).startsWith("CERTIFICATE: ");
    }

    @Test
    void aCertificateForAnotherNameIsRefused() {
        ImapAccount byAddress = new ImapAccount("127.0.0.1", dovecot.tlsPort(), Security.TLS, user(), "INBOX");
        ImapMailboxes trusting =
                mailboxes(Map.of("trusted-certificates", dovecot.certificate().toString()));
        MailboxException e = trusting.check(byAddress, DovecotServer.PASSWORD).orElseThrow();
        assertThat(e)
                .hasMessage("The certificate of 127.0.0.1:" + dovecot.tlsPort()
                        + " isn't made out to 127.0.0.1: check the host name.");
    }

    @Test
    void wrongSettingsAreEachToldInOneSentence() throws Exception {
        assertThat(mailboxes(Map.of())
                        .check(account(dovecot.port(), Security.NONE), "wrong")
                        .orElseThrow())
                .hasMessage("localhost:" + dovecot.port() + " doesn't accept this password for " + user()
                        + ": check both, or make an app password with your mail provider.");
        assertThat(problem(new ImapAccount("localhost", dovecot.port(), Security.NONE, user(), "Nowhere")))
                .isEqualTo("SETTINGS: There is no folder \"Nowhere\" at localhost for " + user() + ": check its name.");
        assertThat(problem(account(dovecot.port(), Security.TLS)))
                .isEqualTo("SETTINGS: localhost:" + dovecot.port() + " doesn't speak TLS from the first byte: choose "
                        + "STARTTLS, or the port for TLS (usually 993).");
        assertThat(problem(new ImapAccount("nowhere.invalid", 993, Security.TLS, user(), "INBOX")))
                .isEqualTo(
                        "CONNECTION: There is no server nowhere.invalid that this machine can find: check the host name, "
                                + "or the network.");
        int unused;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            unused = socket.getLocalPort();
        }
        assertThat(problem(account(unused, Security.NONE)))
                .isEqualTo("CONNECTION: localhost:" + unused
                        + " refuses the connection: check the host name and port, or try later.");
        assertThat(mailboxes(Map.of()).check(account(dovecot.port(), Security.NONE), DovecotServer.PASSWORD))
                .isEmpty();
    }

    @Test
    void aServerThatDoesntAnswerIsGivenUpInTime() throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            MailboxException e = mailboxes(Map.of("read-timeout", "300ms"))
                    .check(account(mute.getLocalPort(), Security.NONE), "any")
                    .orElseThrow();
            assertThat(e)
                    .hasMessage("localhost:" + mute.getLocalPort()
                            + " doesn't answer: check the host name and port, or try later.");
        }
    }

    @Test
    void aFileOfTrustedCertificatesThatHoldsNoneIsTold() {
        ImapMailboxes mailboxes = mailboxes(Map.of("trusted-certificates", "pom.xml"));
        assertThatThrownBy(() -> mailboxes.open(account(dovecot.tlsPort(), Security.TLS), DovecotServer.PASSWORD))
                .hasMessage(
                        "whichday.mail.trusted-certificates names pom.xml, but it doesn't hold certificates in PEM form.");
    }

    private static ImapMailboxes mailboxes(Map<String, String> settings) {
        return new ImapMailboxes(MailConfigs.with(settings));
    }

    private String user() {
        return user + "-" + generation;
    }

    private ImapAccount account(int port, Security security) {
        return new ImapAccount("localhost", port, security, user(), "INBOX");
    }

    private static String problem(ImapAccount account) {
        MailboxException e =
                mailboxes(Map.of()).check(account, DovecotServer.PASSWORD).orElseThrow();
        return e.kind() + ": " + e.getMessage();
    }

    private static CompletableFuture<Boolean> awaitInBackground(Mailbox mailbox, Duration atMost) {
        CompletableFuture<Boolean> changed = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                changed.complete(mailbox.awaitChange(atMost));
            } catch (InterruptedException | RuntimeException e) {
                changed.completeExceptionally(e);
            }
        });
        return changed;
    }

    /** A short text, and an attachment of so many bytes. */
    static byte[] large(int bytes) {
        String line = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5ejAx\r\n";
        return ("""
                From: Ada Moss <ada@example.org>
                To: ben@example.org
                Subject: large
                Date: Wed, 5 Nov 2025 09:30:00 +0100
                Message-ID: <large@example.org>
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=xyz

                --xyz
                Content-Type: text/plain; charset=utf-8

                The plan is attached. Until Friday!
                --xyz
                Content-Type: application/pdf; name=plan.pdf
                Content-Disposition: attachment; filename=plan.pdf
                Content-Transfer-Encoding: base64

                """.replace("\n", "\r\n") + line.repeat(bytes / line.length()) + "--xyz--\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** A mail of nothing but text. */
    static byte[] largeText(int bytes) {
        String line = "See you on Friday, or on the Friday after that one, at the usual place.\r\n";
        return (new String(message("long"), StandardCharsets.UTF_8) + line.repeat(bytes / line.length()))
                .getBytes(StandardCharsets.UTF_8);
    }
}
