package app.whichday.tuning;

import app.whichday.choice.CrossValidation;
import app.whichday.choice.Example;
import app.whichday.choice.LogLinearModel;
import app.whichday.choice.LogLinearTrainer;
import app.whichday.choice.Metric;
import app.whichday.choice.ModelVersion;
import app.whichday.choice.Outcome;
import app.whichday.choice.Question;
import app.whichday.choice.Subtask;
import app.whichday.intent.Intent;
import app.whichday.intent.IntentReader;
import app.whichday.intent.Intents;
import app.whichday.request.Requests;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What mails do about appointments and deadlines: a yes/no question for every mail and intent, all answered by one model. */
final class IntentTraining implements SubtaskTraining<Boolean> {
    private static final int FOLDS = 5;
    private static final LogLinearTrainer TRAINER = new LogLinearTrainer(0.3, 3, 100);

    private final List<Example<Boolean>> examples;
    /** Of each example. */
    private final List<Intent> intents;

    private @Nullable CrossValidation<Boolean> judged;

    private IntentTraining(List<Example<Boolean>> examples, List<Intent> intents) {
        this.examples = List.copyOf(examples);
        this.intents = List.copyOf(intents);
    }

    static IntentTraining read(List<SortedMails.Sorted> mails, Requests requests) {
        List<Example<Boolean>> examples = new ArrayList<>();
        List<Intent> intents = new ArrayList<>();
        for (SortedMails.Sorted mail : mails) {
            Map<Intent, Question<Boolean>> asked = IntentReader.questions(mail.mail(), mail.dates(), requests);
            asked.forEach((intent, question) -> {
                examples.add(Example.of(question, mail.intents().contains(intent) ? 0 : 1, mail.group()));
                intents.add(intent);
            });
        }
        return new IntentTraining(examples, intents);
    }

    @Override
    public Subtask subtask() {
        return IntentReader.SUBTASK;
    }

    @Override
    public String resource() {
        return "intent/intent";
    }

    @Override
    public LogLinearTrainer trainer() {
        return TRAINER;
    }

    @Override
    public List<Example<Boolean>> examples() {
        return examples;
    }

    @Override
    public CrossValidation<Boolean> crossValidated() {
        CrossValidation<Boolean> known = judged;
        if (known == null) {
            known = CrossValidation.of(examples, FOLDS, TRAINER);
            judged = known;
        }
        return known;
    }

    @Override
    public List<Metric> metrics() {
        List<Outcome<Boolean>> outcomes = crossValidated().outcomes();
        List<Integer> all = IntStream.range(0, outcomes.size()).boxed().toList();
        List<Metric> metrics = new ArrayList<>();
        metrics.add(Scores.f1("micro F1", all, i -> is(outcomes.get(i)), i -> said(outcomes.get(i))));
        int of = Intent.values().length;
        List<Integer> mails = IntStream.range(0, outcomes.size() / of)
                .map(i -> i * of)
                .boxed()
                .toList();
        metrics.add(Scores.f1(
                "F1 arranges something",
                mails,
                first -> any(outcomes, first, true),
                first -> any(outcomes, first, false)));
        for (Intent intent : Intent.values()) {
            List<Integer> own =
                    all.stream().filter(i -> intents.get(i) == intent).toList();
            metrics.add(Scores.f1(
                    "F1 " + intent.name().toLowerCase(Locale.ROOT),
                    own,
                    i -> is(outcomes.get(i)),
                    i -> said(outcomes.get(i))));
        }
        return metrics;
    }

    private boolean any(List<Outcome<Boolean>> outcomes, int first, boolean labelled) {
        return IntStream.range(first, first + Intent.values().length)
                .filter(i -> intents.get(i).arranges())
                .anyMatch(i -> labelled ? is(outcomes.get(i)) : said(outcomes.get(i)));
    }

    private static boolean is(Outcome<Boolean> outcome) {
        return outcome.example().right().contains(0);
    }

    private static boolean said(Outcome<Boolean> outcome) {
        return Intents.isPresent(outcome.probabilities()[0]);
    }

    @Override
    public LogLinearModel train() {
        return TRAINER.train(examples, new ModelVersion("intent/base"))
                .withTemperature(crossValidated().temperature());
    }
}
