package app.whichday.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Calendar files of many projects, many of them malformed on purpose: none may do harm, and what is sound must be read. */
@Tag("corpus")
class InvitationsCorpusTest {
    private static final Path FILES =
            Path.of(System.getProperty("whichday.data", "../shared/data")).resolve("ics/ics.tar.gz");
    private static final Duration PER_FILE = Duration.ofSeconds(10);

    @Test
    void everyFileIsReadOrRefusedSoon() throws IOException {
        assumeThat(FILES).as("the corpus of calendar files").exists();
        int files = 0;
        int withEvents = 0;
        int read = 0;
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new GzipCompressorInputStream(new BufferedInputStream(Files.newInputStream(FILES))))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isFile()) {
                    String text = new String(tar.readAllBytes(), StandardCharsets.UTF_8);
                    Optional<Invitation> invitation = Assertions.assertTimeout(
                            PER_FILE, () -> Invitations.read(text, ZoneId.of("Europe/Berlin")), entry.getName());
                    files++;
                    withEvents += text.toUpperCase(Locale.ROOT).contains("BEGIN:VEVENT") ? 1 : 0;
                    read += invitation.isPresent() ? 1 : 0;
                }
            }
        }
        System.out.printf(
                Locale.ROOT, "%d calendar files, %d with events, %d read as one invitation%n", files, withEvents, read);
        // The others hold several events, no UID or no start; most are templates with placeholders for dates.
        assertThat(read).isGreaterThanOrEqualTo(160);
    }
}
