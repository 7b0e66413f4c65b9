package app.whichday.tuning;

import app.whichday.choice.Curves;
import app.whichday.choice.Metric;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well one engine answers one subtask.
 *
 * @param engine {@code local}, {@code shipped}, {@code language}, {@code cascade}, or a model file
 * @param seen whether it was trained on the people that it is judged on: then the figures flatter it
 * @param metrics accuracy, F1 where there are classes, accuracy of the surest answers, calibration error
 * @param latency how long an answer takes
 * @param use what a language model was asked for it; null where none was
 */
@RegisterForReflection
public record Figures(
        String subtask,
        String engine,
        String version,
        boolean seen,
        int questions,
        List<Metric> metrics,
        List<Curves.Reliability> reliability,
        List<Curves.Coverage> coverage,
        Latency latency,
        @Nullable Use use) {
    public Figures {
        metrics = List.copyOf(metrics);
        reliability = List.copyOf(reliability);
        coverage = List.copyOf(coverage);
    }

    /** Percentiles in microseconds. */
    @RegisterForReflection
    public record Latency(double p50, double p95, double p99) {}

    /**
     * Calls to a language model.
     *
     * @param kept questions that a cascade answered without one
     * @param fellBack calls that ended in the local answer
     * @param cost in the configured currency
     * @param saved what the kept questions would have cost
     */
    @RegisterForReflection
    public record Use(
            long calls, long kept, long fellBack, long inputTokens, long outputTokens, double cost, double saved) {}
}
