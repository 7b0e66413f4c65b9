package app.whichday.tuning;

import app.whichday.choice.CrossValidation;
import app.whichday.choice.Example;
import app.whichday.choice.Features;
import app.whichday.choice.Folds;
import app.whichday.choice.LogLinearChooser;
import app.whichday.choice.LogLinearTrainer;
import app.whichday.choice.ModelVersion;
import app.whichday.choice.Option;
import app.whichday.choice.Outcome;
import app.whichday.choice.Question;
import app.whichday.choice.Ranking;
import app.whichday.event.EventDraft.Action;
import app.whichday.event.EventQuestions;
import app.whichday.event.Start;
import app.whichday.when.WhenInMail;
import app.whichday.when.WhenReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The questions about events with their answers, and who may be trained on what.
 *
 * <p>Some thousand mails are labelled with their intents but not with their event. What intents say of events is learned from
 * those that have both labels (the "hint"); so the others become examples that are right with a probability: an event is at
 * some time of the mail, whichever.
 */
final class EventTraining {
    static final int FOLDS = 5;
    /** Of an example that is only hinted at, against one that is labelled. */
    static final double WEIGHT_OF_HINTED = 0.2;
    /** Own sentences come in several fillings. */
    static final double WEIGHT_OF_OWN = 0.3;
    /** They hold most of the cancellations and moves. */
    static final double WEIGHT_OF_OWN_ACTION = 1;
    /** A mail without an event says less about times than one with. */
    static final double WEIGHT_OF_NONE = 0.5;

    private static final double UNLIKELY = 0.05;
    private static final LogLinearTrainer HINT = new LogLinearTrainer(0.3, 1, 100);
    private static final ModelVersion ANY = new ModelVersion("event/cross-validation");

    private final List<EventMails.Labelled> mails;
    private final List<EventQuestions> questions = new ArrayList<>();
    private final List<Question<Boolean>> words = new ArrayList<>();
    private final List<Question<Optional<Start>>> starts = new ArrayList<>();
    private final List<OwnEvents> own;
    private final List<EventQuestions> ownQuestions = new ArrayList<>();
    private final int known;
    private final int[] fold;
    private final Map<Integer, Hint> hints = new HashMap<>();

    /** @param unseen for each owner a reader that was not trained on their mails */
    EventTraining(List<EventMails.Labelled> mails, List<OwnEvents> own, Map<String, WhenReader> unseen) {
        this.mails = mails;
        this.own = own;
        this.known = (int) mails.stream().filter(EventMails.Labelled::known).count();
        WhenReader any = unseen.values().iterator().next();
        for (EventMails.Labelled mail : mails) {
            WhenInMail times = new WhenInMail(unseen.getOrDefault(mail.group(), any));
            EventQuestions asked = EventQuestions.of(
                    mail.mail(),
                    mail.owner(),
                    times.read(mail.mail(), mail.owner().zone(), mail.owner().locale()));
            questions.add(asked);
            words.add(asked.words());
            starts.add(asked.start());
        }
        WhenInMail times = new WhenInMail(any);
        for (OwnEvents one : own) {
            ownQuestions.add(EventQuestions.of(
                    one.mail(),
                    one.owner(),
                    times.read(one.mail(), one.owner().zone(), one.owner().locale())));
        }
        this.fold = folds();
    }

    /** Of the labelled mails by owner; of the others the fold of their owner, or -1 where the owner has no labelled mail. */
    private int[] folds() {
        List<String> owners =
                mails.stream().limit(known).map(EventMails.Labelled::group).toList();
        int[] ofKnown = Folds.of(owners, FOLDS);
        Map<String, Integer> ofOwner = new HashMap<>();
        for (int i = 0; i < known; i++) {
            ofOwner.put(owners.get(i), ofKnown[i]);
        }
        return mails.stream()
                .mapToInt(mail -> ofOwner.getOrDefault(mail.group(), -1))
                .toArray();
    }

    /** How many mails are labelled: they come first. */
    int known() {
        return known;
    }

    EventMails.Labelled mail(int i) {
        return mails.get(i);
    }

    /** What intents and category say of events, learned without a fold. */
    private record Hint(LogLinearChooser event, LogLinearChooser action) {}

    private synchronized Hint hint(int without) {
        return hints.computeIfAbsent(without, f -> {
            List<Example<Boolean>> events = new ArrayList<>();
            List<Example<Action>> actions = new ArrayList<>();
            for (int i = 0; i < known; i++) {
                EventMails.Event event = mails.get(i).event();
                if (fold[i] != f) {
                    events.add(Example.of(
                            hinted(i), event != null ? 0 : 1, mails.get(i).group()));
                }
                if (fold[i] != f && event != null) {
                    actions.add(Example.of(
                            hintedAction(i),
                            event.action().ordinal(),
                            mails.get(i).group()));
                }
            }
            return new Hint(
                    new LogLinearChooser(HINT.train(events, ANY)), new LogLinearChooser(HINT.train(actions, ANY)));
        });
    }

