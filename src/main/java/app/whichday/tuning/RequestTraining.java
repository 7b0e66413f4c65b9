package app.whichday.tuning;

import app.whichday.choice.CrossValidation;
import app.whichday.choice.Example;
import app.whichday.choice.LogLinearModel;
import app.whichday.choice.LogLinearTrainer;
import app.whichday.choice.Metric;
import app.whichday.choice.ModelVersion;
import app.whichday.choice.Outcome;
import app.whichday.choice.Subtask;
import app.whichday.mail.Sentence;
import app.whichday.request.Requests;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sentences of mails that do, and don't, ask or propose something: {@code intent/pos.txt} and {@code intent/neg.txt}. */
final class RequestTraining implements SubtaskTraining<Boolean> {
    private static final LogLinearTrainer TRAINER = new LogLinearTrainer(1.0, 2, 150);
    private static final int FOLDS = 5;

    private final List<Example<Boolean>> examples;
    private @Nullable CrossValidation<Boolean> judged;

    private RequestTraining(List<Example<Boolean>> examples) {
        this.examples = List.copyOf(examples);
    }

    static RequestTraining read(DataFolder data) throws IOException {
        List<Example<Boolean>> examples = new ArrayList<>();
        add(examples, data.text("intent/pos.txt"), 0);
        add(examples, data.text("intent/neg.txt"), 1);
        return new RequestTraining(examples);
    }

    private static void add(List<Example<Boolean>> examples, List<String> sentences, int right) {
        for (String sentence : sentences) {
            String words = Sentence.words(sentence);
            // Nobody says whose sentences they are; equal ones are kept together.
            examples.add(Example.of(Requests.question(words), right, words));
        }
    }

    @Override
    public Subtask subtask() {
        return Requests.SUBTASK;
    }

    @Override
    public String resource() {
        return "request/request";
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
        return List.of(Scores.f1(
                "F1", outcomes, outcome -> outcome.example().right().contains(0), outcome -> outcome.chosen() == 0));
    }

    @Override
    public LogLinearModel train() {
        return TRAINER.train(examples, new ModelVersion("request/base"))
                .withTemperature(crossValidated().temperature());
    }
}
