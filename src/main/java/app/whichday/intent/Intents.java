package app.whichday.intent;

import app.whichday.choice.Ranked;
import app.whichday.choice.Ranking;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The yes/no answers for one mail.
 *
 * @param answers one ranking of true and false for every intent
 */
public record Intents(Map<Intent, Ranking<Boolean>> answers) {
    public Intents {
        answers = Map.copyOf(answers);
    }

    /** Intents are rare, and a missed one costs more than one more to look at: set where F1 is best. */
    private static final double PRESENT = 0.3;

    /** Whether an intent with this probability counts as there. */
    public static boolean isPresent(double probability) {
        return probability >= PRESENT;
    }

    /** Those likely enough. */
    public Set<Intent> present() {
        Set<Intent> present = EnumSet.noneOf(Intent.class);
        answers.forEach((intent, ranking) -> {
            if (isPresent(probability(intent))) {
                present.add(intent);
            }
        });
        return present;
    }

    /** That of the intent being there; 0 where it wasn't asked. */
    public double probability(Intent intent) {
        Ranking<Boolean> answer = answers.get(intent);
        return answer == null
                ? 0
                : answer.ranked().stream()
                        .filter(Ranked::value)
                        .mapToDouble(Ranked::probability)
                        .sum();
    }
}
