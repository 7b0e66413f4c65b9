package app.whichday.triage;

import app.whichday.choice.Features;
import java.util.ArrayList;
import java.util.List;

/**
 * A mail in two dozen plain facts, each pair of which is a feature: "a question" means one thing in a mail to the owner alone,
 * and another in one to a crowd. Sums of weights can't tell that otherwise.
 */
final class Outline {
    /** Three hundred pairs hold at once in each mail: each says little. */
    private static final double VALUE = 0.2;

    private final List<String> facts = new ArrayList<>();

    /** Facts are told of every mail, and always in the same order. */
    void tell(String what, String value) {
        facts.add(what + '=' + value);
    }

    /** Counts as 0, 1, 2 and more. */
    void tell(String what, int count, int most) {
        tell(what, String.valueOf(Math.min(most, count)));
    }

    void describe(Features.Builder features) {
        for (int i = 0; i < facts.size(); i++) {
            String one = facts.get(i) + "; ";
            for (int k = i + 1; k < facts.size(); k++) {
                features.is(one, facts.get(k), VALUE);
            }
        }
    }
}
