package app.whichday.triage;

import app.whichday.choice.Ranked;
import app.whichday.choice.Ranking;

/**
 * A mail sorted.
 *
 * @param needsReply whether the owner would be expected to write back
 */
public record Triage(Ranking<Category> category, Ranking<Boolean> needsReply) {
    /** A mail that waits for an answer is missed at a greater cost than one more is looked at: set where F1 is best. */
    private static final double WORTH_A_LOOK = 0.34;

    /** The probability that the owner is expected to write back. */
    public double replyProbability() {
        return needsReply.ranked().stream()
                .filter(Ranked::value)
                .mapToDouble(Ranked::probability)
                .sum();
    }

    public boolean wantsReply() {
        return wantsReply(replyProbability());
    }

    /** Whether a mail with this probability counts as waiting for a reply. */
    public static boolean wantsReply(double probability) {
        return probability >= WORTH_A_LOOK;
    }
}
