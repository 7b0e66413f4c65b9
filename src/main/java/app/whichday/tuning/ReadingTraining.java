package app.whichday.tuning;

import app.whichday.choice.Calibration;
import app.whichday.choice.CrossValidation;
import app.whichday.choice.Example;
import app.whichday.choice.Folds;
import app.whichday.choice.LogLinearChooser;
import app.whichday.choice.LogLinearModel;
import app.whichday.choice.LogLinearTrainer;
import app.whichday.choice.Metric;
import app.whichday.choice.ModelVersion;
import app.whichday.choice.Outcome;
import app.whichday.when.Reading;
import app.whichday.when.ReadingPolicy;
import app.whichday.when.Sighting;
import app.whichday.when.WhenReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Trains the two choosers of the {@code when} room: which reading is meant, and whether it is a time at all.
 *
 * <p>A reading may depend on what was spoken of before, which is itself read by the choosers. So texts are gone through twice:
 * once with choosers that know nothing, and once more with those trained on what came of that.
 */
final class ReadingTraining {
    private static final int FOLDS = 5;
    private static final int ROUNDS = 2;
    private static final double[] THRESHOLDS = {0, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95};

    private final Parameters parameters;
    private final List<LabelledText> texts;
    private final OwnSentences own;
    private final CalendarSentences calendars;

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

        /** Weights of what calendars tell come last and by themselves, so that mails without one are read as ever. */
        private Models withCalendars(CalendarSentences sentences, Parameters parameters) {
            List<Example<Reading>> examples = sentences.examples(reader(parameters.policy));
            return new Models(parameters.which.extend(which, examples, Sighting::ofCalendar), isTime);
        }

