package app.whichday.choice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The options of one question, the likeliest first.
 *
 * @param question what was asked, its options in the order in which they were listed
 * @param ranked never empty; equal probabilities keep the question's order
 * @param by the model version that made it
 */
public record Ranking<T>(Question<T> question, List<Ranked<T>> ranked, ModelVersion by) {
    private static final Comparator<Ranked<?>> LIKELIEST_FIRST =
            (a, b) -> Double.compare(b.probability(), a.probability());

    public Ranking {
        if (ranked.isEmpty()) {
            throw new IllegalArgumentException(
                    "A ranking of " + question.subtask().name() + " needs at least one option");
        }
        ranked = List.copyOf(ranked);
    }

    /** @param probabilities one per option, in the question's order */
    public static <T> Ranking<T> of(Question<T> question, double[] probabilities, ModelVersion by) {
        List<Option<T>> options = question.options();
        if (probabilities.length != options.size()) {
            throw new IllegalArgumentException("A question of "
                    + question.subtask().name() + " has " + options.size() + " options, not " + probabilities.length);
        }
        List<Ranked<T>> ranked = new ArrayList<>(probabilities.length);
        for (int i = 0; i < probabilities.length; i++) {
            ranked.add(new Ranked<>(options.get(i), probabilities[i]));
        }
        ranked.sort(LIKELIEST_FIRST);
        return new Ranking<>(question, ranked, by);
    }

    public Subtask subtask() {
        return question.subtask();
    }

    public Ranked<T> best() {
        return ranked.getFirst();
    }

    /** The probabilities in the order of the question that was ranked. */
    double[] inOrderOf(Question<T> question) {
        double[] probabilities = new double[ranked.size()];
        for (Ranked<T> one : ranked) {
            probabilities[question.options().indexOf(one.option())] = one.probability();
        }
        return probabilities;
    }

    /** The same order, less sure above 1 and surer below it. */
    public Ranking<T> atTemperature(double temperature) {
        double[] probabilities = Softmax.atTemperature(
                ranked.stream().mapToDouble(Ranked::probability).toArray(), temperature);
        List<Ranked<T>> changed = new ArrayList<>(ranked.size());
        for (int i = 0; i < probabilities.length; i++) {
            changed.add(new Ranked<>(ranked.get(i).option(), probabilities[i]));
        }
        return new Ranking<>(question, changed, by);
    }

    /** How far the best is ahead of the second; 1 where there is no second. */
    public double margin() {
        return ranked.size() == 1
                ? 1
                : ranked.get(0).probability() - ranked.get(1).probability();
    }
}
