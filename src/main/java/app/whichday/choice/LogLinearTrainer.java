package app.whichday.choice;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Finds the weights that make the right options of the examples likely: maximum likelihood of the softmax over each
 * question's options, with a Gaussian prior (L2). Deterministic to the bit for the same examples in the same order.
 *
 * @param l2 the strength of the prior, above 0; the larger, the smaller the weights
 * @param leastExamples features in fewer examples get no weight; 1 keeps all
 * @param iterations of L-BFGS at most
 */
public record LogLinearTrainer(double l2, int leastExamples, int iterations) {
    /** Iterations without a better held-out loss after which training stops. */
    private static final int PATIENCE = 8;
    /** Weights smaller than this change no probability that anybody sees, and only make the file larger. */
    private static final double NEGLIGIBLE = 1e-3;

    public LogLinearTrainer {
        if (!(l2 > 0 && Double.isFinite(l2))) {
            throw new IllegalArgumentException("l2 is above 0, not " + l2);
        }
        if (leastExamples < 1 || iterations < 1) {
            throw new IllegalArgumentException(
                    "leastExamples and iterations are at least 1, not " + leastExamples + " and " + iterations);
        }
    }

    /** Trains on all examples, temperature 1. */
    public LogLinearModel train(List<? extends Example<?>> examples, ModelVersion version) {
        return train(examples, List.of(), version);
    }

    /**
     * Trains until the loss on the held-out examples stops falling, then sets the temperature on them.
     *
     * @param heldOut of other groups than the examples; empty for none
     */
    public LogLinearModel train(
            List<? extends Example<?>> examples, List<? extends Example<?>> heldOut, ModelVersion version) {
        Columns columns = new Columns(examples, leastExamples);
        CompiledExamples training = new CompiledExamples(examples, columns);
        CompiledExamples watched = new CompiledExamples(heldOut, columns);
        ToDoubleFunction<double[]> watch = watched.size() == 0 ? w -> 0 : w -> watched.loss(w, null);
        double[] weights = new double[columns.size()];
        Lbfgs.minimise((w, gradient) -> regularised(training, w, gradient), weights, iterations, PATIENCE, watch);
        LogLinearModel model = model(columns, weights, version);
        if (watched.size() == 0) {
            return model;
        }
        LogLinearChooser chooser = new LogLinearChooser(model);
        return model.withTemperature(Calibration.temperature(
                heldOut.stream().map(example -> Outcome.of(chooser, example)).toList()));
    }

    /**
     * Adds features to a model, whose own weights stay to the bit: what it says of questions without the new features doesn't
     * change. For examples that are written to teach those features and nothing else.
     *
     * @param base of temperature 1
     * @param added which features, by name, get a weight; the base knows none of them
     */
    public LogLinearModel extend(LogLinearModel base, List<? extends Example<?>> examples, Predicate<String> added) {
        if (base.temperature() != 1) {
            throw new IllegalArgumentException("A model is extended before its temperature is set");
        }
        Set<Long> wanted = new HashSet<>();
        for (Example<?> example : examples) {
            for (Option<?> option : example.question().options()) {
                Features features = option.features();
                for (int f = 0; f < features.size(); f++) {
                    if (added.test(features.name(f))) {
                        wanted.add(features.hash(f));
                    }
                }
            }
        }
        Columns columns = new Columns(examples, wanted::contains, leastExamples);
        CompiledExamples training = new CompiledExamples(examples, columns, base::score);
        double[] weights = new double[columns.size()];
        Lbfgs.minimise((w, gradient) -> regularised(training, w, gradient), weights, iterations, PATIENCE, w -> 0);
        LogLinearModel.Entries old = base.entries();
        LogLinearModel.Entries more = model(columns, weights, base.version()).entries();
        int known = old.hashes().length;
        int all = known + more.hashes().length;
        long[] hashes = Arrays.copyOf(old.hashes(), all);
        float[] kept = Arrays.copyOf(old.weights(), all);
        System.arraycopy(more.hashes(), 0, hashes, known, all - known);
        System.arraycopy(more.weights(), 0, kept, known, all - known);
        return new LogLinearModel(base.version(), 1, hashes, kept);
    }

    private double regularised(CompiledExamples training, double[] weights, double[] gradient) {
        Arrays.fill(gradient, 0);
        double loss = training.loss(weights, gradient);
        for (int i = 0; i < weights.length; i++) {
            loss += l2 / 2 * weights[i] * weights[i];
            gradient[i] += l2 * weights[i];
        }
        return loss;
    }

    private static LogLinearModel model(Columns columns, double[] weights, ModelVersion version) {
        long[] hashes = new long[weights.length];
        float[] kept = new float[weights.length];
        int n = 0;
        for (int i = 0; i < weights.length; i++) {
            if (Math.abs(weights[i]) >= NEGLIGIBLE) {
                hashes[n] = columns.hash(i);
                kept[n++] = (float) weights[i];
            }
        }
        return new LogLinearModel(version, 1, Arrays.copyOf(hashes, n), Arrays.copyOf(kept, n));
    }
}
