package app.whichday.tuning;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.commons.statistics.inference.BinomialTest;

/**
 * Two engines on the same questions.
 *
 * @param onlyFirst questions that only the first answered right
 * @param onlySecond the other way round
 * @param p how likely they would differ at least so much by chance, if they were equally good: McNemar's test, exact
 * @param difference of accuracy, the second less the first
 * @param low and high: its 95 % interval, by drawing whole mailboxes (a person's mails resemble each other)
 */
@RegisterForReflection
public record Comparison(
        String subtask,
        String first,
        String second,
        int questions,
        int onlyFirst,
        int onlySecond,
        double p,
        double difference,
        double low,
        double high,
        String verdict) {
    private static final double SIGNIFICANT = 0.05;
    private static final int DRAWS = 2_000;

    /**
     * @param firstRight whether each question was answered right
     * @param groups whose each question is
     * @param seed of the draws
     */
    static Comparison of(
            String subtask,
            String first,
            String second,
            boolean[] firstRight,
            boolean[] secondRight,
            List<String> groups,
            long seed) {
        int onlyFirst = 0;
        int onlySecond = 0;
        for (int i = 0; i < firstRight.length; i++) {
            onlyFirst += firstRight[i] && !secondRight[i] ? 1 : 0;
            onlySecond += secondRight[i] && !firstRight[i] ? 1 : 0;
        }
        int discordant = onlyFirst + onlySecond;
        double p = discordant == 0
                ? 1
                : BinomialTest.withDefaults().test(discordant, onlyFirst, 0.5).getPValue();
        double[] drawn = draws(firstRight, secondRight, groups, seed);
        double difference = (double) (onlySecond - onlyFirst) / Math.max(1, firstRight.length);
        double low = drawn[(int) (0.025 * DRAWS)];
        double high = drawn[(int) (0.975 * DRAWS) - 1];
        return new Comparison(
                subtask,
                first,
                second,
                firstRight.length,
                onlyFirst,
                onlySecond,
                p,
                difference,
                low,
                high,
                verdict(first, second, difference, p, low, high));
    }

    private static String verdict(String first, String second, double difference, double p, double low, double high) {
        String better = difference > 0 ? second : first;
        double points = 100 * Math.abs(difference);
        if (p < SIGNIFICANT && (low > 0 || high < 0)) {
            return String.format(
                    Locale.ROOT, "%s is better by %.1f points; that is no chance (p = %.3g).", better, points, p);
        }
        if (p < SIGNIFICANT || low > 0 || high < 0) {
            return String.format(
                    Locale.ROOT,
                    "%s seems better by %.1f points, but not for every kind of mailbox (p = %.3g).",
                    better,
                    points,
                    p);
        }
        return String.format(Locale.ROOT, "No difference that could not be chance (%.1f points, p = %.3g).", points, p);
    }

    /** Differences of accuracy on mailboxes drawn with replacement, ascending. */
    private static double[] draws(boolean[] first, boolean[] second, List<String> groups, long seed) {
        Map<String, List<Integer>> members = new LinkedHashMap<>();
        for (int i = 0; i < groups.size(); i++) {
            members.computeIfAbsent(groups.get(i), group -> new ArrayList<>()).add(i);
        }
        int[] gained = new int[members.size()];
        int[] size = new int[members.size()];
        int g = 0;
        for (List<Integer> member : members.values()) {
            for (int i : member) {
                gained[g] += (second[i] ? 1 : 0) - (first[i] ? 1 : 0);
            }
            size[g++] = member.size();
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] drawn = new double[DRAWS];
        for (int d = 0; d < DRAWS; d++) {
            int sum = 0;
            int all = 0;
            for (int k = 0; k < size.length; k++) {
                int one = random.nextInt(size.length);
                sum += gained[one];
                all += size[one];
            }
            drawn[d] = (double) sum / Math.max(1, all);
        }
        Arrays.sort(drawn);
        return drawn;
    }
}
