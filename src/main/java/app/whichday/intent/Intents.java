package app.whichday.intent;

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

    /** Those more likely than not. */
    public Set<Intent> present() {
        Set<Intent> present = EnumSet.noneOf(Intent.class);
        answers.forEach((intent, ranking) -> {
            if (ranking.best().value()) {
                present.add(intent);
            }
        });
        return present;
    }
}
