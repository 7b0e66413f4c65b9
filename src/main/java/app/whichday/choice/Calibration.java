package app.whichday.choice;

import java.util.List;

/** Whether probabilities mean what they say: of the answers given with 80 %, four in five should be right. */
public final class Calibration {
    private static final int BINS = 10;
    private static final double COLDEST = Math.log(0.2);
    private static final double HOTTEST = Math.log(10);

    private Calibration() {}

    /**
     * The expected calibration error: how far confidence and accuracy are apart, on average over ten equal bins of
     * confidence (Guo et al. 2017, On Calibration of Modern Neural Networks). 0 is perfect; 0 for no outcomes.
     */
    public static double error(List<? extends Outcome<?>> outcomes) {
        double[] confidence = new double[BINS];
        int[] right = new int[BINS];
        for (Outcome<?> outcome : outcomes) {
            double probability = outcome.probabilities()[outcome.chosen()];
            int bin = (int) Math.min(BINS - 1, probability * BINS);
            confidence[bin] += probability;
            right[bin] += outcome.right() ? 1 : 0;
        }
        double apart = 0;
        for (int bin = 0; bin < BINS; bin++) {
            apart += Math.abs(confidence[bin] - right[bin]);
        }
        return outcomes.isEmpty() ? 0 : apart / outcomes.size();
    }

    /**
     * The temperature, relative to the one that the outcomes were made with, at which their right answers are likeliest.
     * By golden-section search between 0.2 and 10: the loss has one valley.
     */
    public static double temperature(List<? extends Outcome<?>> outcomes) {
        double ratio = (Math.sqrt(5) - 1) / 2;
        double low = COLDEST;
        double high = HOTTEST;
        for (int i = 0; i < 40; i++) {
            double a = high - ratio * (high - low);
            double b = low + ratio * (high - low);
            if (loss(outcomes, Math.exp(a)) <= loss(outcomes, Math.exp(b))) {
                high = b;
            } else {
                low = a;
            }
        }
        return Math.exp((low + high) / 2);
    }

    private static double loss(List<? extends Outcome<?>> outcomes, double temperature) {
        double loss = 0;
        for (Outcome<?> outcome : outcomes) {
            if (outcome.example().learnable()) {
                double rightly = outcome.atTemperature(temperature).rightly();
                loss -= outcome.example().weight() * Math.log(Math.max(rightly, Double.MIN_NORMAL));
            }
        }
        return loss;
    }
}
