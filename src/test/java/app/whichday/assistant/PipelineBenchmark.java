package app.whichday.assistant;

import app.whichday.account.Owner;
import app.whichday.mail.Mail;
import app.whichday.mail.MailParser;
import app.whichday.mail.SentTime;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Mails per second of processor time on one thread, from raw bytes to everything that is understood of them, beside parsing
 * alone with Angus Mail in the same run. Run its main with a folder of {@code .tar.gz} archives of raw mails: {@code ./mvnw -q
 * test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=app.whichday.assistant.PipelineBenchmark
 * -Dexec.args=FOLDER}.
 */
public final class PipelineBenchmark {
    private static final int ROUNDS = 4;
    private static final SentTime UNTOLD =
            new SentTime(LocalDateTime.of(2001, 1, 1, 0, 0), Optional.of(ZoneOffset.UTC));
    private static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final Session SESSION = Session.getInstance(new Properties());
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private PipelineBenchmark() {}

    /** Something done with a mail's bytes. */
    private interface Work {
        int on(byte[] mail) throws IOException, MessagingException;
    }

    public static void main(String[] args) throws IOException, MessagingException {
        Path folder = Path.of(args.length > 0 ? args[0] : "../shared/data/mailbox");
        List<byte[]> mails = read(folder);
        MailReader reader = MailReader.base();
        for (int round = 1; round <= ROUNDS; round++) {
            double angus = perSecond(mails, PipelineBenchmark::parseOnly);
            double parser = perSecond(
                    mails, mail -> MailParser.parse(mail, UNTOLD).blocks().size());
            double whole = perSecond(mails, mail -> whole(reader, mail));
            System.out.printf(
                    Locale.ROOT,
                    "round %d, %d mails: Angus Mail alone %.0f/s, our parser %.0f/s, end to end %.0f/s: %.2f of parsing alone%n",
                    round,
                    mails.size(),
                    angus,
                    parser,
                    whole,
                    whole / angus);
        }
    }

    private static double perSecond(List<byte[]> mails, Work work) throws IOException, MessagingException {
        long begin = THREADS.getCurrentThreadCpuTime();
        int sum = 0;
        for (byte[] mail : mails) {
            sum += work.on(mail);
        }
        if (sum == 0) {
            throw new IllegalStateException("Nothing was read");
        }
        return mails.size() * 1e9 / (THREADS.getCurrentThreadCpuTime() - begin);
    }

    private static int whole(MailReader reader, byte[] bytes) {
        Mail mail = MailParser.parse(bytes, UNTOLD);
        Set<String> emails = mail.to().isEmpty() || mail.to().getFirst().email().isEmpty()
                ? Set.of()
                : Set.of(mail.to().getFirst().email());
        Understanding understood = reader.read(mail, new Owner("", emails, ZONE, Locale.US));
        return 1 + understood.dates().size();
    }

    /** Headers and decoded text, as any program has to have them. */
    private static int parseOnly(byte[] bytes) throws IOException, MessagingException {
        MimeMessage message = new MimeMessage(SESSION, new ByteArrayInputStream(bytes));
        int length = 1;
        for (String header : List.of("From", "To", "Cc", "Subject", "Date", "Message-ID")) {
            String[] values = message.getHeader(header);
            length += values == null ? 0 : values[0].length();
        }
        return length + text(message);
    }

    private static int text(Part part) throws IOException, MessagingException {
        if (part.isMimeType("text/*")) {
            return part.getContent() instanceof String text ? text.length() : 0;
        }
        int length = 0;
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                length += text(parts.getBodyPart(i));
            }
        }
        return length;
    }

    private static List<byte[]> read(Path folder) throws IOException {
        List<byte[]> mails = new ArrayList<>();
        try (DirectoryStream<Path> archives = Files.newDirectoryStream(folder, "*.tar.gz")) {
            for (Path archive : archives) {
                try (InputStream in = Files.newInputStream(archive);
                        TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(in))) {
                    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                        if (entry.isFile()) {
                            mails.add(tar.readAllBytes());
                        }
                    }
                }
            }
        }
        return mails;
    }
}
