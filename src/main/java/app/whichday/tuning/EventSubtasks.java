package app.whichday.tuning;

import app.whichday.choice.CrossValidation;
import app.whichday.choice.Example;
import app.whichday.choice.LogLinearModel;
import app.whichday.choice.LogLinearTrainer;
import app.whichday.choice.Metric;
import app.whichday.choice.ModelVersion;
import app.whichday.choice.Outcome;
import app.whichday.choice.Ranking;
import app.whichday.choice.Subtask;
import app.whichday.event.EventDraft.Action;
import app.whichday.event.EventFinder;
import app.whichday.event.EventQuestions;
import app.whichday.event.Start;
import app.whichday.tuning.EventTraining.Examples;
import app.whichday.tuning.EventTraining.Judged;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The four subtasks of the event room. Whether there is an event is learned from what two of the others say. */
final class EventSubtasks {
    private static final LogLinearTrainer WORDS = new LogLinearTrainer(3, 3, 100);
    private static final LogLinearTrainer START = new LogLinearTrainer(2, 2, 100);
    private static final LogLinearTrainer EVENT = new LogLinearTrainer(0.5, 1, 100);
    private static final LogLinearTrainer ACTION = new LogLinearTrainer(4, 3, 100);

    private final EventTraining training;
    private final Learned<Boolean> words;
    private final Learned<Optional<Start>> start;
    private final Learned<Action> action;

    private EventSubtasks(EventTraining training) {
        this.training = training;
        this.words = new Learned<>(
                EventQuestions.WORDS, "event/words", WORDS, examples(training::words, training::wordsWithout));
        this.start = new Learned<>(
                EventQuestions.START,
                "event/start",
                START,
                examples(
                        i -> {
                            Example<Optional<Start>> example = training.start(i);
                            return example.question().options().size() > 1 ? example : null;
                        },
                        training::startWithout));
        this.action = new Learned<>(
                EventQuestions.ACTION,
                "event/action",
                ACTION,
                examples(i -> training.mail(i).event() == null ? null : training.action(i), training::actionWithout));
    }

    static List<SubtaskTraining<?>> read(DataFolder data) throws IOException {
        ReadingTraining reading = ReadingSubtasks.training(data);
        List<EventMails.Labelled> mails = EventMails.read(data);
        data.remember(OwnEvents.provenance());
        EventSubtasks all = new EventSubtasks(new EventTraining(mails, OwnEvents.read(), reading.unseen()));
        return List.of(all.words, all.start, all.new Event(), all.action);
    }

    private static <T> Examples<T> examples(
            IntFunction<@Nullable Example<T>> of, Function<Integer, List<Example<T>>> without) {
        return new Examples<>() {
            @Override
            public @Nullable Example<T> of(int mail) {
                return of.apply(mail);
            }

            @Override
            public List<Example<T>> without(int fold) {
                return without.apply(fold);
            }
        };
    }

    private static Map<String, String> weights() {
        return Map.of(
                "weightOfHinted", String.valueOf(EventTraining.WEIGHT_OF_HINTED),
                "weightOfNone", String.valueOf(EventTraining.WEIGHT_OF_NONE),
                "weightOfOwn", String.valueOf(EventTraining.WEIGHT_OF_OWN),
                "weightOfOwnAction", String.valueOf(EventTraining.WEIGHT_OF_OWN_ACTION));
    }

    /** A subtask that learns from the mails alone. */
    private final class Learned<T> implements SubtaskTraining<T> {
        private final Subtask subtask;
        private final String resource;
        private final LogLinearTrainer trainer;
        private final Examples<T> examples;
        private @Nullable Judged<T> judged;

        Learned(Subtask subtask, String resource, LogLinearTrainer trainer, Examples<T> examples) {
            this.subtask = subtask;
            this.resource = resource;
            this.trainer = trainer;
            this.examples = examples;
        }

        synchronized Judged<T> judged() {
            Judged<T> known = judged;
            return known == null ? judged = training.judge(examples, trainer) : known;
        }

        @Override
        public Subtask subtask() {
            return subtask;
        }

        @Override
        public String resource() {
            return resource;
        }

        @Override
        public LogLinearTrainer trainer() {
            return trainer;
        }

        @Override
        public List<Example<T>> examples() {
            return crossValidated().outcomes().stream().map(Outcome::example).toList();
        }

        @Override
        public CrossValidation<T> crossValidated() {
            return judged().outcomes();
        }

        @Override
        public List<Metric> metrics() {
            return List.of();
        }

        @Override
        public LogLinearModel train() {
            return trainer.train(examples.without(-1), new ModelVersion(subtask.name() + "/base"))
                    .withTemperature(crossValidated().temperature());
        }

        @Override
        public Map<String, String> parameters() {
            return weights();
        }
    }

    /** Whether there is an event, from what the words and the times say. */
    private final class Event implements SubtaskTraining<Boolean> {
        private static final double[] THRESHOLDS = {0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5};

        private @Nullable CrossValidation<Boolean> judged;

        @Override
        public Subtask subtask() {
            return EventQuestions.EVENT;
        }

        @Override
        public String resource() {
            return "event/event";
        }

        @Override
        public LogLinearTrainer trainer() {
            return EVENT;
        }

        @Override
        public List<Example<Boolean>> examples() {
            Map<Integer, Ranking<Boolean>> said = words.judged().rankings();
            Map<Integer, Ranking<Optional<Start>>> times = start.judged().rankings();
            List<Example<Boolean>> examples = new ArrayList<>();
            for (int i = 0; i < training.known(); i++) {
                Ranking<Optional<Start>> time = times.containsKey(i) ? times.get(i) : training.untold(i);
                examples.add(Example.of(
                        training.event(i, said.get(i), time),
                        training.mail(i).event() != null ? 0 : 1,
                        training.mail(i).group()));
            }
            return examples;
        }

        @Override
        public synchronized CrossValidation<Boolean> crossValidated() {
            CrossValidation<Boolean> known = judged;
            return known == null ? judged = CrossValidation.of(examples(), EventTraining.FOLDS, EVENT) : known;
        }

        @Override
        public List<Metric> metrics() {
            return score(EventFinder.LIKELY).metrics();
        }

        @Override
        public LogLinearModel train() {
            return EVENT.train(examples(), new ModelVersion("event/base"))
                    .withTemperature(crossValidated().temperature());
        }

        @Override
        public Map<String, String> parameters() {
            return Map.of("likely", String.valueOf(EventFinder.LIKELY));
        }

        @Override
        public List<String> remarks() {
            List<String> lines = new ArrayList<>();
            for (double threshold : THRESHOLDS) {
                lines.add(String.format(Locale.ROOT, "offered from %.2f: %s", threshold, score(threshold)));
            }
            return lines;
        }

        private EventScore score(double likely) {
            Map<Integer, Ranking<Optional<Start>>> times = start.judged().rankings();
            EventScore score = new EventScore();
            for (int i = 0; i < training.known(); i++) {
                boolean found = crossValidated().outcomes().get(i).probabilities()[0] >= likely;
                Optional<Start> at = times.containsKey(i) ? EventFinder.likeliest(times.get(i)) : Optional.empty();
                score.add(training.mail(i).event(), found, at.map(EventTraining::told));
            }
            return score;
        }
    }
}
