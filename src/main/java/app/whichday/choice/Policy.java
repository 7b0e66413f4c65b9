package app.whichday.choice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * When an answer is clear enough to act on, and when the owner is asked.
 *
 * @param probability the best option needs at least this, 0 to 1
 * @param margin and this much more than the second, 0 to 1
 */
public record Policy(double probability, double margin) {
    /** An option less likely than this is not worth a button, the second one excepted. */
    private static final double WORTH_A_BUTTON = 0.05;

    private static final int MOST_BUTTONS = 3;

    /** Always answers. */
    public static final Policy NEVER_ASK = new Policy(0, 0);

    public Policy {
        requireShare("probability", probability);
        requireShare("margin", margin);
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("A policy's " + name + " is from 0 to 1, not " + value);
        }
    }

    /** An only option is always acted on: there is nothing to ask. */
    public <T> Verdict<T> decide(Ranking<T> ranking) {
        if (ranking.ranked().size() == 1 || acts(ranking.best().probability(), ranking.margin())) {
            return new Verdict.Act<>(ranking.best());
        }
        return ask(ranking);
    }

    /** Asks whatever the probabilities, as where the words contradict each other; acts only on an only option. */
    public static <T> Verdict<T> ask(Ranking<T> ranking) {
        if (ranking.ranked().size() == 1) {
            return new Verdict.Act<>(ranking.best());
        }
        List<Ranked<T>> between = new ArrayList<>();
        for (Ranked<T> ranked : ranking.ranked()) {
            if (between.size() < 2 || between.size() < MOST_BUTTONS && ranked.probability() >= WORTH_A_BUTTON) {
                between.add(ranked);
            }
        }
        return new Verdict.Ask<>(between);
    }

    /** Whether an answer that was judged so would have been acted on. */
    public boolean acts(Judged judged) {
        return acts(judged.probability, judged.margin);
    }

    private boolean acts(double best, double ahead) {
        return best >= probability && ahead >= margin;
    }

    /**
     * What a chooser said of a question whose answer is known.
     *
     * @param margin to the second; 1 where there is none
     * @param right whether its best option was a right one
     */
    public record Judged(double probability, double margin, boolean right) {}

    /**
     * The policy that acts most often while at most {@code wrongRate} of <em>all</em> questions are answered wrong.
     * Asking doesn't count as wrong.
     *
     * @param judged by a chooser that was not trained on them
     * @param wrongRate 0 to 1
     */
    public static Policy forWrongRate(Collection<Judged> judged, double wrongRate) {
        requireShare("wrong rate", wrongRate);
        Policy best = new Policy(1, 1);
        int most = -1;
        for (int m = 0; m <= 19; m++) {
            Policy policy = leastProbability(judged, m / 20.0, wrongRate);
            int acted = (int) judged.stream().filter(policy::acts).count();
            if (acted > most) {
                most = acted;
                best = policy;
            }
        }
        return best;
    }

    private static Policy leastProbability(Collection<Judged> judged, double margin, double wrongRate) {
        List<Judged> candidates = judged.stream()
                .filter(j -> j.margin >= margin)
                .sorted((a, b) -> Double.compare(b.probability, a.probability))
                .toList();
        int allowed = (int) Math.floor(wrongRate * judged.size());
        int wrong = 0;
        for (Judged candidate : candidates) {
            wrong += candidate.right ? 0 : 1;
            if (wrong > allowed) {
                // Just above this one; all that are equally likely stay out with it.
                return new Policy(Math.min(1, Math.nextUp(candidate.probability)), margin);
            }
        }
        return new Policy(0, margin);
    }
}
