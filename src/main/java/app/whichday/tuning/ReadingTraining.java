package app.whichday.tuning;

import app.whichday.choice.Calibration;
import app.whichday.choice.Example;
import app.whichday.choice.Folds;
import app.whichday.choice.LogLinearChooser;
import app.whichday.choice.LogLinearModel;
import app.whichday.choice.LogLinearTrainer;
import app.whichday.choice.Metric;
import app.whichday.choice.ModelVersion;
import app.whichday.choice.Outcome;
import app.whichday.choice.Policy;
import app.whichday.when.Reading;
import app.whichday.when.ReadingPolicy;
import app.whichday.when.WhenReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Trains the two choosers of the {@code when} room: which reading is meant, and whether it is a time at all.
 *
 * <p>A reading may depend on what was spoken of before, which is itself read by the choosers. So texts are gone through twice:
 * once with choosers that know nothing, and once more with those trained on what came of that.
 */
final class ReadingTraining {
    private static final int FOLDS = 5;
    private static final int ROUNDS = 2;

    private final Parameters parameters;
    private final List<LabelledText> texts;

    /**
     * What can be turned.
     *
     * @param policy when to ask, and what counts as a time
     */
    record Parameters(LogLinearTrainer which, LogLinearTrainer isTime, ReadingPolicy policy) {}

    /** Both choosers; what they are called, and how they are calibrated. */
    record Models(LogLinearModel which, LogLinearModel isTime) {
        /** Weights of nothing: the first reading is likeliest by a tie, and everything may be a time. */
        static final Models NONE = new Models(
                LogLinearModel.of(new ModelVersion("reading/none"), Map.of()),
                LogLinearModel.of(new ModelVersion("is-time/none"), Map.of()));

        WhenReader reader(ReadingPolicy policy) {
            return WhenReader.of(new LogLinearChooser(which), new LogLinearChooser(isTime), policy);
        }

        Models calibrated(double which, double isTime) {
            return new Models(this.which.withTemperature(which), this.isTime.withTemperature(isTime));
        }
    }

    /**
     * What came of cross-validation.
     *
     * @param whichTemperature for a model trained on all
     * @param isTimeTemperature the same
     */
    record Judged(
            List<Metric> metrics,
            double whichTemperature,
            double isTimeTemperature,
            List<Outcome<Reading>> which,
            List<Outcome<Boolean>> isTime) {}

    ReadingTraining(Parameters parameters, List<LabelledText> texts) {
        this.parameters = parameters;
        this.texts = List.copyOf(texts);
    }

    /** Trained on all texts but those of the fold; -1 for no fold. */
    private Models train(int[] fold, int without) {
        List<LabelledText> training = where(fold, without, false);
        Models models = Models.NONE;
        ReadingPolicy everything = new ReadingPolicy(Policy.NEVER_ASK, 0);
        for (int round = 0; round < ROUNDS; round++) {
            ReadingExamples examples =
                    ReadingExamples.of(training, models.reader(round == 0 ? everything : parameters.policy));
            models = new Models(
                    parameters.which.train(examples.which(), new ModelVersion("reading/base")),
                    parameters.isTime.train(examples.isTime(), new ModelVersion("is-time/base")));
        }
        return models;
    }

    Models train() {
        return train(new int[texts.size()], -1);
    }

    private List<LabelledText> where(int[] fold, int number, boolean inside) {
        List<LabelledText> kept = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            // Our own sentences are nobody's mail: they are always trained on and never judged.
            boolean own = texts.get(i).set() == LabelledText.Set.OWN;
            if (own ? !inside : (fold[i] == number) == inside) {
                kept.add(texts.get(i));
            }
        }
        return kept;
    }

    /** Every text is read by choosers that were trained without its owner's texts. */
    Judged crossValidate() {
        int[] fold = Folds.of(texts.stream().map(LabelledText::group).toList(), FOLDS);
        Models[] models = new Models[FOLDS];
        List<List<Outcome<Reading>>> which = new ArrayList<>();
        List<List<Outcome<Boolean>>> isTime = new ArrayList<>();
        for (int f = 0; f < FOLDS; f++) {
            models[f] = train(fold, f);
            ReadingExamples held = ReadingExamples.of(where(fold, f, true), models[f].reader(parameters.policy));
            which.add(outcomes(models[f].which, held.which()));
            isTime.add(outcomes(models[f].isTime, held.isTime()));
        }
        Map<LabelledText.Set, DateScore> scores = new EnumMap<>(LabelledText.Set.class);
        for (int f = 0; f < FOLDS; f++) {
            WhenReader reader = models[f]
                    .calibrated(Calibration.temperature(others(which, f)), Calibration.temperature(others(isTime, f)))
                    .reader(parameters.policy);
            for (LabelledText text : where(fold, f, true)) {
                scores.computeIfAbsent(text.set(), set -> new DateScore()).add(text, reader);
            }
        }
        return judged(which, isTime, scores);
    }

    private static <T> List<Outcome<T>> outcomes(LogLinearModel model, List<Example<T>> examples) {
        LogLinearChooser chooser = new LogLinearChooser(model);
        return examples.stream().map(example -> Outcome.of(chooser, example)).toList();
    }

    private static <T> List<Outcome<T>> others(List<List<Outcome<T>>> folds, int but) {
        List<Outcome<T>> all = new ArrayList<>();
        for (int f = 0; f < folds.size(); f++) {
            if (f != but) {
                all.addAll(folds.get(f));
            }
        }
        return all;
    }

    private static Judged judged(
            List<List<Outcome<Reading>>> which,
            List<List<Outcome<Boolean>>> isTime,
            Map<LabelledText.Set, DateScore> scores) {
        List<Outcome<Reading>> allWhich = others(which, -1);
        List<Outcome<Boolean>> allIsTime = others(isTime, -1);
        List<Metric> metrics = new ArrayList<>();
        metrics.add(accuracy("reading accuracy", allWhich));
        metrics.add(accuracy("is-time accuracy", allIsTime));
        double whichTemperature = Calibration.temperature(allWhich);
        double isTimeTemperature = Calibration.temperature(allIsTime);
        metrics.add(calibration("reading calibration error", allWhich, whichTemperature));
        metrics.add(calibration("is-time calibration error", allIsTime, isTimeTemperature));
        scores.forEach((set, score) -> metrics.addAll(score.metrics(set.name().toLowerCase(Locale.ROOT))));
        return new Judged(metrics, whichTemperature, isTimeTemperature, allWhich, allIsTime);
    }

    private static Metric accuracy(String name, List<? extends Outcome<?>> outcomes) {
        return Metric.share(name, (int) outcomes.stream().filter(Outcome::right).count(), outcomes.size());
    }

    private static Metric calibration(String name, List<? extends Outcome<?>> outcomes, double temperature) {
        List<? extends Outcome<?>> calibrated =
                outcomes.stream().map(outcome -> outcome.atTemperature(temperature)).toList();
        return Metric.plain(name, Calibration.error(calibrated), calibrated.size());
    }
}
