package app.whichday.choice;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Trains a model on from another by some examples: the likeliest weights under a Gaussian prior around those of the other (MAP;
 * Chelba and Acero 2004, Adaptation of Maximum Entropy Capitalizer: Little Data Can Help a Lot). What the examples don't tell of
 * stays as it was, to the bit. Deterministic.
 *
 * <p>The examples are compiled once for any number of priors. For one thread.
 */
public final class LogLinearTuner {
    private static final int ITERATIONS = 60;
    /** Nothing is held out to watch: the prior alone keeps weights in bounds. */
    private static final int PATIENCE = 1;
    /** Words of a single decision say more about that mail than about its owner. */
    private static final int LEAST_EXAMPLES = 2;

    private static final double NEGLIGIBLE = 1e-3;

    private final LogLinearModel from;
    private final LogLinearModel.Entries entries;
    private final List<? extends Example<?>> examples;
    private @Nullable Compiled habits;
    private @Nullable Compiled all;

    private record Compiled(Columns columns, CompiledExamples examples) {}

    /** @param from whose temperature the tuned models keep */
    public LogLinearTuner(LogLinearModel from, List<? extends Example<?>> examples) {
        this.from = from;
        this.entries = from.entries();
        this.examples = List.copyOf(examples);
    }

    public LogLinearModel tune(Prior prior, ModelVersion version) {
        Compiled compiled = compiled(prior.habitsOnly());
        Columns columns = compiled.columns;
        double[] strength = new double[columns.size()];
        Arrays.setAll(strength, i -> prior.strength(columns.hash(i)));
        double[] moved = new double[columns.size()];
        Lbfgs.minimise(
                (x, gradient) -> regularised(compiled.examples, strength, x, gradient),
                moved,
                ITERATIONS,
                PATIENCE,
                x -> 0);
        return moved(columns, moved, version);
    }

    private Compiled compiled(boolean habitsOnly) {
        Compiled known = habitsOnly ? habits : all;
        if (known != null) {
            return known;
        }
        LongPredicate isHabit = hash -> Scope.of(hash) != null;
        Columns columns = habitsOnly
                ? new Columns(examples, isHabit, 1)
                : new Columns(examples, hash -> true, hash -> isHabit.test(hash) ? 1 : LEAST_EXAMPLES);
        Compiled compiled = new Compiled(columns, new CompiledExamples(examples, columns, from::score));
        if (habitsOnly) {
            habits = compiled;
        } else {
            all = compiled;
        }
        return compiled;
    }

    /** Of how far weights have moved; those of infinite strength stay where they are. */
    private static double regularised(CompiledExamples examples, double[] strength, double[] x, double[] gradient) {
        Arrays.fill(gradient, 0);
        double loss = examples.loss(x, gradient);
        for (int i = 0; i < x.length; i++) {
            if (Double.isInfinite(strength[i])) {
                gradient[i] = 0;
            } else {
                loss += strength[i] / 2 * x[i] * x[i];
                gradient[i] += strength[i] * x[i];
            }
        }
        return loss;
    }

    private LogLinearModel moved(Columns columns, double[] moved, ModelVersion version) {
        int known = entries.hashes().length;
        long[] hashes = Arrays.copyOf(entries.hashes(), known + moved.length);
        float[] weights = Arrays.copyOf(entries.weights(), known + moved.length);
        int n = known;
        for (int i = 0; i < moved.length; i++) {
            if (Math.abs(moved[i]) < NEGLIGIBLE) {
                continue;
            }
            // Scores are divided by the temperature, and what was learned is to count in full.
            float by = (float) (moved[i] * from.temperature());
            int at = Arrays.binarySearch(entries.hashes(), columns.hash(i));
            if (at >= 0) {
                weights[at] += by;
            } else {
                hashes[n] = columns.hash(i);
                weights[n++] = by;
            }
        }
        return new LogLinearModel(version, from.temperature(), Arrays.copyOf(hashes, n), Arrays.copyOf(weights, n));
    }
}