    private Features about(int i) {
        Features.Builder about = Features.builder().is("always");
        mails.get(i).about().forEach(about::is);
        return about.is("times-" + Math.min(2, starts.get(i).options().size() - 1))
                .build();
    }

    private Question<Boolean> hinted(int i) {
        return new Question<>(
                EventQuestions.EVENT,
                "",
                List.of(new Option<>(true, "yes", about(i)), new Option<>(false, "no", Features.none())));
    }

    private Question<Action> hintedAction(int i) {
        List<Option<Action>> options = new ArrayList<>();
        for (Action action : Action.values()) {
            options.add(new Option<>(
                    action,
                    action.name(),
                    Features.builder().cross(action.name(), about(i)).build()));
        }
        return new Question<>(EventQuestions.ACTION, "", options);
    }

    private double hintedEvent(int i, int without) {
        return share(hint(without).event.rank(hinted(i)), true);
    }

    private static <T> double share(Ranking<T> ranking, T value) {
        return ranking.ranked().stream()
                .filter(ranked -> ranked.value().equals(value))
                .mapToDouble(ranked -> ranked.probability())
                .sum();
    }

    Example<Boolean> words(int i) {
        return Example.of(
                words.get(i), mails.get(i).event() != null ? 0 : 1, mails.get(i).group());
    }

    List<Example<Boolean>> wordsWithout(int f) {
        List<Example<Boolean>> examples = new ArrayList<>();
        for (int i = 0; i < mails.size(); i++) {
            if (fold[i] == f && f >= 0) {
                continue;
            }
            if (i < known) {
                examples.add(words(i));
            } else {
                weighted(
                        examples,
                        words.get(i),
                        Set.of(0),
                        Set.of(1),
                        hintedEvent(i, f),
                        mails.get(i).group());
            }
        }
        for (int i = 0; i < own.size(); i++) {
            int right = own.get(i).action() != null ? 0 : 1;
            examples.add(new Example<>(ownQuestions.get(i).words(), Set.of(right), OwnEvents.GROUP, WEIGHT_OF_OWN));
        }
        return examples;
    }

    private static <T> void weighted(
            List<Example<T>> examples,
            Question<T> question,
            Set<Integer> yes,
            Set<Integer> no,
            double probability,
            String group) {
        if (probability > UNLIKELY) {
            examples.add(new Example<>(question, yes, group, WEIGHT_OF_HINTED * probability));
        }
        examples.add(new Example<>(question, no, group, WEIGHT_OF_HINTED * (1 - probability)));
    }

    Example<Optional<Start>> start(int i) {
        EventMails.Event event = mails.get(i).event();
        Question<Optional<Start>> question = starts.get(i);
        return event == null
                ? new Example<>(question, Set.of(0), mails.get(i).group(), WEIGHT_OF_NONE)
                : new Example<>(
                        question, right(question, event.start()), mails.get(i).group(), 1);
    }

    /** The options at exactly that time; where none is, those on that day. */
    private static Set<Integer> right(Question<Optional<Start>> question, @Nullable String told) {
        Set<Integer> exact = new TreeSet<>();
        Set<Integer> day = new TreeSet<>();
        if (told == null) {
            return Set.of(0);
        }
        for (int k = 1; k < question.options().size(); k++) {
            String option =
                    question.options().get(k).value().map(EventTraining::told).orElseThrow();
            if (option.equals(told)) {
                exact.add(k);
            }
            if (sameDay(option, told)) {
                day.add(k);
            }
        }
        return exact.isEmpty() ? day : exact;
    }

    static String told(Start start) {
        return start.date()
                + start.time().map(time -> "T" + time.withSecond(0).withNano(0)).orElse("");
    }

    static boolean sameDay(String one, String other) {
        return one.substring(0, 10).equals(other.substring(0, 10));
    }

    List<Example<Optional<Start>>> startWithout(int f) {
        List<Example<Optional<Start>>> examples = new ArrayList<>();
        for (int i = 0; i < mails.size(); i++) {
            if (fold[i] == f && f >= 0 || starts.get(i).options().size() == 1) {
                continue;
            }
            if (i < known) {
                examples.add(start(i));
            } else {
                weighted(
                        examples,
                        starts.get(i),
                        allTimes(starts.get(i)),
                        Set.of(0),
                        hintedEvent(i, f),
                        mails.get(i).group());
            }
        }
        for (int i = 0; i < own.size(); i++) {
            Question<Optional<Start>> question = ownQuestions.get(i).start();
            Set<Integer> right = own.get(i).action() == null ? Set.of(0) : marked(question, own.get(i));
            examples.add(new Example<>(question, right, OwnEvents.GROUP, WEIGHT_OF_OWN));
        }
        return examples;
    }

