package app.whichday.tuning;

import app.whichday.choice.Calibration;
import app.whichday.choice.Cascade;
import app.whichday.choice.Chooser;
import app.whichday.choice.Curves;
import app.whichday.choice.Example;
import app.whichday.choice.LocalModel;
import app.whichday.choice.LogLinearChooser;
import app.whichday.choice.LogLinearModel;
import app.whichday.choice.LogLinearModelFile;
import app.whichday.choice.Metric;
import app.whichday.choice.Outcome;
import app.whichday.choice.Policy;
import app.whichday.choice.Subtask;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges engines on labelled data: every subtask, every engine that is asked for, on the same questions. */
public final class Evaluation {
    /** Trained anew for each fold: nobody is trained on and judged on. */
    public static final String LOCAL = "local";
    /** The model that ships, as it is. */
    public static final String SHIPPED = "shipped";

    public static final String LANGUAGE = "language";
    /** Followed by the name of a model at the language server: {@code language:ft:small::whichday}. */
    public static final String LANGUAGE_MODEL = LANGUAGE + ":";

    public static final String CASCADE = "cascade";

    /** A probability that no answer has. */
    private static final double NEVER_SURE = 1.01;

    private static final double[] SURE_SHARES = {0.8, 0.9};
    private static final int TIMED = 2_000;
    private static final long SEED = 20260101;

    private final Request request;
    private final Optional<LanguageModels> language;
    private final Consumer<String> progress;

    /**
     * What to judge.
     *
     * @param subtasks names; empty for all
     * @param engines {@link #LOCAL}, {@link #SHIPPED}, {@link #LANGUAGE}, {@link #CASCADE}, {@link #LANGUAGE_MODEL} with a
     *     name, or the path of a model file
     * @param compare two of them; empty to compare none
     * @param sample questions of each subtask at most, drawn with a fixed seed; 0 for all
     */
    public record Request(Path data, List<String> subtasks, List<String> engines, List<String> compare, int sample) {
        public Request {
            subtasks = List.copyOf(subtasks);
            engines = List.copyOf(engines);
            compare = List.copyOf(compare);
        }

        /** Whether a language model is needed. */
        public boolean asksLanguage() {
            return all().stream()
                    .anyMatch(engine ->
                            engine.equals(LANGUAGE) || engine.equals(CASCADE) || engine.startsWith(LANGUAGE_MODEL));
        }

        List<String> all() {
            return Stream.concat(engines.stream(), compare.stream()).distinct().toList();
        }
    }

    /** What came of it. */
    @RegisterForReflection
    public record Report(List<Figures> figures, List<Comparison> comparisons) {
        public Report {
            figures = List.copyOf(figures);
            comparisons = List.copyOf(comparisons);
        }
    }

    /**
     * @param language what answers for {@link #LANGUAGE} and {@link #CASCADE}; empty where neither is asked for
     * @param progress told what is going on
     */
    public Evaluation(Request request, Optional<LanguageModels> language, Consumer<String> progress) {
        this.request = request;
        this.language = language;
        this.progress = progress;
    }

    /**
     * @throws IllegalArgumentException where a file is missing, a line can't be read, or there is no such subtask or engine
     * @throws IOException where a file can't be read
     */
    public Report run() throws IOException {
        List<TrainedSubtasks.Trained<?>> trained = TrainedSubtasks.read(request.data);
        List<String> names =
                trained.stream().map(one -> one.training().subtask().name()).toList();
        for (String subtask : request.subtasks) {
            if (!names.contains(subtask)) {
                throw new IllegalArgumentException(
                        "There is no subtask " + subtask + " that is trained; there are " + String.join(", ", names));
            }
        }
        List<Figures> figures = new ArrayList<>();
        List<Comparison> comparisons = new ArrayList<>();
        for (TrainedSubtasks.Trained<?> one : trained) {
            if (request.subtasks.isEmpty()
                    || request.subtasks.contains(one.training().subtask().name())) {
                progress.accept("Judging " + one.training().subtask().name() + " ...");
                new OfSubtask<>(one.training()).judge(figures, comparisons);
            }
        }
        return new Report(figures, comparisons);
    }

    /** One engine's answers. */
    private record Answers<T>(
            String engine,
            String version,
            boolean seen,
            List<Outcome<T>> outcomes,
            long[] nanos,
            Figures.@Nullable Use use) {}

