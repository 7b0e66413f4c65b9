package app.whichday.triage;

import app.whichday.choice.Features;
import java.util.LinkedHashSet;
import java.util.Set;

/** Words and pairs of a text as features that share one length, as a vector: a word among many says less than one among few. */
final class Bag {
    private final Set<String> names = new LinkedHashSet<>();
    private final int most;

    /** @param most how many words and pairs; the rest of a long text says nothing new */
    Bag(int most) {
        this.most = most;
    }

    void add(String name) {
        if (names.size() < most) {
            names.add(name);
        }
    }

    /** @param words with one space around each, as {@link app.whichday.mail.Sentence#words} has them */
    void words(String words, String prefix) {
        for (String word : words.strip().split(" ")) {
            if (!word.isEmpty()) {
                add(prefix + word);
            }
        }
    }

    void pairs(String words, String prefix) {
        String[] each = words.strip().split(" ");
        for (int i = 1; i < each.length; i++) {
            add(prefix + each[i - 1] + "_" + each[i]);
        }
    }

    void describe(Features.Builder features, double length) {
        double value = length / Math.sqrt(Math.max(1, names.size()));
        names.forEach(name -> features.is(name, value));
    }
}
