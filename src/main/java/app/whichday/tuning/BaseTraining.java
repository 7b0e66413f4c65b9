package app.whichday.tuning;

import app.whichday.choice.LogLinearModel;
import app.whichday.choice.LogLinearModelFile;
import app.whichday.choice.LogLinearTrainer;
import app.whichday.choice.Metric;
import app.whichday.choice.ModelVersion;
import app.whichday.choice.Provenance;
import app.whichday.choice.Subtask;
import app.whichday.when.ReadingPolicy;
import app.whichday.when.Sighting;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Trains the models that ship, from labelled data, and says how good they are on people they have not seen. The same data gives
 * the same models, to the bit.
 */
public final class BaseTraining {
    private static final LogLinearTrainer WHICH = new LogLinearTrainer(1.5, 2, 200);
    private static final LogLinearTrainer IS_TIME = new LogLinearTrainer(1.0, 2, 200);

    /** Writers add dates where the weekday alone is unclear: such sentences are harder than mail is. */
    private static final double WEIGHT_OF_PAIRS = 0.7;
    /** Our own sentences come in several fillings each. */
    private static final double WEIGHT_OF_OWN = 0.2;
    /** They hold most of the words that only look like times. */
    private static final double WEIGHT_OF_OWN_IS_TIME = 0.6;

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
     * @param folder with {@code mails/} and {@code when/} in it
     * @throws IllegalArgumentException where a file is missing or a line can't be read
     * @throws IOException where a file can't be read or a model not be written
     */
    public void run(Path folder) throws IOException {
        DataFolder data = new DataFolder(folder);
        List<LabelledText> texts = new ArrayList<>(LabelledMails.read(data));
        texts.addAll(WeekdayPairs.read(data, WEIGHT_OF_PAIRS));
        List<Provenance.Data> read = new ArrayList<>(data.read());
        read.add(OwnSentences.provenance());

        ReadingTraining training = new ReadingTraining(
                new ReadingTraining.Parameters(WHICH, IS_TIME, ReadingPolicy.DEFAULT),
                texts,
                OwnSentences.read(WEIGHT_OF_OWN, WEIGHT_OF_OWN_IS_TIME));
        ReadingTraining.Judged judged = training.crossValidate();
        out.println("Which day, cross-validated: nobody is trained on and judged on");
        judged.metrics().forEach(metric -> out.println("  " + metric));
        out.println("Asking below a probability");
        judged.tradeoffs().forEach(this::printTradeoff);
        ReadingTraining.Models models =
                training.train().calibrated(judged.whichTemperature(), judged.isTimeTemperature());
        write("when/reading", Sighting.READING, models.which(), WHICH, read, judged.whichExamples(), judged.metrics());
        write(
                "when/is-time",
                Sighting.IS_TIME,
                models.isTime(),
                IS_TIME,
                read,
                judged.isTimeExamples(),
                judged.metrics());
        out.flush();
    }

    private void printTradeoff(ReadingTraining.Tradeoff tradeoff) {
        tradeoff.scores()
                .forEach((set, score) ->
                        out.printf(Locale.ROOT, "  at %.2f, %s: %s%n", tradeoff.probability(), set, score.tradeoff()));
    }

    private void write(
            String name,
            Subtask subtask,
            LogLinearModel trained,
            LogLinearTrainer trainer,
            List<Provenance.Data> data,
            int examples,
            List<Metric> metrics)
            throws IOException {
        // Named after what is in it: equal weights have equal names, and a name never means two models.
        String hash = DataFolder.sha256(LogLinearModelFile.bytes(trained));
        LogLinearModel model = trained.named(new ModelVersion(subtask.name() + "/base-" + hash.substring(0, 8)));
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("l2", String.valueOf(trainer.l2()));
        parameters.put("leastExamples", String.valueOf(trainer.leastExamples()));
        parameters.put("iterations", String.valueOf(trainer.iterations()));
        parameters.put("temperature", String.valueOf(model.temperature()));
        parameters.put("weightOfPairs", String.valueOf(WEIGHT_OF_PAIRS));
        parameters.put("weightOfOwn", String.valueOf(WEIGHT_OF_OWN));
        parameters.put("weightOfOwnIsTime", String.valueOf(WEIGHT_OF_OWN_IS_TIME));
        parameters.put("seed", "none: nothing is drawn by chance");
        Provenance provenance = new Provenance(
                subtask, model.version(), Optional.empty(), data, examples, parameters, metrics, clock.instant());
        Path file = resources.resolve(name + ".model");
        Files.createDirectories(file.getParent());
        LogLinearModelFile.write(model, file);
        Files.writeString(resources.resolve(name + ".json"), provenance.toJson());
        out.println(model.version() + ": " + model.size() + " weights, written to " + file);
    }
}
