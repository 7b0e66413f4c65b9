package app.whichday.tuning;

import app.whichday.choice.Metric;
import app.whichday.choice.Option;
import app.whichday.choice.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * F1 of classes, where a subtask's options are classes: an enum's constants, or yes and no. "No" is no class of its own: finding
 * nothing where nothing is would count for much. Intervals come of drawing whole mailboxes.
 */
final class F1 {
    private static final int DRAWS = 500;
    private static final long SEED = 20260101;
    private static final int NO_CLASS = -1;

    private final List<String> classes = new ArrayList<>();
    private final int[] said;
    private final int[] there;
    private final int[][] mailboxes;

    private F1(List<? extends Outcome<?>> outcomes) {
        said = new int[outcomes.size()];
        there = new int[outcomes.size()];
        Map<String, List<Integer>> members = new LinkedHashMap<>();
        for (int i = 0; i < said.length; i++) {
            Outcome<?> outcome = outcomes.get(i);
            said[i] = number(outcome.choice());
            there[i] = outcome.example().right().stream()
                    .sorted()
                    .findFirst()
                    .map(right -> number(outcome.example().question().options().get(right)))
                    .orElse(NO_CLASS);
            members.computeIfAbsent(outcome.example().group(), group -> new ArrayList<>())
                    .add(i);
        }
        mailboxes = members.values().stream()
                .map(all -> all.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /** Macro, and where more than one answer of a mail may hold, micro as well; none for questions without classes. */
    static List<Metric> of(List<? extends Outcome<?>> outcomes) {
        boolean classes = outcomes.stream()
                .map(outcome -> outcome.choice().value())
                .allMatch(value -> value instanceof Boolean || value instanceof Enum<?>);
        if (!classes || outcomes.isEmpty()) {
            return List.of();
        }
        boolean yesNo = outcomes.getFirst().choice().value() instanceof Boolean;
        F1 f1 = new F1(outcomes);
        if (f1.classes.size() < 2) {
            return List.of(f1.metric("F1", F1::macro));
        }
        return yesNo
                ? List.of(f1.metric("macro F1", F1::macro), f1.metric("micro F1", F1::micro))
                : List.of(f1.metric("macro F1", F1::macro));
    }

    private int number(Option<?> option) {
        if (option.value() instanceof Boolean yes && !yes) {
            return NO_CLASS;
        }
        int known = classes.indexOf(option.label());
        if (known >= 0) {
            return known;
        }
        classes.add(option.label());
        return classes.size() - 1;
    }

    private Metric metric(String name, ToDoubleFunction<int[][]> measure) {
        int[] once = new int[mailboxes.length];
        Arrays.setAll(once, i -> i);
        SplittableRandom random = new SplittableRandom(SEED);
        double[] drawn = new double[DRAWS];
        for (int d = 0; d < DRAWS; d++) {
            int[] draw = new int[mailboxes.length];
            Arrays.setAll(draw, i -> random.nextInt(mailboxes.length));
            drawn[d] = measure.applyAsDouble(counts(draw));
        }
        Arrays.sort(drawn);
        double low = drawn[(int) (0.025 * DRAWS)];
        double high = drawn[(int) (0.975 * DRAWS) - 1];
        return new Metric(name, measure.applyAsDouble(counts(once)), low, high, said.length);
    }

    /** For each class: right, said, there. */
    private int[][] counts(int[] draw) {
        int[][] counts = new int[classes.size()][3];
        for (int mailbox : draw) {
            for (int i : mailboxes[mailbox]) {
                if (said[i] != NO_CLASS) {
                    counts[said[i]][0] += said[i] == there[i] ? 1 : 0;
                    counts[said[i]][1]++;
                }
                if (there[i] != NO_CLASS) {
                    counts[there[i]][2]++;
                }
            }
        }
        return counts;
    }

    private static double macro(int[][] counts) {
        return Arrays.stream(counts).mapToDouble(F1::f1).average().orElse(0);
    }

    private static double micro(int[][] counts) {
        int[] sum = new int[3];
        for (int[] count : counts) {
            for (int k = 0; k < sum.length; k++) {
                sum[k] += count[k];
            }
        }
        return f1(sum);
    }

    private static double f1(int[] count) {
        return count[1] + count[2] == 0 ? 0 : 2.0 * count[0] / (count[1] + count[2]);
    }
}
