package app.whichday.tuning;

import java.util.Optional;

/**
 * How a language model is fine-tuned. What is empty the server chooses.
 *
 * @param epochs how often it goes over the examples, 1 to 50
 * @param learningRateMultiplier of the server's own learning rate, above 0 and up to 100
 * @param batchSize examples per step, 1 to 1024
 */
public record Hyperparameters(
        Optional<Integer> epochs, Optional<Double> learningRateMultiplier, Optional<Integer> batchSize) {
    private static final int MOST_EPOCHS = 50;
    private static final double HIGHEST_MULTIPLIER = 100;
    private static final int LARGEST_BATCH = 1024;

    /** All of them are the server's to choose. */
    public static final Hyperparameters CHOSEN_THERE =
            new Hyperparameters(Optional.empty(), Optional.empty(), Optional.empty());

    /** @throws IllegalArgumentException where a value is out of its range, in one sentence */
    public Hyperparameters {
        epochs.filter(n -> n < 1 || n > MOST_EPOCHS).ifPresent(n -> {
            throw new IllegalArgumentException("Epochs: from 1 to " + MOST_EPOCHS + ", not " + n + ".");
        });
        learningRateMultiplier.filter(x -> !(x > 0 && x <= HIGHEST_MULTIPLIER)).ifPresent(x -> {
            throw new IllegalArgumentException(
                    "Learning-rate multiplier: above 0 and up to " + (int) HIGHEST_MULTIPLIER + ", not " + x + ".");
        });
        batchSize.filter(n -> n < 1 || n > LARGEST_BATCH).ifPresent(n -> {
            throw new IllegalArgumentException("Batch size: from 1 to " + LARGEST_BATCH + ", not " + n + ".");
        });
    }

    boolean areChosenThere() {
        return equals(CHOSEN_THERE);
    }
}
