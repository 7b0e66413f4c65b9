package app.whichday.tuning;

import app.whichday.choice.Metric;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How well events are found: whether there is one, and of those that have a start whether its day and its time are right. */
final class EventScore {
    private int hits;
    private int wrong;
    private int missed;
    private int starts;
    private int days;
    private int exact;

    /**
     * @param gold null where there is none
     * @param found whether one was found
     * @param start of the found one, as {@link EventMails.Event#start}
     */
    void add(EventMails.@Nullable Event gold, boolean found, Optional<String> start) {
        hits += gold != null && found ? 1 : 0;
        wrong += gold == null && found ? 1 : 0;
        missed += gold != null && !found ? 1 : 0;
        if (gold != null && gold.start() != null) {
            String told = gold.start();
            starts++;
            days += found && start.filter(at -> EventTraining.sameDay(at, told)).isPresent() ? 1 : 0;
            exact += found && start.filter(told::equals).isPresent() ? 1 : 0;
        }
    }

    List<Metric> metrics() {
        return List.of(
                Metric.plain("event presence F1", f1(), hits + missed),
                Metric.share("event precision", hits, hits + wrong),
                Metric.share("event recall", hits, hits + missed),
                Metric.share("event day right", days, starts),
                Metric.share("event start right", exact, starts));
    }

    private double f1() {
        return hits == 0 ? 0 : 2.0 * hits / (2 * hits + wrong + missed);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "F1 %.3f, precision %.3f, recall %.3f, day %.3f, start %.3f",
                f1(),
                (double) hits / Math.max(1, hits + wrong),
                (double) hits / Math.max(1, hits + missed),
                (double) days / Math.max(1, starts),
                (double) exact / Math.max(1, starts));
    }
}