    private static Set<Integer> allTimes(Question<?> question) {
        Set<Integer> all = new TreeSet<>();
        for (int k = 1; k < question.options().size(); k++) {
            all.add(k);
        }
        return all;
    }

    private static Set<Integer> marked(Question<Optional<Start>> question, OwnEvents own) {
        Set<Integer> right = new TreeSet<>();
        for (int k = 1; k < question.options().size(); k++) {
            Start start = question.options().get(k).value().orElseThrow();
            int begin = start.day().span().begin();
            if (start.clock().isEmpty() && begin >= own.from() && begin < own.to()) {
                right.add(k);
            }
        }
        return right;
    }

    /** Of mails with an event only. */
    Example<Action> action(int i) {
        EventMails.Event event = mails.get(i).event();
        Example<Optional<Start>> start = start(i);
        Optional<Start> at = start.right().stream()
                .min(Integer::compare)
                .flatMap(k -> start.question().options().get(k).value());
        return Example.of(
                questions.get(i).action(at),
                event.action().ordinal(),
                mails.get(i).group());
    }

    List<Example<Action>> actionWithout(int f) {
        List<Example<Action>> examples = new ArrayList<>();
        for (int i = 0; i < mails.size(); i++) {
            if (fold[i] == f && f >= 0) {
                continue;
            }
            if (i < known && mails.get(i).event() != null) {
                examples.add(action(i));
            } else if (i >= known) {
                hintedActions(examples, i, f);
            }
        }
        for (int i = 0; i < own.size(); i++) {
            Action action = own.get(i).action();
            if (action != null) {
                Question<Optional<Start>> start = ownQuestions.get(i).start();
                Optional<Start> at = marked(start, own.get(i)).stream()
                        .min(Integer::compare)
                        .flatMap(k -> start.options().get(k).value());
                examples.add(new Example<>(
                        ownQuestions.get(i).action(at),
                        Set.of(action.ordinal()),
                        OwnEvents.GROUP,
                        WEIGHT_OF_OWN_ACTION));
            }
        }
        return examples;
    }

    private void hintedActions(List<Example<Action>> examples, int i, int f) {
        double event = hintedEvent(i, f);
        if (event < 0.5) {
            return;
        }
        List<Option<Optional<Start>>> times = starts.get(i).options();
        Question<Action> question =
                questions.get(i).action(times.size() == 2 ? times.get(1).value() : Optional.empty());
        hint(f).action.rank(hintedAction(i)).ranked().stream()
                .filter(ranked -> ranked.probability() > UNLIKELY)
                .forEach(ranked -> examples.add(new Example<>(
                        question,
                        Set.of(ranked.value().ordinal()),
                        mails.get(i).group(),
                        WEIGHT_OF_HINTED * event * ranked.probability())));
    }

    Question<Boolean> event(int i, Ranking<Boolean> words, Ranking<Optional<Start>> start) {
        return questions.get(i).event(words, start);
    }

    /** The examples of a subtask. */
    interface Examples<T> {
        /** To judge on; null where the mail has none. */
        @Nullable
        Example<T> of(int mail);

        List<Example<T>> without(int fold);
    }

    /** What models said that had seen no mail of its owner, by the mails that have an example. */
    <T> Judged<T> judge(Examples<T> examples, LogLinearTrainer trainer) {
        int[] judged =
                IntStream.range(0, known).filter(i -> examples.of(i) != null).toArray();
        List<Outcome<T>> raw = new ArrayList<>(Collections.nCopies(judged.length, null));
        // The folds know nothing of each other, so they may be trained at the same time without changing a bit.
        IntStream.range(0, FOLDS).parallel().forEach(f -> {
            LogLinearChooser chooser = new LogLinearChooser(trainer.train(examples.without(f), ANY));
            for (int j = 0; j < judged.length; j++) {
                if (fold[judged[j]] == f) {
                    raw.set(j, Outcome.of(chooser, examples.of(judged[j])));
                }
            }
        });
        return new Judged<>(
                judged,
                CrossValidation.of(raw, Arrays.stream(judged).map(i -> fold[i]).toArray()));
    }

    /**
     * @param mails the index of the mail of each outcome
     */
    record Judged<T>(int[] mails, CrossValidation<T> outcomes) {
        /** The answer to the question about a mail; the first option for certain where it was not asked. */
        Map<Integer, Ranking<T>> rankings() {
            Map<Integer, Ranking<T>> rankings = new HashMap<>();
            for (int j = 0; j < mails.length; j++) {
                rankings.put(mails[j], outcomes.outcomes().get(j).ranking(ANY));
            }
            return rankings;
        }
    }

    /** The answer where there is only one. */
    Ranking<Optional<Start>> untold(int i) {
        return Ranking.of(starts.get(i), new double[] {1}, ANY);
    }
}
