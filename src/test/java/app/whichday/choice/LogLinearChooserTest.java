package app.whichday.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogLinearChooserTest {
    private static final Subtask WHICH = new Subtask("which");
    private static final LogLinearModel MODEL = LogLinearModel.of(
            new ModelVersion("which/test"), Map.of("tense=past&week=last", Math.log(3), "far", -1.0, "unused", 7.0));

    private static final Features PAST = Features.builder().is("tense=past").build();
    private static final Option<String> LAST = option("last", "week=last");
    private static final Option<String> THIS = option("this", "week=this");

    private static Option<String> option(String value, String attribute) {
        return new Option<>(
                value, value, Features.builder().cross(attribute, PAST).build());
    }

    @Test
    void probabilitiesAreTheSoftmaxOfTheWeights() {
        Ranking<String> ranking =
                new LogLinearChooser(MODEL).rank(new Question<>(WHICH, "It rained Friday", List.of(THIS, LAST)));
        assertThat(ranking.best().value()).isEqualTo("last");
        assertThat(ranking.best().probability()).isEqualTo(0.75, within(1e-7));
        assertThat(ranking.margin()).isEqualTo(0.5, within(1e-7));
        assertThat(ranking.by()).isEqualTo(new ModelVersion("which/test"));
    }

    @Test
    void aHigherTemperatureIsLessSure() {
        Ranking<String> ranking =
                new LogLinearChooser(MODEL.withTemperature(2)).rank(new Question<>(WHICH, "", List.of(THIS, LAST)));
        assertThat(ranking.best().probability()).isEqualTo(Math.sqrt(3) / (1 + Math.sqrt(3)), within(1e-7));
    }

    @Test
    void enormousScoresStayProbabilities() {
        Option<String> huge =
                new Option<>("huge", "huge", Features.builder().is("far", -1e6).build());
        Ranking<String> ranking = new LogLinearChooser(MODEL).rank(new Question<>(WHICH, "", List.of(THIS, huge)));
        assertThat(ranking.best()).isEqualTo(new Ranked<>(huge, 1.0));
        assertThat(ranking.ranked().get(1).probability()).isZero();
    }

    @Test
    void whatNoFeatureTellsApartKeepsTheQuestionsOrder() {
        Option<String> a = new Option<>("a", "a", Features.none());
        Option<String> b = new Option<>("b", "b", Features.none());
        assertThat(new LogLinearChooser(MODEL)
                        .rank(new Question<>(WHICH, "", List.of(b, a)))
                        .ranked())
                .extracting(Ranked::value)
                .containsExactly("b", "a");
    }

    @Test
    void explainsAChoiceByWhatSetItApart() {
        Option<String> farAndLast = new Option<>(
                "last",
                "last",
                Features.builder().is("far", 0.5).cross("week=last", PAST).build());
        assertThat(new LogLinearChooser(MODEL)
                        .explain(new Question<>(WHICH, "", List.of(farAndLast, THIS)), farAndLast, 5))
                .extracting(Reason::feature)
                .containsExactly("week=last&tense=past", "far");
    }

    @Test
    void aModelFileReadsBackEqualAndIsTheSameBytesEachTime(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("which.model");
        LogLinearModelFile.write(MODEL.withTemperature(1.25), file);
        LogLinearModel read = LogLinearModelFile.read(file);
        assertThat(read.version()).isEqualTo(MODEL.version());
        assertThat(read.temperature()).isEqualTo(1.25);
        assertThat(read.size()).isEqualTo(3);
        assertThat(read.weight(FeatureHash.of("far"))).isEqualTo(-1);
        assertThat(read.weight(FeatureHash.of("near"))).isZero();
        assertThat(LogLinearModelFile.bytes(read)).isEqualTo(Files.readAllBytes(file));
    }

    @Test
    void aDamagedModelFileIsRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("which.model");
        byte[] bytes = LogLinearModelFile.bytes(MODEL);
        byte[] flipped = bytes.clone();
        flipped[bytes.length - 8] ^= 1;
        Files.write(file, flipped);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> LogLinearModelFile.read(file))
                .withMessageEndingWith("checksum is wrong");
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 5));
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> LogLinearModelFile.read(file))
                .withMessageContaining("cut off or damaged");
        Files.writeString(file, "this is a letter to my grandmother");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> LogLinearModelFile.read(file))
                .withMessageEndingWith("is not a Whichday model");
    }
}
