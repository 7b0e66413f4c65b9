package app.whichday.choice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;

/**
 * Every example is judged by a model that saw no example of its group. Deterministic: groups go to folds by size, then
 * by name.
 *
 * @param temperature to calibrate the model trained on all of them with
 * @param outcomes one per example, in the examples' order; calibrated per fold with the temperature of the others
 */
public record CrossValidation<T>(double temperature, List<Outcome<T>> outcomes) {
    public CrossValidation {
        outcomes = List.copyOf(outcomes);
    }

    /**
     * @param folds at least 2
     * @throws IllegalArgumentException where there are fewer groups than folds
     */
    public static <T> CrossValidation<T> of(List<Example<T>> examples, int folds, LogLinearTrainer trainer) {
        return of(
                examples,
                folds,
                training -> new LogLinearChooser(trainer.train(training, new ModelVersion("cross-validation"))));
    }

    /** As above with any way of training, for instance one that adds examples which are never judged. */
    public static <T> CrossValidation<T> of(
            List<Example<T>> examples, int folds, Function<List<Example<T>>, LogLinearChooser> training) {
        int[] fold = Folds.of(examples.stream().map(Example::group).toList(), folds);
        List<Outcome<T>> raw = new ArrayList<>(Collections.nCopies(examples.size(), null));
        for (int f = 0; f < folds; f++) {
            int judged = f;
            LogLinearChooser chooser = training.apply(where(examples, i -> fold[i] != judged));
            for (int i = 0; i < examples.size(); i++) {
                if (fold[i] == f) {
                    raw.set(i, Outcome.of(chooser, examples.get(i)));
                }
            }
        }
        return of(raw, fold);
    }

    /**
     * Of outcomes that are at hand: where examples depend on the model, whoever makes both also keeps them apart.
     *
     * @param raw by models of temperature 1
     * @param fold of each outcome; no model has seen an example of its outcomes' fold
     */
    public static <T> CrossValidation<T> of(List<Outcome<T>> raw, int[] fold) {
        List<Outcome<T>> calibrated = new ArrayList<>(raw);
        for (int f : Arrays.stream(fold).distinct().toArray()) {
            double temperature = Calibration.temperature(where(raw, i -> fold[i] != f));
            for (int i = 0; i < calibrated.size(); i++) {
                if (fold[i] == f) {
                    calibrated.set(i, raw.get(i).atTemperature(temperature));
                }
            }
        }
        return new CrossValidation<>(Calibration.temperature(raw), calibrated);
    }

    /** The share of outcomes that are right. */
    public Metric accuracy() {
        return Metric.share(
                "accuracy", (int) outcomes.stream().filter(Outcome::right).count(), outcomes.size());
    }

    private static <E> List<E> where(List<E> all, IntPredicate index) {
        List<E> kept = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (index.test(i)) {
                kept.add(all.get(i));
            }
        }
        return kept;
    }
}
