package app.whichday.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link Mailbox} keeps to, whatever it lies in. An implementation's test extends this with its own set-up. */
abstract class MailboxContract {
    /** Opens a fresh mailbox that holds exactly these messages (CRLF line ends), delivered in this order. */
    protected abstract Mailbox open(List<byte[]> messages) throws Exception;

    /** Opens once more what {@link #open} opened last, its messages unchanged. */
    protected abstract Mailbox reopen() throws Exception;

    @Test
    void everyMessageHasAUidAndTheyAscend() throws Exception {
        try (Mailbox mailbox = open(List.of(message("one"), message("two"), message("three")))) {
            assertThat(mailbox.uids()).hasSize(3).isSorted().doesNotHaveDuplicates();
            assertThat(mailbox.name()).isNotBlank();
        }
    }

    @Test
    void messagesArriveInTheOrderAskedFor() throws Exception {
        try (Mailbox mailbox = open(List.of(message("one"), message("two"), message("three")))) {
            List<Mailbox.Uid> newestFirst = mailbox.uids().reversed();
            assertThat(subjects(mailbox, newestFirst)).containsExactly("three", "two", "one");
        }
    }

    @Test
    void onlyTheMessagesAskedForArrive() throws Exception {
        try (Mailbox mailbox = open(List.of(message("one"), message("two"), message("three")))) {
            assertThat(subjects(mailbox, mailbox.uids().subList(1, 2))).containsExactly("two");
            assertThat(subjects(mailbox, List.of())).isEmpty();
        }
    }

    @Test
    void aMessageThatIsNotThereIsLeftOut() throws Exception {
        try (Mailbox mailbox = open(List.of(message("one"), message("two")))) {
            List<Mailbox.Uid> uids = new ArrayList<>(mailbox.uids());
            uids.add(1, new Mailbox.Uid(uids.getLast().value() + 1_000));
            assertThat(subjects(mailbox, uids)).containsExactly("one", "two");
        }
    }

    @Test
    void uidsStayWhenTheMailboxIsOpenedAgain() throws Exception {
        List<Mailbox.Uid> uids;
        Mailbox.UidValidity validity;
        try (Mailbox mailbox = open(List.of(message("one"), message("two"), message("three")))) {
            uids = mailbox.uids();
            validity = mailbox.uidValidity();
        }
        try (Mailbox mailbox = reopen()) {
            assertThat(mailbox.uidValidity()).isEqualTo(validity);
            assertThat(mailbox.uids()).isEqualTo(uids);
            assertThat(subjects(mailbox, uids.subList(1, 2))).containsExactly("two");
        }
    }

    @Test
    void aReadMessageIsTheWholeMail() throws Exception {
        try (Mailbox mailbox = open(List.of(message("Lunch")))) {
            Mail mail = mails(mailbox, mailbox.uids()).getFirst();
            assertThat(mail.messageId()).contains("Lunch@example.org");
            assertThat(mail.from()).isEqualTo(new Address("Ada Moss", "ada@example.org"));
            assertThat(mail.to()).containsExactly(new Address("", "ben@example.org"));
            assertThat(mail.sent().local()).hasToString("2025-11-05T09:30");
            assertThat(mail.body()).isEqualTo("About Lunch.\nSee you on Friday.\n");
        }
    }

    @Test
    void brokenMessagesDontStopTheOthers() throws Exception {
        byte[] broken =
                ("From: \"Ada <ada@@\r\nSubject: broken\r\nContent-Type: multipart/mixed; boundary\r\n\r\n--?=\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
        try (Mailbox mailbox = open(List.of(message("one"), broken, message("three")))) {
            List<Mailbox.Fetched> fetched = new ArrayList<>();
            mailbox.read(mailbox.uids(), fetched::add);
            assertThat(fetched).extracting(Mailbox.Fetched::uid).isEqualTo(mailbox.uids());
            assertThat(fetched.getLast()).isInstanceOf(Mailbox.Fetched.Read.class);
        }
    }

    @Test
    void waitingEndsWhenTheTimeIsOver() throws Exception {
        try (Mailbox mailbox = open(List.of(message("one")))) {
            assertThat(mailbox.awaitChange(Duration.ofMillis(50))).isFalse();
        }
    }

    /** A small mail whose subject, Message-ID and text hold the given word. */
    static byte[] message(String word) {
        return """
                From: Ada Moss <ada@example.org>
                To: ben@example.org
                Subject: %1$s
                Date: Wed, 5 Nov 2025 09:30:00 +0100
                Message-ID: <%1$s@example.org>
                Content-Type: text/plain; charset=utf-8

                About %1$s.
                See you on Friday.
                """.formatted(word).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    static List<Mail> mails(Mailbox mailbox, List<Mailbox.Uid> uids) {
        List<Mail> mails = new ArrayList<>();
        mailbox.read(uids, fetched -> {
            switch (fetched) {
                case Mailbox.Fetched.Read read -> mails.add(read.mail());
                case Mailbox.Fetched.SetAside aside -> throw new AssertionError(aside.reason());
            }
        });
        return mails;
    }

    private static List<String> subjects(Mailbox mailbox, List<Mailbox.Uid> uids) {
        return mails(mailbox, uids).stream().map(Mail::subject).toList();
    }
}
