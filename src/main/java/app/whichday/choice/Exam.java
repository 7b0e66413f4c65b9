package app.whichday.choice;

import java.util.Arrays;
import java.util.List;

/**
 * Questions with known answers, compiled once to be put to many models. Examples that teach nothing (no option is right, or
 * all are) are left out. Thread-safe.
 */
public final class Exam {
    private final Columns columns;
    private final CompiledExamples examples;

    public Exam(List<? extends Example<?>> examples) {
        this.columns = new Columns(examples, hash -> true, 1);
        this.examples = new CompiledExamples(examples, columns);
    }

    public int size() {
        return examples.size();
    }

    public Marks sit(LogLinearModel model) {
        double[] weights = new double[columns.size()];
        Arrays.setAll(weights, i -> model.weight(columns.hash(i)) / model.temperature());
        return new Marks(examples.right(weights), examples.loss(weights, null));
    }

    /**
     * How a model did.
     *
     * @param right whether it ranked a right option first, per question
     * @param loss the negative log-likelihood of the right options, each question by its weight
     */
    public record Marks(boolean[] right, double loss) {
        public int count() {
            int count = 0;
            for (boolean one : right) {
                count += one ? 1 : 0;
            }
            return count;
        }

        /** The share that was right, with its interval. */
        public Metric accuracy(String name) {
            return Metric.share(name, count(), right.length);
        }
    }
}
