package app.whichday.when;

import app.whichday.choice.Ranked;
import app.whichday.choice.Ranking;
import app.whichday.choice.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * When a reading is clear enough, and when the owner is asked. The day is decided first, by all that speaks for it whatever the
 * hour; then the hour.
 *
 * @param probability the best day needs at least this, 0 to 1
 * @param margin and this much more than the second day, 0 to 1
 * @param hour the share of its day that the best hour needs, 0 to 1
 * @param time the least probability, 0 to 1, at which a doubtful candidate counts as a time at all
 * @param sure the same for words that look like nothing else ("next Friday at 3")
 */
public record ReadingPolicy(double probability, double margin, double hour, double time, double sure) {
    /** Set on mail that the weights were not trained on, for at most three wrong days in a hundred. */
    public static final ReadingPolicy DEFAULT = new ReadingPolicy(0.76, 0.52, 0.4, 0.4, 0.15);

    /** Always answers. */
    public static final ReadingPolicy NEVER_ASK = new ReadingPolicy(0, 0, 0, 0.5, 0.25);

    private static final int MOST_BUTTONS = 3;
    private static final double WORTH_A_BUTTON = 0.06;
    /** Weeks, months and years are hardly worth a question: nobody is sent to a meeting by them. */
    private static final double LIKELY_PERIOD = 0.4;

    public ReadingPolicy {
        for (double share : new double[] {probability, margin, hour, time, sure}) {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("A threshold of a reading policy is from 0 to 1, not " + share);
            }
        }
    }

    /** The readings of a day, by the probability of all of them. */
    record OfDay(LocalDate day, double probability, List<Ranked<Reading>> readings) {
        Ranked<Reading> best() {
            return readings.getFirst();
        }
    }

    static List<OfDay> byDay(Ranking<Reading> ranking) {
        Map<LocalDate, List<Ranked<Reading>>> days = new LinkedHashMap<>();
        for (Ranked<Reading> ranked : ranking.ranked()) {
            days.computeIfAbsent(ranked.value().day(), day -> new ArrayList<>()).add(ranked);
        }
        List<OfDay> out = new ArrayList<>();
        days.forEach((day, readings) -> out.add(new OfDay(
                day, readings.stream().mapToDouble(Ranked::probability).sum(), readings)));
        out.sort(Comparator.comparingDouble(day -> -day.probability()));
        return out;
    }

    Verdict<Reading> decide(Ranking<Reading> ranking) {
        if (ranking.ranked().size() == 1) {
            return new Verdict.Act<>(ranking.best());
        }
        List<OfDay> days = byDay(ranking);
        OfDay first = days.getFirst();
        if (first.best().value().grain().compareTo(Grain.DAY) > 0 && first.probability() >= LIKELY_PERIOD) {
            return new Verdict.Act<>(first.best());
        }
        double second = days.size() == 1 ? 0 : days.get(1).probability();
        if (days.size() > 1 && (first.probability() < probability || first.probability() - second < margin)) {
            return ask(days);
        }
        boolean clear = first.best().probability() >= hour * first.probability();
        return clear || first.readings().size() < 2
                ? new Verdict.Act<>(first.best())
                : new Verdict.Ask<>(first.readings().subList(0, 2));
    }

    /** Asks between days whatever the probabilities, as where the words contradict each other. */
    static Verdict<Reading> ask(Ranking<Reading> ranking) {
        List<OfDay> days = byDay(ranking);
        return days.size() > 1 ? ask(days) : new Verdict.Act<>(ranking.best());
    }

    private static Verdict<Reading> ask(List<OfDay> days) {
        List<Ranked<Reading>> between = new ArrayList<>();
        for (OfDay day : days) {
            if (between.size() < 2 || between.size() < MOST_BUTTONS && day.probability() >= WORTH_A_BUTTON) {
                between.add(day.best());
            }
        }
        return new Verdict.Ask<>(between);
    }
}
