package app.whichday.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileMailboxTest {
    @TempDir
    Path folder;

    /** The contract over one way to keep messages in files. */
    abstract class Kept extends MailboxContract {
        private List<Path> written = List.of();

        abstract List<Path> write(List<byte[]> messages) throws IOException;

        @Override
        protected Mailbox open(List<byte[]> messages) throws IOException {
            written = write(messages);
            return FileMailbox.open(written);
        }

        @Override
        protected Mailbox reopen() {
            return FileMailbox.open(written);
        }
    }

    @Nested
    class AnMbox extends Kept {
        @Override
        List<Path> write(List<byte[]> messages) throws IOException {
            return List.of(Files.write(folder.resolve("mbox"), mbox(messages, "\n")));
        }
    }

    @Nested
    class AnMboxFromWindows extends Kept {
        @Override
        List<Path> write(List<byte[]> messages) throws IOException {
            return List.of(Files.write(folder.resolve("inbox.mbox"), mbox(messages, "\r\n")));
        }
    }

    @Nested
    class AMaildir extends Kept {
        @Override
        List<Path> write(List<byte[]> messages) throws IOException {
            Path maildir = folder.resolve("Maildir");
            for (String part : List.of("cur", "new", "tmp")) {
                Files.createDirectories(maildir.resolve(part));
            }
            for (int i = 0; i < messages.size(); i++) {
                // Delivered in order; the latest is still new
                String name = 1_762_300_000 + i + ".M1P2.host";
                boolean seen = i + 1 < messages.size();
                Files.write(
                        maildir.resolve(seen ? "cur" : "new").resolve(seen ? name + ":2,S" : name), messages.get(i));
            }
            return List.of(maildir);
        }
    }

    @Nested
    class AFolderOfEmlFiles extends Kept {
        @Override
        List<Path> write(List<byte[]> messages) throws IOException {
            for (int i = 0; i < messages.size(); i++) {
                Files.write(folder.resolve("mail-" + i + ".eml"), messages.get(i));
            }
            Files.writeString(folder.resolve("notes.txt"), "no mail");
            return List.of(folder);
        }
    }

    @Nested
    class AnMhFolder extends Kept {
        @Override
        List<Path> write(List<byte[]> messages) throws IOException {
            for (int i = 0; i < messages.size(); i++) {
                Files.write(folder.resolve(Integer.toString(i + 9)), messages.get(i));
            }
            return List.of(folder);
        }
    }

    @Nested
    class SeveralFiles extends Kept {
        @Override
        List<Path> write(List<byte[]> messages) throws IOException {
            List<Path> paths = new ArrayList<>();
            for (byte[] message : messages) {
                paths.add(Files.write(folder.resolve("m" + paths.size() + ".eml"), message));
            }
            return paths;
        }
    }

    @Test
    void aLineThatBeginsWithFromIsTextUnlessATimeFollows() throws IOException {
        String text = new String(MailboxContract.message("one"), StandardCharsets.UTF_8)
                + "\r\nFrom here on it is uphill.\r\n\r\nFrom ten people five came.\r\n";
        Path mbox = Files.write(folder.resolve("mbox"), mbox(List.of(text.getBytes(StandardCharsets.UTF_8)), "\n"));
        try (Mailbox mailbox = FileMailbox.open(List.of(mbox))) {
            assertThat(mailbox.uids()).hasSize(1);
            assertThat(MailboxContract.mails(mailbox, mailbox.uids()).getFirst().body())
                    .endsWith("From here on it is uphill.\n\nFrom ten people five came.\n");
        }
    }

    @Test
    void aMailWithoutDateHasTheTimeOfItsFromLine() throws IOException {
        String mbox = "From ada@example.org Mon Nov  3 09:12:00 2025\nFrom: ada@example.org\nSubject: Hi\n\nHello.\n";
        Path file = Files.writeString(folder.resolve("mbox"), mbox);
        try (Mailbox mailbox = FileMailbox.open(List.of(file))) {
            assertThat(MailboxContract.mails(mailbox, mailbox.uids())
                            .getFirst()
                            .sent()
                            .local())
                    .hasToString("2025-11-03T09:12");
        }
    }

    @Test
    void aMaildirKeepsItsUidsWhenAMailIsRead() throws IOException {
        Path current = Files.createDirectories(folder.resolve("cur"));
        Path mail = Files.write(current.resolve("1762300000.M1.host:2,"), MailboxContract.message("one"));
        Mailbox.UidValidity before;
        try (Mailbox mailbox = FileMailbox.open(List.of(folder))) {
            before = mailbox.uidValidity();
        }
        Files.move(mail, current.resolve("1762300000.M1.host:2,S"));
        try (Mailbox mailbox = FileMailbox.open(List.of(folder))) {
            assertThat(mailbox.uidValidity()).isEqualTo(before);
        }
    }

    @Test
    void standardInputMayBeAMailOrAnMbox() {
        byte[] one = MailboxContract.message("one");
        try (Mailbox mailbox = FileMailbox.open(new ByteArrayInputStream(one), "standard input")) {
            assertThat(MailboxContract.mails(mailbox, mailbox.uids())).hasSize(1);
        }
        byte[] two = mbox(List.of(one, MailboxContract.message("two")), "\n");
        try (Mailbox mailbox = FileMailbox.open(new ByteArrayInputStream(two), "standard input")) {
            assertThat(MailboxContract.mails(mailbox, mailbox.uids())).hasSize(2);
        }
    }

    @Test
    void aLargeAttachmentIsNotHeldInMemory() throws IOException {
        Path file = folder.resolve("large.eml");
        writeWithAttachment(file, 50 << 20);
        try (Mailbox mailbox = FileMailbox.open(List.of(file))) {
            Mail mail = MailboxContract.mails(mailbox, mailbox.uids()).getFirst();
            assertThat(mail.body()).isEqualTo("The film is attached.");
            assertThat(mail.attachments()).containsExactly("film.mp4");
            assertThat(mail.skipped()).isEmpty();
        }
    }

    @Test
    void ofAHugeMailTheBeginningIsRead() throws IOException {
        Path file = folder.resolve("huge.eml");
        writeWithAttachment(file, 70 << 20);
        try (Mailbox mailbox = FileMailbox.open(List.of(file))) {
            Mail mail = MailboxContract.mails(mailbox, mailbox.uids()).getFirst();
            assertThat(mail.body()).isEqualTo("The film is attached.");
            assertThat(mail.skipped()).extracting(Skipped::why).anyMatch(why -> why.contains("64 MB"));
        }
    }

    @Test
    void whatIsNoMailIsSaidInOneSentence() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.mbox"));
        Path text = Files.writeString(folder.resolve("letter.txt"), "Dear Ada,\n\nhow are you?\n");
        Path binary = Files.write(folder.resolve("picture.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0});
        Path nothing = Files.createDirectory(folder.resolve("nothing"));
        assertFileError(() -> FileMailbox.open(List.of(folder.resolve("missing.eml"))), "missing.eml doesn't exist");
        assertFileError(() -> FileMailbox.open(List.of(empty)), "empty.mbox is empty");
        assertFileError(() -> FileMailbox.open(List.of(text)), "letter.txt is no mail");
        assertFileError(() -> FileMailbox.open(List.of(binary)), "picture.png is no mail");
        assertFileError(() -> FileMailbox.open(List.of(nothing)), "nothing holds no mail");
        assertFileError(
                () -> FileMailbox.open(new ByteArrayInputStream(new byte[0]), "standard input"),
                "standard input is empty");
    }

    private static void assertFileError(ThrowingCallable opening, String sentence) {
        assertThatThrownBy(opening)
                .isInstanceOfSatisfying(
                        MailboxException.class, e -> assertThat(e.kind()).isEqualTo(MailboxException.Kind.FILE))
                .hasMessageContaining(sentence)
                .hasMessageEndingWith(".");
    }

    private static void writeWithAttachment(Path file, int size) throws IOException {
        String head = """
                From: ada@example.org
                Date: Wed, 5 Nov 2025 09:30:00 +0100
                Content-Type: multipart/mixed; boundary=cut

                --cut
                Content-Type: text/plain

                The film is attached.
                --cut
                Content-Type: video/mp4; name=film.mp4
                Content-Transfer-Encoding: base64

                """.replace("\n", "\r\n");
        byte[] line = ("QUJD".repeat(19) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        try (var out = new java.io.BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            for (int written = 0; written < size; written += line.length) {
                out.write(line);
            }
            out.write("\r\n--cut--\r\n".getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static byte[] mbox(List<byte[]> messages, String lineEnd) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] message : messages) {
            String text = "From ada@example.org Wed Nov  5 09:30:00 2025\n"
                    + new String(message, StandardCharsets.ISO_8859_1).replace("\r\n", "\n")
                    + "\n";
            out.writeBytes(text.replace("\n", lineEnd).getBytes(StandardCharsets.ISO_8859_1));
        }
        return out.toByteArray();
    }
}
