package app.whichday.choice;

/**
 * What a chooser that had not seen an example said to it.
 *
 * @param probabilities one per option, in the question's order
 */
public record Outcome<T>(Example<T> example, double[] probabilities) {
    public static <T> Outcome<T> of(LogLinearChooser chooser, Example<T> example) {
        return new Outcome<>(example, chooser.probabilities(example.question()));
    }

    /** Of any chooser, a language model's too. */
    public static <T> Outcome<T> of(Chooser chooser, Example<T> example) {
        return new Outcome<>(example, chooser.rank(example.question()).inOrderOf(example.question()));
    }

    /** Of a ranking that is at hand. */
    public static <T> Outcome<T> of(Ranking<T> ranking, Example<T> example) {
        return new Outcome<>(example, ranking.inOrderOf(example.question()));
    }

    /** The index of the likeliest option, the first of equals. */
    public int chosen() {
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            best = probabilities[i] > probabilities[best] ? i : best;
        }
        return best;
    }

    public Option<T> choice() {
        return example.question().options().get(chosen());
    }

    public boolean right() {
        return example.right().contains(chosen());
    }

    public Ranking<T> ranking(ModelVersion by) {
        return Ranking.of(example.question(), probabilities, by);
    }

    public Policy.Judged judged() {
        double best = probabilities[chosen()];
        double second = 0;
        for (int i = 0; i < probabilities.length; i++) {
            second = i == chosen() ? second : Math.max(second, probabilities[i]);
        }
        return new Policy.Judged(best, probabilities.length == 1 ? 1 : best - second, right());
    }

    /** The probability that went to right options. */
    double rightly() {
        double sum = 0;
        for (int index : example.right()) {
            sum += probabilities[index];
        }
        return sum;
    }

    /** The same answer by a chooser whose temperature is so many times as high. */
    public Outcome<T> atTemperature(double temperature) {
        return new Outcome<>(example, Softmax.atTemperature(probabilities, temperature));
    }
}
