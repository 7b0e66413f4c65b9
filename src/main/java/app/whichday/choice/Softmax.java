package app.whichday.choice;

/** Scores to probabilities. */
final class Softmax {
    private Softmax() {}

    /** Overwrites the scores by their softmax; the greatest is taken off first, so that nothing overflows. */
    static double[] inPlace(double[] scores) {
        double max = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            max = Math.max(max, score);
        }
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Math.exp(scores[i] - max);
            sum += scores[i];
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] /= sum;
        }
        return scores;
    }

    /** The same probabilities at another temperature: each to the power of its inverse, brought back to a sum of 1. */
    static double[] atTemperature(double[] probabilities, double temperature) {
        double[] scores = new double[probabilities.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Math.log(Math.max(probabilities[i], Double.MIN_NORMAL)) / temperature;
        }
        return inPlace(scores);
    }
}
