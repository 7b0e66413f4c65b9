package app.whichday.event;

import app.whichday.choice.Features;
import java.util.HashSet;
import java.util.Set;

/** Features that hold or don't, each once however often it is seen. */
final class Traits {
    private final Features.Builder features = Features.builder();
    private final Set<String> seen = new HashSet<>();

    void is(String name) {
        if (seen.add(name)) {
            features.is(name);
        }
    }

    void when(boolean holds, String name) {
        if (holds) {
            is(name);
        }
    }

    /** Each term by itself. */
    void each(String prefix, String[] terms) {
        for (String term : terms) {
            is(prefix + term);
        }
    }

    /** Each term by itself and with the one before, up to a number of terms. */
    void pairs(String prefix, String[] terms, int most) {
        String before = "^";
        for (int i = 0; i < terms.length && i < most; i++) {
            is(prefix + terms[i]);
            is(prefix + before + ' ' + terms[i]);
            before = terms[i];
        }
    }

    static String count(int n) {
        return n == 0 ? "0" : n == 1 ? "1" : n < 4 ? "few" : n < 9 ? "some" : "many";
    }

    Features build() {
        return features.build();
    }
}
