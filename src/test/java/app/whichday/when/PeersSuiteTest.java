package app.whichday.when;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Other parsers' suites, where they are at hand. Nothing is tuned on them; docs/conventions.md lists where we differ on purpose. */
@Tag("corpus")
class PeersSuiteTest {
    private static final Path DATA = Path.of(System.getProperty("whichday.data", "../shared/data"));

    @ParameterizedTest
    @CsvSource({"RECOGNIZERS, 0.75", "CHRONO, 0.80", "DUCKLING, 0.70", "DUCKLING_GERMAN, 0.81"})
    void atLeastThisShareIsExact(PeersSuite suite, double share) throws IOException {
        assumeThat(Files.exists(DATA.resolve("when")))
                .as("suites of other parsers at " + DATA)
                .isTrue();
        PeersSuite.Score score = suite.score(DATA, WhenReader.base());
        assertThat(score.share())
                .as(() -> suite + ": " + score.exact() + " of " + score.rows() + " exact; not so: "
                        + String.join("\n", score.misses()))
                .isGreaterThanOrEqualTo(share);
    }
}
