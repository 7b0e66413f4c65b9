package app.whichday.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProvenanceTest {
    @Test
    void isTheSameAfterAJourneyThroughJson() {
        Provenance provenance = new Provenance(
                new Subtask("reading"),
                new ModelVersion("reading/base-2"),
                Optional.of(new ModelVersion("reading/base-1")),
                List.of(new Provenance.Data("pairs.jsonl", "ab12", 614)),
                2100,
                Map.of("l2", "1.0"),
                List.of(Metric.share("accuracy", 77, 100)),
                List.of(new Curves.Reliability(0.91, 0.88, 40)),
                List.of(new Curves.Coverage(0.5, 0.99, 0.97), new Curves.Coverage(1, 0.9, 0.31)),
                Instant.parse("2026-01-02T03:04:05Z"));
        assertThat(Provenance.fromJson(provenance.toJson())).isEqualTo(provenance);
    }

    @Test
    void refusesOtherJson() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Provenance.fromJson("[1, 2]"))
                .withMessageStartingWith("Not the provenance of a model");
        assertThatIllegalArgumentException().isThrownBy(() -> Provenance.fromJson("{"));
    }

    @Test
    void aShareKnowsItsIntervalEvenAtTheEdges() {
        Metric half = Metric.share("accuracy", 50, 100);
        assertThat(half.low()).isEqualTo(0.404, within(0.001));
        assertThat(half.high()).isEqualTo(0.596, within(0.001));
        assertThat(Metric.share("accuracy", 10, 10).low()).isEqualTo(0.722, within(0.001));
        assertThat(Metric.share("accuracy", 0, 0)).isEqualTo(new Metric("accuracy", 0, 0, 1, 0));
        assertThat(half).hasToString("accuracy 0.500 [0.404, 0.596] (n=100)");
    }
}
