package app.whichday.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.whichday.choice.LogLinearModel;
import app.whichday.choice.LogLinearModelFile;
import app.whichday.choice.Provenance;
import app.whichday.when.Sighting;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over the labelled data, where it lies beside the project: some minutes on a busy machine. */
@Tag("corpus")
class BaseTrainingTest {
    private static final Path DATA = Path.of(System.getProperty("whichday.data", "../shared/data"));
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @Test
    void theSameDataGivesTheSameModelsWithTheirProvenance(@TempDir Path first, @TempDir Path second)
            throws IOException {
        assumeTrue(Files.isDirectory(DATA), "No labelled data at " + DATA + " (set -Dwhichday.data=DIR)");
        String printed = train(first);
        train(second);
        for (String name : new String[] {"reading", "is-time"}) {
            Path model = first.resolve("when/" + name + ".model");
            assertThat(model).hasSameBinaryContentAs(second.resolve("when/" + name + ".model"));
            LogLinearModel read = LogLinearModelFile.read(model);
            Provenance provenance = Provenance.fromJson(Files.readString(first.resolve("when/" + name + ".json")));
            assertThat(provenance.version()).isEqualTo(read.version());
            assertThat(provenance.trainedAt()).isEqualTo(NOW);
            assertThat(provenance.data()).extracting(Provenance.Data::name).contains("mails/mails.jsonl");
        }
        assertThat(printed)
                .contains(
                        Sighting.READING.name() + System.lineSeparator() + "  accuracy",
                        "asking below 0.75, MAILS: wrong day");
    }

    private static String train(Path resources) throws IOException {
        StringWriter printed = new StringWriter();
        new BaseTraining(resources, Clock.fixed(NOW, ZoneOffset.UTC), new PrintWriter(printed)).run(DATA);
        return printed.toString();
    }
}
