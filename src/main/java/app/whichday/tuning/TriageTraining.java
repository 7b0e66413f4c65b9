package app.whichday.tuning;

import app.whichday.choice.CrossValidation;
import app.whichday.choice.Example;
import app.whichday.choice.LogLinearChooser;
import app.whichday.choice.LogLinearModel;
import app.whichday.choice.LogLinearTrainer;
import app.whichday.choice.Metric;
import app.whichday.choice.ModelVersion;
import app.whichday.choice.Outcome;
import app.whichday.choice.Subtask;
import app.whichday.request.Requests;
import app.whichday.triage.Category;
import app.whichday.triage.MailTriage;
import app.whichday.triage.Triage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How mails are sorted, and whether they want a reply: learned from labelled mails of many people, and from mails of our own. */
final class TriageTraining<T> implements SubtaskTraining<T> {
    private static final int FOLDS = 5;
    private static final LogLinearTrainer TRAINER = new LogLinearTrainer(3, 3, 100);
    private static final double WEIGHT_OF_OWN = 4;
    private static final double MOST_CERTAIN_SHARE = 0.8;

    private final Subtask subtask;
    private final String resource;
    private final List<Example<T>> examples;
    private final List<Example<T>> own;
    private final Figures<T> figures;
    private @Nullable CrossValidation<T> judged;

    /** What a user would notice. */
    @FunctionalInterface
    private interface Figures<T> {
        List<Metric> of(List<Outcome<T>> outcomes);
    }

    private TriageTraining(
            Subtask subtask, String resource, List<Example<T>> examples, List<Example<T>> own, Figures<T> figures) {
        this.subtask = subtask;
        this.resource = resource;
        this.examples = List.copyOf(examples);
        this.own = List.copyOf(own);
        this.figures = figures;
    }

    /** Category and needs-reply. */
    static List<SubtaskTraining<?>> read(List<SortedMails.Sorted> mails, OwnMails ownMails, Requests requests) {
        List<Example<Category>> categories = new ArrayList<>();
        List<Example<Boolean>> replies = new ArrayList<>();
        for (SortedMails.Sorted mail : mails) {
            MailTriage.Questions asked = MailTriage.questions(mail.mail(), mail.owner(), mail.dates(), requests);
            categories.add(Example.of(asked.category(), mail.category().ordinal(), mail.group()));
            replies.add(Example.of(asked.needsReply(), mail.needsReply() ? 0 : 1, mail.group()));
        }
        List<Example<Category>> own = new ArrayList<>();
        for (OwnMails.Own mail : ownMails.mails()) {
            MailTriage.Questions asked = MailTriage.questions(mail.mail(), mail.owner(), List.of(), requests);
            own.add(new Example<>(asked.category(), Set.of(mail.category().ordinal()), "own", WEIGHT_OF_OWN));
        }
        return List.of(
                new TriageTraining<>(
                        MailTriage.CATEGORY, "triage/triage", categories, own, TriageTraining::categoryFigures),
                new TriageTraining<>(
                        MailTriage.NEEDS_REPLY,
                        "triage/needs-reply",
                        replies,
                        List.of(),
                        TriageTraining::replyFigures));
    }

    private static List<Metric> categoryFigures(List<Outcome<Category>> outcomes) {
        List<Metric> metrics = new ArrayList<>();
        List<Outcome<Category>> wanted =
                outcomes.stream().filter(one -> label(one) != Category.JUNK).toList();
        int right = (int) wanted.stream().filter(Outcome::right).count();
        metrics.add(Metric.share("accuracy without junk", right, wanted.size()));
        List<Outcome<Category>> surest = wanted.stream()
                .sorted(Comparator.comparingDouble((Outcome<Category> one) -> -one.probabilities()[one.chosen()]))
                .limit((long) (MOST_CERTAIN_SHARE * wanted.size()))
                .toList();
        metrics.add(Metric.share(
                "accuracy of the surest 80 %",
                (int) surest.stream().filter(Outcome::right).count(), surest.size()));
        double sum = 0;
        for (Category category : Category.values()) {
            Metric f1 = Scores.f1(
                    "F1 " + category.name().toLowerCase(Locale.ROOT),
                    outcomes,
                    one -> label(one) == category,
                    one -> one.choice().value() == category);
            metrics.add(f1);
            sum += f1.value();
        }
        metrics.add(1, Metric.plain("macro F1", sum / Category.values().length, outcomes.size()));
        return metrics;
    }

    private static Category label(Outcome<Category> outcome) {
        return outcome.example()
                .question()
                .options()
                .get(outcome.example().right().iterator().next())
                .value();
    }

    private static List<Metric> replyFigures(List<Outcome<Boolean>> outcomes) {
        return List.of(Scores.f1(
                "F1",
                outcomes,
                one -> one.example().right().contains(0),
                one -> Triage.wantsReply(one.probabilities()[0])));
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
        return TRAINER;
    }

    @Override
    public List<Example<T>> examples() {
        return examples;
    }

    @Override
    public CrossValidation<T> crossValidated() {
        CrossValidation<T> known = judged;
        if (known == null) {
            known = CrossValidation.of(examples, FOLDS, training -> new LogLinearChooser(train(training)));
            judged = known;
        }
        return known;
    }

    @Override
    public List<Metric> metrics() {
        return figures.of(crossValidated().outcomes());
    }

    @Override
    public LogLinearModel train() {
        return train(examples).withTemperature(crossValidated().temperature());
    }

    private LogLinearModel train(List<Example<T>> labelled) {
        List<Example<T>> all = new ArrayList<>(labelled);
        all.addAll(own);
        return TRAINER.train(all, new ModelVersion(subtask.name() + "/base"));
    }

    @Override
    public Map<String, String> parameters() {
        return own.isEmpty() ? Map.of() : Map.of("weightOfOwn", String.valueOf(WEIGHT_OF_OWN));
    }
}
