package app.whichday.tuning;

import app.whichday.choice.CrossValidation;
import app.whichday.choice.Curves;
import app.whichday.choice.LogLinearModel;
import app.whichday.choice.LogLinearModelFile;
import app.whichday.choice.LogLinearTrainer;
import app.whichday.choice.Metric;
import app.whichday.choice.ModelVersion;
import app.whichday.choice.Outcome;
import app.whichday.choice.Policy;
import app.whichday.choice.Provenance;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Trains the models that ship, from labelled data, and says how good they are on people they have not seen. The same data gives
 * the same models, to the bit.
 */
public final class BaseTraining {
    private final Path resources;
    private final Clock clock;
    private final PrintWriter out;

    /** @param resources where models go: {@code when/reading.model} and its provenance beside it, and so on */
    public BaseTraining(Path resources, Clock clock, PrintWriter out) {
        this.resources = resources;
        this.clock = clock;
        this.out = out;
    }

    /**
     * @param folder with {@code mails/}, {@code when/} and {@code intent/} in it
     * @throws IllegalArgumentException where a file is missing or a line can't be read
     * @throws IOException where a file can't be read or a model not be written
     */
    public void run(Path folder) throws IOException {
        out.println("Cross-validated: nobody is trained on and judged on.");
        for (TrainedSubtasks.Trained<?> trained : TrainedSubtasks.read(folder)) {
            train(trained);
        }
        out.flush();
    }

    private <T> void train(TrainedSubtasks.Trained<T> trained) throws IOException {
        SubtaskTraining<T> training = trained.training();
        CrossValidation<T> judged = training.crossValidated();
        List<Metric> metrics = new ArrayList<>();
        metrics.addAll(Evaluation.metrics(judged.outcomes()));
        metrics.addAll(training.metrics());
        out.println(training.subtask().name());
        metrics.forEach(metric -> out.println("  " + metric));
        training.remarks().forEach(line -> out.println("  " + line));
        write(trained, training.train(), judged, metrics);
    }

    private void write(
            TrainedSubtasks.Trained<?> trained, LogLinearModel weights, CrossValidation<?> judged, List<Metric> metrics)
            throws IOException {
        List<Policy.Judged> answers =
                judged.outcomes().stream().map(Outcome::judged).toList();
        SubtaskTraining<?> training = trained.training();
        // Named after what is in it: equal weights have equal names, and a name never means two models.
        String hash = DataFolder.sha256(LogLinearModelFile.bytes(weights));
        LogLinearModel model =
                weights.named(new ModelVersion(training.subtask().name() + "/base-" + hash.substring(0, 8)));
        Provenance provenance = new Provenance(
                training.subtask(),
                model.version(),
                Optional.empty(),
                trained.data(),
                answers.size(),
                parameters(training, model),
                metrics,
                Curves.reliability(answers),
                Curves.coverage(answers),
                clock.instant());
        Path file = resources.resolve(training.resource() + ".model");
        Files.createDirectories(file.getParent());
        LogLinearModelFile.write(model, file);
        Files.writeString(resources.resolve(training.resource() + ".json"), provenance.toJson());
        out.println("  " + model.version() + ": " + model.size() + " weights, written to " + file);
    }

    private static Map<String, String> parameters(SubtaskTraining<?> training, LogLinearModel model) {
        LogLinearTrainer trainer = training.trainer();
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("l2", String.valueOf(trainer.l2()));
        parameters.put("leastExamples", String.valueOf(trainer.leastExamples()));
        parameters.put("iterations", String.valueOf(trainer.iterations()));
        parameters.put("temperature", String.valueOf(model.temperature()));
        parameters.putAll(new TreeMap<>(training.parameters()));
        parameters.put("seed", "none: nothing is drawn by chance");
        return parameters;
    }
}
