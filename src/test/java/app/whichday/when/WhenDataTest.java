package app.whichday.when;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import app.whichday.mail.Mail;
import app.whichday.mail.MailParser;
import app.whichday.mail.SentTime;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over other people's mail, where it is at hand: nothing that people write may end in an exception. */
@Tag("corpus")
class WhenDataTest {
    private static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final Path DATA = Path.of(System.getProperty("whichday.data", "../shared/data"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mime/mime.tar.gz",
                "mailbox/beck-s.tar.gz",
                "mailbox/farmer-d.tar.gz",
                "mailbox/lokay-m.tar.gz",
                "mailbox/williams-w3.tar.gz"
            })
    void everyRawMailIsReadWithoutContradiction(String archive) throws IOException {
        assumeThat(Files.exists(DATA.resolve(archive)))
                .as("raw mails at " + DATA.resolve(archive))
                .isTrue();
        WhenInMail reader = new WhenInMail(WhenReader.base());
        SentTime unknown = new SentTime(LocalDateTime.of(2001, 5, 15, 9, 0), Optional.of(ZONE));
        int mails = 0;
        try (TarArchiveInputStream files = new TarArchiveInputStream(
                new GzipCompressorInputStream(Files.newInputStream(DATA.resolve(archive)), true))) {
            for (TarArchiveEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
                if (file.isFile()) {
                    Mail mail = MailParser.parse(files.readAllBytes(), unknown);
                    List<Expression> found = reader.read(mail, ZONE, Locale.US).stream()
                            .map(DatedExpression::expression)
                            .toList();
                    WhenReaderRobustnessTest.check(mail.body(), found);
                    mails++;
                }
            }
        }
        assertThat(mails).isGreaterThan(100);
    }

    @Test
    void everyLabelledMailIsRead() throws IOException {
        assumeThat(Files.exists(DATA.resolve("mails/more.jsonl")))
                .as("labelled mails at " + DATA)
                .isTrue();
        WhenReader reader = WhenReader.base();
        ObjectMapper json = new ObjectMapper();
        int found = 0;
        for (String file : new String[] {"mails/mails.jsonl", "mails/more.jsonl"}) {
            for (String line : Files.readAllLines(DATA.resolve(file))) {
                JsonNode mail = json.readTree(line);
                Anchor anchor = new Anchor(Instant.parse("2001-05-15T14:00:00Z"), ZONE, Locale.US);
                found += reader.read(mail.get("body").asText(), anchor).size();
            }
        }
        assertThat(found).isPositive();
    }
}