    private final class OfSubtask<T> {
        private final SubtaskTraining<T> training;
        private final Subtask subtask;
        private final int[] sample;
        private final Map<String, Optional<Answers<T>>> answers = new LinkedHashMap<>();

        OfSubtask(SubtaskTraining<T> training) {
            this.training = training;
            this.subtask = training.subtask();
            this.sample = sample(training.examples().size());
        }

        private int[] sample(int size) {
            List<Integer> all = new ArrayList<>(IntStream.range(0, size).boxed().toList());
            if (request.sample > 0 && request.sample < size) {
                Collections.shuffle(all, new Random(SEED));
                all = all.subList(0, request.sample);
                Collections.sort(all);
            }
            return all.stream().mapToInt(Integer::intValue).toArray();
        }

        void judge(List<Figures> figures, List<Comparison> comparisons) throws IOException {
            for (String engine : request.all()) {
                answers.put(engine, answers(engine));
            }
            for (String engine : request.engines) {
                answers.get(engine).map(this::figures).ifPresent(figures::add);
            }
            if (request.compare.size() == 2) {
                Optional<Answers<T>> first = answers.get(request.compare.get(0));
                Optional<Answers<T>> second = answers.get(request.compare.get(1));
                if (first.isPresent() && second.isPresent()) {
                    comparisons.add(compare(first.get(), second.get()));
                }
            }
        }

        private Optional<Answers<T>> answers(String engine) throws IOException {
            return switch (engine) {
                case LOCAL -> Optional.of(local());
                case SHIPPED -> Optional.of(shipped());
                case LANGUAGE ->
                    language.flatMap(models -> asked(models, models.asking(subtask), NEVER_SURE, LANGUAGE));
                case CASCADE ->
                    language.flatMap(models -> asked(
                            models,
                            models.asking(subtask),
                            Cascade.sure(judged(local().outcomes), models.cascadeAccuracy()),
                            CASCADE));
                default -> engine.startsWith(LANGUAGE_MODEL) ? named(engine) : file(engine);
            };
        }

        private Optional<Answers<T>> named(String engine) {
            String model = engine.substring(LANGUAGE_MODEL.length());
            if (model.isBlank()) {
                throw new IllegalArgumentException("\"" + engine + "\" names no model");
            }
            return language.flatMap(models -> asked(models, models.asking(subtask, model), NEVER_SURE, engine));
        }

        private List<Example<T>> examples() {
            List<Example<T>> all = training.examples();
            return Arrays.stream(sample).mapToObj(all::get).toList();
        }

        private Answers<T> local() {
            List<Outcome<T>> all = training.crossValidated().outcomes();
            List<Outcome<T>> outcomes = Arrays.stream(sample).mapToObj(all::get).toList();
            LogLinearModel model = training.train();
            return new Answers<>(
                    LOCAL, "trained anew for each fold", false, outcomes, timed(new LogLinearChooser(model)), null);
        }

        private Answers<T> shipped() {
            LocalModel model = LocalModel.resource("/" + training.resource() + ".model");
            return ranked(SHIPPED, model.chooser(), model.version().name());
        }

        /** Empty where the file is another subtask's. */
        private Optional<Answers<T>> file(String path) throws IOException {
            if (!Files.isRegularFile(Path.of(path))) {
                throw new IllegalArgumentException("\"" + path + "\" is no engine and no file: name " + LOCAL + ", "
                        + SHIPPED + ", " + LANGUAGE + ", " + LANGUAGE_MODEL + "MODEL, " + CASCADE + " or a model file");
            }
            LogLinearModel model = LogLinearModelFile.read(Path.of(path));
            String name = model.version().name();
            return name.startsWith(subtask.name() + "/")
                    ? Optional.of(ranked(path, new LogLinearChooser(model), name))
                    : Optional.empty();
        }

        private Answers<T> ranked(String engine, Chooser chooser, String version) {
            List<Outcome<T>> outcomes = examples().stream()
                    .map(example -> Outcome.of(chooser, example))
                    .toList();
            return new Answers<>(engine, version, true, outcomes, timed(chooser), null);
        }

