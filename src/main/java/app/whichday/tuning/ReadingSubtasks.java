package app.whichday.tuning;

import app.whichday.choice.CrossValidation;
import app.whichday.choice.Example;
import app.whichday.choice.LogLinearModel;
import app.whichday.choice.LogLinearTrainer;
import app.whichday.choice.Metric;
import app.whichday.choice.Outcome;
import app.whichday.choice.Subtask;
import app.whichday.when.Reading;
import app.whichday.when.ReadingPolicy;
import app.whichday.when.Sighting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The two subtasks of the {@code when} room. They are trained together, because each is read with the other's help. */
final class ReadingSubtasks {
    private static final LogLinearTrainer WHICH = new LogLinearTrainer(1.5, 2, 200);
    private static final LogLinearTrainer IS_TIME = new LogLinearTrainer(1.0, 2, 200);

    /** Writers add dates where the weekday alone is unclear: such sentences are harder than mail is. */
    private static final double WEIGHT_OF_PAIRS = 0.7;
    /** Our own sentences come in several fillings each. */
    private static final double WEIGHT_OF_OWN = 0.2;
    /** They hold most of the words that only look like times. */
    private static final double WEIGHT_OF_OWN_IS_TIME = 0.6;

    private final ReadingTraining training;
    private ReadingTraining.@Nullable Judged judged;
    private ReadingTraining.@Nullable Models trained;

    private ReadingSubtasks(ReadingTraining training) {
        this.training = training;
    }

    static List<SubtaskTraining<?>> read(DataFolder data) throws IOException {
        ReadingSubtasks both = new ReadingSubtasks(training(data));
        return List.of(both.new Which(), both.new IsTime());
    }

    /** On mails and weekday pairs from the folder, and our own sentences. */
    static ReadingTraining training(DataFolder data) throws IOException {
        List<LabelledText> texts = new ArrayList<>(LabelledMails.read(data));
        texts.addAll(WeekdayPairs.read(data, WEIGHT_OF_PAIRS));
        data.remember(OwnSentences.provenance());
        data.remember(CalendarSentences.provenance());
        return new ReadingTraining(
                new ReadingTraining.Parameters(WHICH, IS_TIME, ReadingPolicy.DEFAULT),
                texts,
                OwnSentences.read(WEIGHT_OF_OWN, WEIGHT_OF_OWN_IS_TIME),
                CalendarSentences.read());
    }

    private synchronized ReadingTraining.Judged judged() {
        ReadingTraining.Judged known = judged;
        return known == null ? judged = training.crossValidate() : known;
    }

    private synchronized ReadingTraining.Models trained() {
        ReadingTraining.Models known = trained;
        return known == null ? trained = training.train() : known;
    }

    private static <T> List<Example<T>> examples(CrossValidation<T> judged) {
        return judged.outcomes().stream().map(Outcome::example).toList();
    }

    private static Map<String, String> weights() {
        return Map.of(
                "weightOfPairs", String.valueOf(WEIGHT_OF_PAIRS),
                "weightOfOwn", String.valueOf(WEIGHT_OF_OWN),
                "weightOfOwnIsTime", String.valueOf(WEIGHT_OF_OWN_IS_TIME));
    }

    /** Which reading is meant. */
    private final class Which implements SubtaskTraining<Reading> {
        @Override
        public Subtask subtask() {
            return Sighting.READING;
        }

        @Override
        public String resource() {
            return "when/reading";
        }

        @Override
        public LogLinearTrainer trainer() {
            return WHICH;
        }

        @Override
        public List<Example<Reading>> examples() {
            return ReadingSubtasks.examples(crossValidated());
        }

        @Override
        public CrossValidation<Reading> crossValidated() {
            return judged().which();
        }

        @Override
        public List<Metric> metrics() {
            return judged().metrics();
        }

        @Override
        public LogLinearModel train() {
            return trained().which().withTemperature(crossValidated().temperature());
        }

        @Override
        public Map<String, String> parameters() {
            return weights();
        }

        @Override
        public List<String> remarks() {
            List<String> lines = new ArrayList<>();
            for (ReadingTraining.Tradeoff tradeoff : judged().tradeoffs()) {
                tradeoff.scores()
                        .forEach((set, score) -> lines.add(String.format(
                                Locale.ROOT,
                                "asking below %.2f, %s: %s",
                                tradeoff.probability(),
                                set,
                                score.tradeoff())));
            }
            return lines;
        }
    }

    /** Whether words that look like a time are one. */
    private final class IsTime implements SubtaskTraining<Boolean> {
        @Override
        public Subtask subtask() {
            return Sighting.IS_TIME;
        }

        @Override
        public String resource() {
            return "when/is-time";
        }

        @Override
        public LogLinearTrainer trainer() {
            return IS_TIME;
        }

        @Override
        public List<Example<Boolean>> examples() {
            return ReadingSubtasks.examples(crossValidated());
        }

        @Override
        public CrossValidation<Boolean> crossValidated() {
            return judged().isTime();
        }

        @Override
        public List<Metric> metrics() {
            return List.of();
        }

        @Override
        public LogLinearModel train() {
            return trained().isTime().withTemperature(crossValidated().temperature());
        }

        @Override
        public Map<String, String> parameters() {
            return weights();
        }
    }
}
