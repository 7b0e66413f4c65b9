package app.whichday.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.whichday.choice.LogLinearModel;
import app.whichday.choice.LogLinearModelFile;
import app.whichday.choice.Metric;
import app.whichday.choice.Provenance;
import app.whichday.when.Sighting;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over the labelled data, where it lies beside the project. */
class BaseTrainingTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @Test
    @Tag("corpus")
    void theSameDataGivesTheSameModelsWithTheirProvenance(@TempDir Path data, @TempDir Path first, @TempDir Path second)
            throws IOException {
        LabelledData.part(12, data);
        String printed = train(data, first);
        train(data, second);
        List<String> models = models(first);
        assertThat(models).contains("when/reading", "when/is-time", "triage/triage", "intent/intent", "event/event");
        for (String name : models) {
            Path model = first.resolve(name + ".model");
            assertThat(model).hasSameBinaryContentAs(second.resolve(name + ".model"));
            LogLinearModel read = LogLinearModelFile.read(model);
            Provenance provenance = Provenance.fromJson(Files.readString(first.resolve(name + ".json")));
            assertThat(provenance.version()).isEqualTo(read.version());
            assertThat(provenance.trainedAt()).isEqualTo(NOW);
            assertThat(provenance.data()).extracting(Provenance.Data::name).isNotEmpty();
        }
        assertThat(printed)
                .contains(
                        Sighting.READING.name() + System.lineSeparator() + "  accuracy",
                        "asking below 0.75, MAILS: wrong day");
    }

    /** Figures rather than weights: another processor's last bit may differ. */
    @Test
    @Tag("long")
    void whatShipsIsWhatTheWholeDataGives(@TempDir Path trained) throws IOException {
        train(LabelledData.whole(), trained);
        for (String name : models(trained)) {
            Provenance here = Provenance.fromJson(Files.readString(trained.resolve(name + ".json")));
            Provenance ships = shipped(name);
            assertThat(here.data()).as(name).isEqualTo(ships.data());
            assertThat(here.metrics()).as(name).hasSameSizeAs(ships.metrics());
            for (int i = 0; i < here.metrics().size(); i++) {
                Metric metric = here.metrics().get(i);
                Metric promised = ships.metrics().get(i);
                assertThat(metric.name()).isEqualTo(promised.name());
                assertThat(metric.value()).as(name + ", " + metric.name()).isCloseTo(promised.value(), within(0.005));
            }
        }
    }

    /** Such as {@code when/reading}. */
    private static List<String> models(Path resources) throws IOException {
        try (Stream<Path> files = Files.walk(resources)) {
            return files.map(file -> resources.relativize(file).toString())
                    .filter(name -> name.endsWith(".model"))
                    .map(name -> name.substring(0, name.length() - ".model".length()))
                    .sorted()
                    .toList();
        }
    }

    private static Provenance shipped(String name) throws IOException {
        try (InputStream json = BaseTraining.class.getResourceAsStream("/" + name + ".json")) {
            assertThat(json).as("/%s.json", name).isNotNull();
            return Provenance.fromJson(new String(json.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static String train(Path data, Path resources) throws IOException {
        StringWriter printed = new StringWriter();
        new BaseTraining(resources, Clock.fixed(NOW, ZoneOffset.UTC), new PrintWriter(printed)).run(data);
        return printed.toString();
    }
}
