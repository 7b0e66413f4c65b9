package app.whichday.choice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Splits things into folds of about equal size so that no group is in two of them. */
public final class Folds {
    private Folds() {}

    /**
     * The fold of each thing: the largest group first, each into the fold that is smallest then; of equal ones by name.
     *
     * @param groups the group of each thing
     * @param folds at least 2
     * @throws IllegalArgumentException where there are fewer groups than folds
     */
    public static int[] of(List<String> groups, int folds) {
        Map<String, Integer> sizes = new TreeMap<>();
        groups.forEach(group -> sizes.merge(group, 1, Integer::sum));
        if (folds < 2 || sizes.size() < folds) {
            throw new IllegalArgumentException(
                    "Can't split " + sizes.size() + " groups into " + folds + " folds: at least 2, each with a group");
        }
        List<String> largestFirst = new ArrayList<>(sizes.keySet());
        largestFirst.sort(Comparator.comparing((String group) -> -sizes.get(group)));
        int[] filled = new int[folds];
        Map<String, Integer> foldOf = new HashMap<>();
        for (String group : largestFirst) {
            int smallest = 0;
            for (int f = 1; f < folds; f++) {
                smallest = filled[f] < filled[smallest] ? f : smallest;
            }
            foldOf.put(group, smallest);
            filled[smallest] += sizes.get(group);
        }
        int[] fold = new int[groups.size()];
        Arrays.setAll(fold, i -> foldOf.get(groups.get(i)));
        return fold;
    }
}
