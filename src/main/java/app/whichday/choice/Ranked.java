package app.whichday.choice;

/**
 * An option with its calibrated probability among the options of its question.
 *
 * @param probability from 0 to 1; those of one ranking add up to 1
 */
public record Ranked<T>(Option<T> option, double probability) {
    public Ranked {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("A probability is from 0 to 1, not " + probability);
        }
    }

    public T value() {
        return option.value();
    }
}