        Models calibrated(double which, double isTime) {
            return new Models(this.which.withTemperature(which), this.isTime.withTemperature(isTime));
        }
    }

    /** What asking costs: the scores when the best reading needs at least so much probability to go unasked. */
    record Tradeoff(double probability, Map<LabelledText.Set, DateScore> scores) {}

    /**
     * What came of cross-validation.
     *
     * @param metrics of reading as a whole: what is found, what is right, what is asked
     */
    record Judged(
            CrossValidation<Reading> which,
            CrossValidation<Boolean> isTime,
            List<Metric> metrics,
            List<Tradeoff> tradeoffs) {}

    ReadingTraining(Parameters parameters, List<LabelledText> texts, OwnSentences own, CalendarSentences calendars) {
        this.parameters = parameters;
        this.texts = List.copyOf(texts);
        this.own = own;
        this.calendars = calendars;
    }

    /** Trained on all texts but those of the fold; -1 for no fold. */
    Models train(int[] fold, int without) {
        List<LabelledText> training = where(fold, without, false);
        Models models = Models.NONE;
        ReadingPolicy everything = new ReadingPolicy(0, 0, 0, 0, 0);
        for (int round = 0; round < ROUNDS; round++) {
            WhenReader reader = models.reader(round == 0 ? everything : parameters.policy);
            ReadingExamples examples = ReadingExamples.of(training, reader);
            own.addTo(examples, reader);
            models = new Models(
                    parameters.which.train(examples.which(), new ModelVersion("reading/base")),
                    parameters.isTime.train(examples.isTime(), new ModelVersion("is-time/base")));
        }
        return models.withCalendars(calendars, parameters);
    }

    Models train() {
        return train(new int[texts.size()], -1);
    }

    List<LabelledText> where(int[] fold, int number, boolean inside) {
        List<LabelledText> kept = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            if ((fold[i] == number) == inside) {
                kept.add(texts.get(i));
            }
        }
        return kept;
    }

    /** For each owner a reader that has seen none of their texts, for whoever trains on what is read. */
    Map<String, WhenReader> unseen() {
        List<String> owners = texts.stream().map(LabelledText::group).toList();
        int[] fold = Folds.of(owners, FOLDS);
        List<WhenReader> readers = IntStream.range(0, FOLDS)
                .parallel()
                .mapToObj(f -> train(fold, f).reader(parameters.policy))
                .toList();
        Map<String, WhenReader> unseen = new LinkedHashMap<>();
        for (int i = 0; i < fold.length; i++) {
            unseen.put(owners.get(i), readers.get(fold[i]));
        }
        return unseen;
    }

    /** Every text is read by choosers that were trained without its owner's texts. */
    Judged crossValidate() {
        int[] fold = Folds.of(texts.stream().map(LabelledText::group).toList(), FOLDS);
        // The folds know nothing of each other, so they may be trained at the same time without changing a bit.
        List<Fold> folds = IntStream.range(0, FOLDS)
                .parallel()
                .mapToObj(f -> fold(train(fold, f), where(fold, f, true)))
                .toList();
        List<Metric> metrics = new ArrayList<>();
        scores(folds, parameters.policy)
                .forEach((set, score) -> metrics.addAll(score.metrics(set.name().toLowerCase(Locale.ROOT))));
        List<Tradeoff> tradeoffs = Arrays.stream(THRESHOLDS)
                .mapToObj(threshold -> tradeoff(folds, threshold))
                .toList();
        return new Judged(
                CrossValidation.of(which(folds), foldOfEach(folds, judged -> judged.which.size())),
                CrossValidation.of(isTime(folds), foldOfEach(folds, judged -> judged.isTime.size())),
                metrics,
                tradeoffs);
    }

    private Tradeoff tradeoff(List<Fold> folds, double threshold) {
        ReadingPolicy set = parameters.policy;
        // The second day gets what the first lacks: this margin asks for the same where there are only two.
        double margin = Math.max(0, 2 * threshold - 1);
        ReadingPolicy policy = new ReadingPolicy(threshold, margin, set.hour(), set.time(), set.sure());
        return new Tradeoff(threshold, scores(folds, policy));
    }

    private Map<LabelledText.Set, DateScore> scores(List<Fold> folds, ReadingPolicy policy) {
        Map<LabelledText.Set, DateScore> scores = new EnumMap<>(LabelledText.Set.class);
        for (Fold judged : folds) {
            List<Fold> others = folds.stream().filter(other -> other != judged).toList();
            WhenReader reader = judged.models
                    .calibrated(Calibration.temperature(which(others)), Calibration.temperature(isTime(others)))
                    .reader(policy);
            for (LabelledText text : judged.texts) {
                scores.computeIfAbsent(text.set(), set -> new DateScore()).add(text, reader);
            }
        }
        return scores;
    }

    /** Models and what they said of texts that they were not trained on. */
    private record Fold(
            Models models, List<LabelledText> texts, List<Outcome<Reading>> which, List<Outcome<Boolean>> isTime) {}

    private Fold fold(Models models, List<LabelledText> held) {
        ReadingExamples examples = ReadingExamples.of(held, models.reader(parameters.policy));
        return new Fold(
                models, held, outcomes(models.which, examples.which()), outcomes(models.isTime, examples.isTime()));
    }

    private static int[] foldOfEach(List<Fold> folds, ToIntFunction<Fold> size) {
        return IntStream.range(0, folds.size())
                .flatMap(f -> IntStream.range(0, size.applyAsInt(folds.get(f))).map(i -> f))
                .toArray();
    }

    private static List<Outcome<Reading>> which(List<Fold> folds) {
        return folds.stream().flatMap(fold -> fold.which.stream()).toList();
    }

    private static List<Outcome<Boolean>> isTime(List<Fold> folds) {
        return folds.stream().flatMap(fold -> fold.isTime.stream()).toList();
    }

    private static <T> List<Outcome<T>> outcomes(LogLinearModel model, List<Example<T>> examples) {
        LogLinearChooser chooser = new LogLinearChooser(model);
        return examples.stream().map(example -> Outcome.of(chooser, example)).toList();
    }
}
