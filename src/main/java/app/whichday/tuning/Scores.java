package app.whichday.tuning;

import app.whichday.choice.Metric;
import java.util.List;
import java.util.function.Predicate;

/** Figures over outcomes. */
final class Scores {
    private Scores() {}

    /** The harmonic mean of precision and recall of what was said to be so; 0 where nothing is. */
    static <T> Metric f1(String name, List<T> all, Predicate<T> is, Predicate<T> said) {
        int right = 0;
        int wrong = 0;
        int missed = 0;
        for (T one : all) {
            right += is.test(one) && said.test(one) ? 1 : 0;
            wrong += !is.test(one) && said.test(one) ? 1 : 0;
            missed += is.test(one) && !said.test(one) ? 1 : 0;
        }
        return Metric.plain(name, f1(right, wrong, missed), all.size());
    }

    static double f1(int right, int wrong, int missed) {
        return right == 0 ? 0 : 2.0 * right / (2 * right + wrong + missed);
    }
}
