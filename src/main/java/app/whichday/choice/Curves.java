package app.whichday.choice;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What cross-validation says of a chooser's probabilities, as points to draw and to decide by. */
public final class Curves {
    private static final int BINS = 10;
    private static final int STEPS = 20;

    private Curves() {}

    /**
     * Answers given with about the same probability.
     *
     * @param confidence their mean probability, 0 to 1
     * @param accuracy the share of them that is right
     */
    @RegisterForReflection
    public record Reliability(double confidence, double accuracy, int count) {}

    /**
     * The surest answers.
     *
     * @param share of all questions that is answered, 0 to 1
     * @param accuracy of those
     * @param probability of the least sure of those
     */
    @RegisterForReflection
    public record Coverage(double share, double accuracy, double probability) {}

    /** Ten equal bins of confidence; empty ones are left out. */
    public static List<Reliability> reliability(List<Policy.Judged> judged) {
        double[] confidence = new double[BINS];
        int[] right = new int[BINS];
        int[] count = new int[BINS];
        for (Policy.Judged one : judged) {
            int bin = (int) Math.min(BINS - 1, one.probability() * BINS);
            confidence[bin] += one.probability();
            right[bin] += one.right() ? 1 : 0;
            count[bin]++;
        }
        List<Reliability> points = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            if (count[bin] > 0) {
                points.add(new Reliability(confidence[bin] / count[bin], (double) right[bin] / count[bin], count[bin]));
            }
        }
        return points;
    }

    /** For 5 % of the questions, 10 %, and so on to all. Equally sure answers are answered together. */
    public static List<Coverage> coverage(List<Policy.Judged> judged) {
        List<Policy.Judged> surest = judged.stream()
                .sorted(Comparator.comparingDouble(one -> -one.probability()))
                .toList();
        List<Coverage> points = new ArrayList<>();
        int right = 0;
        int next = 1;
        for (int i = 0; i < surest.size(); i++) {
            right += surest.get(i).right() ? 1 : 0;
            double probability = surest.get(i).probability();
            boolean tied = i + 1 < surest.size() && surest.get(i + 1).probability() == probability;
            if (!tied && (i + 1) * (long) STEPS >= (long) next * surest.size()) {
                points.add(new Coverage((i + 1.0) / surest.size(), right / (i + 1.0), probability));
                next = (int) ((i + 1) * (long) STEPS / surest.size()) + 1;
            }
        }
        return points;
    }

    /** The accuracy of the surest answers, of at least so large a share of them; empty for none. */
    public static Optional<Metric> surest(List<Policy.Judged> judged, double share) {
        return coverage(judged).stream()
                .filter(point -> point.share() >= share - 1e-9)
                .findFirst()
                .map(point -> {
                    int answered = (int) Math.round(point.share() * judged.size());
                    int right = (int) Math.round(point.accuracy() * answered);
                    return Metric.share("accuracy at " + Math.round(100 * share) + " % coverage", right, answered);
                });
    }
}
