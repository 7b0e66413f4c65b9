package app.whichday.choice;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Examples as flat arrays, features as column numbers: what a trainer sweeps over some hundred times. Questions own
 * consecutive options, options own consecutive entries.
 */
final class CompiledExamples {
    private final int[] firstOption;
    private final double[] weight;
    private final boolean[] right;
    private final int[] firstEntry;
    private final int[] column;
    private final float[] value;
    /** What an option scores before any column is weighed. */
    private final double[] start;

    /** Entries whose feature has no column are left out; examples that teach nothing as well. */
    CompiledExamples(List<? extends Example<?>> examples, Columns columns) {
        this(examples, columns, features -> 0);
    }

    /** @param start the score of an option before any column is weighed */
    CompiledExamples(List<? extends Example<?>> examples, Columns columns, ToDoubleFunction<Features> start) {
        List<? extends Example<?>> learnable =
                examples.stream().filter(Example::learnable).toList();
        int options = 0;
        int entries = 0;
        for (Example<?> example : learnable) {
            for (Option<?> option : example.question().options()) {
                options++;
                entries += option.features().size();
            }
        }
        firstOption = new int[learnable.size() + 1];
        weight = new double[learnable.size()];
        right = new boolean[options];
        firstEntry = new int[options + 1];
        this.start = new double[options];
        int[] column = new int[entries];
        float[] value = new float[entries];
        int o = 0;
        int e = 0;
        for (int i = 0; i < learnable.size(); i++) {
            Example<?> example = learnable.get(i);
            weight[i] = example.weight();
            firstOption[i] = o;
            List<? extends Option<?>> list = example.question().options();
            for (int k = 0; k < list.size(); k++) {
                right[o] = example.right().contains(k);
                Features features = list.get(k).features();
                this.start[o] = start.applyAsDouble(features);
                firstEntry[o++] = e;
                for (int f = 0; f < features.size(); f++) {
                    int c = columns.of(features.hash(f));
                    if (c >= 0 && features.value(f) != 0) {
                        column[e] = c;
                        value[e++] = (float) features.value(f);
                    }
                }
            }
        }
        firstOption[learnable.size()] = o;
        firstEntry[o] = e;
        this.column = Arrays.copyOf(column, e);
        this.value = Arrays.copyOf(value, e);
    }

    int size() {
        return weight.length;
    }

    /**
     * The negative log-likelihood of the right options, summed; an example with several right options counts their
     * probabilities together.
     *
     * @param gradient the loss's gradient is added to it; null where only the loss is wanted
     */
    double loss(double[] weights, double @Nullable [] gradient) {
        double loss = 0;
        double[] p = new double[0];
        for (int i = 0; i < weight.length; i++) {
            int from = firstOption[i];
            int n = firstOption[i + 1] - from;
            p = p.length == n ? p : new double[n];
            double rightly = probabilities(i, weights, p);
            loss -= weight[i] * Math.log(rightly);
            if (gradient == null) {
                continue;
            }
            for (int k = 0; k < n; k++) {
                double target = right[from + k] ? p[k] / rightly : 0;
                double error = weight[i] * (p[k] - target);
                for (int e = firstEntry[from + k]; e < firstEntry[from + k + 1]; e++) {
                    gradient[column[e]] += error * value[e];
                }
            }
        }
        return loss;
    }

    /** Fills in the probability of each option, and adds up those of the right ones. */
    private double probabilities(int example, double[] weights, double[] p) {
        int from = firstOption[example];
        for (int k = 0; k < p.length; k++) {
            double score = start[from + k];
            for (int e = firstEntry[from + k]; e < firstEntry[from + k + 1]; e++) {
                score += weights[column[e]] * value[e];
            }
            p[k] = score;
        }
        Softmax.inPlace(p);
        double rightly = Double.MIN_NORMAL;
        for (int k = 0; k < p.length; k++) {
            rightly += right[from + k] ? p[k] : 0;
        }
        return rightly;
    }

    /** Whether the likeliest option of each example, the first of equals, is right. */
    boolean[] right(double[] weights) {
        boolean[] hit = new boolean[size()];
        for (int i = 0; i < hit.length; i++) {
            double[] p = new double[firstOption[i + 1] - firstOption[i]];
            probabilities(i, weights, p);
            int best = 0;
            for (int k = 1; k < p.length; k++) {
                best = p[k] > p[best] ? k : best;
            }
            hit[i] = right[firstOption[i] + best];
        }
        return hit;
    }
}