        /** What the model falls back to, and what is sure enough without it, is the cross-validated local answer. */
        private Optional<Answers<T>> asked(
                LanguageModels models, Optional<Chooser> asking, double sure, String engine) {
            return asking.map(chooser -> {
                List<Outcome<T>> local = local().outcomes;
                List<Outcome<T>> outcomes = new ArrayList<>();
                long[] nanos = new long[local.size()];
                var before = models.usage(subtask);
                long kept = 0;
                String version = "nothing answered";
                for (int i = 0; i < nanos.length; i++) {
                    Outcome<T> own = local.get(i);
                    long start = System.nanoTime();
                    if (own.judged().probability() >= sure || own.probabilities().length == 1) {
                        kept += own.probabilities().length == 1 ? 0 : 1;
                        outcomes.add(own);
                    } else {
                        var ranking = chooser.rank(own.example().question());
                        boolean answered = ranking.by().isLanguage();
                        version = answered ? ranking.by().name() : version;
                        outcomes.add(answered ? Outcome.of(ranking, own.example()) : own);
                    }
                    nanos[i] = System.nanoTime() - start;
                    if (i % 100 == 99) {
                        progress.accept("  " + engine + ": " + (i + 1) + " of " + nanos.length);
                    }
                }
                var after = models.usage(subtask);
                long calls = after.calls() - before.calls();
                double cost = after.cost().subtract(before.cost()).doubleValue();
                Figures.Use use = new Figures.Use(
                        calls,
                        kept,
                        after.fellBack() - before.fellBack(),
                        after.inputTokens() - before.inputTokens(),
                        after.outputTokens() - before.outputTokens(),
                        cost,
                        calls == 0 ? 0 : cost / calls * kept);
                return new Answers<>(engine, version, false, outcomes, nanos, use);
            });
        }

        private long[] timed(Chooser chooser) {
            List<Example<T>> some = examples().stream().limit(TIMED).toList();
            // The first round only warms up.
            long[] nanos = new long[some.size()];
            for (int round = 0; round < 2; round++) {
                for (int i = 0; i < nanos.length; i++) {
                    long start = System.nanoTime();
                    chooser.rank(some.get(i).question());
                    nanos[i] = System.nanoTime() - start;
                }
            }
            return nanos;
        }

        private List<Policy.Judged> judged(List<Outcome<T>> outcomes) {
            return outcomes.stream().map(Outcome::judged).toList();
        }

        private Figures figures(Answers<T> given) {
            List<Policy.Judged> judged = judged(given.outcomes);
            List<Curves.Coverage> coverage = Curves.coverage(judged);
            return new Figures(
                    subtask.name(),
                    given.engine,
                    given.version,
                    given.seen,
                    judged.size(),
                    Evaluation.metrics(given.outcomes),
                    Curves.reliability(judged),
                    coverage,
                    latency(given.nanos),
                    given.use);
        }

        private Comparison compare(Answers<T> first, Answers<T> second) {
            return Comparison.of(
                    subtask.name(),
                    first.engine,
                    second.engine,
                    right(first),
                    right(second),
                    first.outcomes.stream()
                            .map(outcome -> outcome.example().group())
                            .toList(),
                    SEED);
        }

        private boolean[] right(Answers<T> given) {
            boolean[] right = new boolean[given.outcomes.size()];
            for (int i = 0; i < right.length; i++) {
                right[i] = given.outcomes.get(i).right();
            }
            return right;
        }
    }

    private static Figures.Latency latency(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Figures.Latency(micros(sorted, 0.5), micros(sorted, 0.95), micros(sorted, 0.99));
    }

    private static double micros(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] / 1e3;
    }

    /** The figures that every subtask has, for {@code tune} too. */
    static List<Metric> metrics(List<? extends Outcome<?>> outcomes) {
        List<Policy.Judged> judged = outcomes.stream().map(Outcome::judged).toList();
        List<Metric> metrics = new ArrayList<>();
        metrics.add(Metric.share(
                "accuracy", (int) judged.stream().filter(Policy.Judged::right).count(), judged.size()));
        metrics.addAll(F1.of(outcomes));
        for (double share : SURE_SHARES) {
            Curves.surest(judged, share).ifPresent(metrics::add);
        }
        metrics.add(Metric.plain("calibration error", Calibration.error(outcomes), outcomes.size()));
        return metrics;
    }
}
