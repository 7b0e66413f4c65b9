package app.whichday.when;

import app.whichday.choice.Policy;

/**
 * When a reading is clear enough, and when the owner is asked.
 *
 * @param reading for which day and time
 * @param time the least probability, 0 to 1, at which a doubtful candidate counts as a time at all
 * @param sure the same for words that look like nothing else ("next Friday at 3")
 */
public record ReadingPolicy(Policy reading, double time, double sure) {
    /** Set on mail that the shipped weights were not trained on, for at most three wrong days in a hundred. */
    public static final ReadingPolicy DEFAULT = new ReadingPolicy(new Policy(0.5, 0.1), 0.5, 0.25);

    public ReadingPolicy {
        if (!(time >= 0 && time <= 1 && sure >= 0 && sure <= 1)) {
            throw new IllegalArgumentException("Least probabilities are from 0 to 1, not " + time + " and " + sure);
        }
    }
}
