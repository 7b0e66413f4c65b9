package app.whichday.choice;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** From which probability a local answer needs no second opinion. */
public final class Cascade {
    /** For models of which nobody knows how often they are right. */
    private static final double UNKNOWN = 0.8;

    private Cascade() {}

    /**
     * The least probability from which the model's answers, all together, were right often enough on people that it had not seen.
     *
     * @param accuracy wanted, 0 to 1
     * @return 0 where all answers are; above 1, so that always is asked, where not even the surest are
     */
    public static double sure(Optional<Provenance> provenance, double accuracy) {
        return provenance
                .map(Provenance::coverage)
                .filter(points -> !points.isEmpty())
                .map(points -> of(points, accuracy))
                .orElse(UNKNOWN);
    }

    /** The same, of answers just judged. */
    public static double sure(List<Policy.Judged> judged, double accuracy) {
        return of(Curves.coverage(judged), accuracy);
    }

    private static double of(List<Curves.Coverage> points, double accuracy) {
        return points.stream()
                .filter(point -> point.accuracy() >= accuracy)
                .max(Comparator.comparingDouble(Curves.Coverage::share))
                .map(point -> point.share() >= 1 ? 0 : point.probability())
                .orElse(1.01);
    }
}
