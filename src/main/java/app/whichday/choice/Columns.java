package app.whichday.choice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.function.LongToIntFunction;

/** Numbers the features worth a weight, in the order in which the examples name them first. */
final class Columns {
    private final Map<Long, Integer> columns = new HashMap<>();
    private final List<Long> hashes = new ArrayList<>();

    /**
     * All but habits: what is learned of one person must not stand in a model for others.
     *
     * @param leastExamples a feature in fewer examples than this gets no column: it would only be learned by heart
     */
    Columns(List<? extends Example<?>> examples, int leastExamples) {
        this(examples, hash -> Scope.of(hash) == null, leastExamples);
    }

    /** @param wanted which features, by hash, may have a column */
    Columns(List<? extends Example<?>> examples, LongPredicate wanted, int leastExamples) {
        this(examples, wanted, hash -> leastExamples);
    }

    /** @param leastExamples by hash */
    Columns(List<? extends Example<?>> examples, LongPredicate wanted, LongToIntFunction leastExamples) {
        Map<Long, Integer> counts = new HashMap<>();
        Set<Long> seen = new HashSet<>();
        List<Long> order = new ArrayList<>();
        for (Example<?> example : examples) {
            if (!example.learnable()) {
                continue;
            }
            seen.clear();
            for (Option<?> option : example.question().options()) {
                Features features = option.features();
                for (int f = 0; f < features.size(); f++) {
                    long hash = features.hash(f);
                    if (features.value(f) != 0
                            && wanted.test(hash)
                            && seen.add(hash)
                            && counts.merge(hash, 1, Integer::sum) == 1) {
                        order.add(hash);
                    }
                }
            }
        }
        for (long hash : order) {
            if (counts.get(hash) >= leastExamples.applyAsInt(hash)) {
                columns.put(hash, hashes.size());
                hashes.add(hash);
            }
        }
    }

    int size() {
        return hashes.size();
    }

    /** -1 where the feature has none. */
    int of(long hash) {
        return columns.getOrDefault(hash, -1);
    }

    long hash(int column) {
        return hashes.get(column);
    }
}
