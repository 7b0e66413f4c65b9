package app.whichday.tuning;

import app.whichday.choice.LanguageSettings;
import app.whichday.choice.Subtask;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Fine-tunings of language models on the owner's decisions, at the server of {@code whichday.language.base-url}. Nothing goes
 * there but by {@link #start}.
 */
@ApplicationScoped
public class FineTuningJobs {
    private static final Logger LOG = Logger.getLogger(FineTuningJobs.class);

    /** Attempts of one call before the poller takes over. */
    private static final int ATTEMPTS = 3;

    private static final int SHORT_MARK = 6;

    private final FineTuningRows rows;
    private final Exports exports;
    private final LanguageSettings language;
    private final BiFunction<URI, Optional<String>, FineTuningService> connector;
    private final Clock clock;
    private final Duration pause;
    /** One step at a time: two at once could do the same. */
    private final ReentrantLock steps = new ReentrantLock();

    private @Nullable FineTuningService service;

    @Inject
    FineTuningJobs(FineTuningRows rows, Exports exports, LanguageSettings language, Clock clock) {
        this(rows, exports, language, OpenAiFineTuning::new, clock, Duration.ofSeconds(1));
    }

    /** @param pause before something that failed is tried again, doubling */
    FineTuningJobs(
            FineTuningRows rows,
            Exports exports,
            LanguageSettings language,
            BiFunction<URI, Optional<String>, FineTuningService> connector,
            Clock clock,
            Duration pause) {
        this.rows = rows;
        this.exports = exports;
        this.language = language;
        this.connector = connector;
        this.clock = clock;
        this.pause = pause;
    }

    /**
     * What is to be trained.
     *
     * @param model the base model, by the server's name
     * @param suffix part of the finished model's name, up to 18 letters, digits and hyphens; empty for one of ours
     * @param pseudonymise whether people get invented names
     */
    public record Wish(
            Subtask subtask,
            String model,
            Hyperparameters hyperparameters,
            Optional<String> suffix,
            double validation,
            boolean pseudonymise) {
        /** @throws IllegalArgumentException where a value can't be used, in one sentence */
        public Wish {
            if (model.isBlank()) {
                throw new IllegalArgumentException("Name the model to begin with, as the server calls it.");
            }
            if (!(validation >= 0 && validation <= 0.5)) {
                throw new IllegalArgumentException("The share to keep apart is from 0 to 0.5, not " + validation + ".");
            }
            suffix.filter(text -> !text.matches("[A-Za-z0-9-]{1,18}")).ifPresent(text -> {
                throw new IllegalArgumentException("A suffix is 1 to 18 letters, digits and hyphens.");
            });
        }
    }

    /**
     * What would be sent, and where. Nothing was.
     *
     * @param host whom it would go to
     * @param training JSONL
     * @param validation JSONL; empty where nothing is kept apart
     */
    public record Plan(
            Wish wish,
            String host,
            int examples,
            int validationExamples,
            long tokens,
            byte[] training,
            byte[] validation) {
        /** For the owner to agree to. */
        public String sentence() {
            String apart = validationExamples == 0 ? "" : " and " + examples(validationExamples) + " to validate with";
            return examples(examples) + " to train on" + apart + ", " + tokens + " tokens of text from your mail"
                    + (wish.pseudonymise() ? " with people's names replaced" : "") + ", to " + host;
        }

        private static String examples(int count) {
            return count + (count == 1 ? " example" : " examples");
        }
    }

    /**
     * @throws NoSuchElementException where a language model is never asked about the subtask, or nothing was learned of it
     * @throws IllegalStateException where no server is configured, in one sentence
     */
    public Plan plan(Wish wish) throws IOException {
        URI server = server();
        Path folder = Files.createTempDirectory("whichday-tuning");
        try {
            ChatExport.Written written = exports.write(
                    new Exports.Wish(
                            wish.subtask(),
                            ChatExport.Kind.SFT,
                            TrainerFormat.OPENAI,
                            wish.validation(),
                            wish.pseudonymise()),
                    folder);
            if (written.trained() == 0) {
                throw new NoSuchElementException("Nothing was decided yet that teaches "
                        + wish.subtask().name() + ": there is nothing to train on.");
            }
            return new Plan(
                    wish,
                    server.getRawAuthority(),
                    written.trained(),
                    written.validated(),
                    written.tokens() + written.validationTokens(),
                    Files.readAllBytes(written.train()),
                    Files.readAllBytes(written.validation()));
        } finally {
            discard(folder);
        }
    }

    /**
     * Sends what the plan says and begins. Where the server can't be reached for now the job is kept, and begun later.
     *
     * @return the job as it stands: it may have failed
     */
    public FineTuningJob start(Plan plan) {
        Wish wish = plan.wish();
        FineTuningJobEntity row = new FineTuningJobEntity();
        row.mark = UUID.randomUUID().toString();
        row.service = server().toString();
        row.subtask = wish.subtask().name();
        row.baseModel = wish.model();
        row.suffix = wish.suffix().orElseGet(() -> "whichday-" + shortMark(row.mark));
        row.hyperparameters(wish.hyperparameters());
        row.examples = plan.examples();
        row.validationExamples = plan.validationExamples();
        row.tokens = plan.tokens();
        row.training = plan.training();
        row.trainingName = name(wish.subtask(), "train", plan.training());
        if (plan.validationExamples() > 0) {
            row.validation = plan.validation();
            row.validationName = name(wish.subtask(), "validation", plan.validation());
        }
        return advance(rows.add(row));
    }

    /** The same content has the same name: how a file is found again, and shared by variants. */
    private static String name(Subtask subtask, String part, byte[] content) {
        return "whichday-" + subtask.name() + "-" + part + "-"
                + ChatExport.sha256(content).substring(0, 16) + ".jsonl";
    }

    static String shortMark(String mark) {
        return mark.substring(0, SHORT_MARK);
    }

    /** The newest first. */
    public List<FineTuningJob> all() {
        return rows.all().stream().map(FineTuningJobEntity::job).toList();
    }

    /** @throws NoSuchElementException where there is none */
    public FineTuningJob get(long id) {
        return rows.get(id).job();
    }

    /** What the server told of the job, the oldest first. */
    public List<FineTuningJob.Event> events(long id) {
        return rows.events(id);
    }

    /**
     * Ends the job; where the server can't be reached for now, as soon as it can.
     *
     * @throws NoSuchElementException where there is none
     * @throws IllegalStateException where it has ended already, in one sentence
     */
    public FineTuningJob cancel(long id) {
        if (get(id).state().isEnd()) {
            throw new IllegalStateException("The fine-tuning job " + id + " has ended already.");
        }
        rows.change(id, row -> row.cancelAsked = true);
        return advance(id);
    }

    /**
     * Looks how far a job is, and does what is to be done next; a few times over where the server has a hiccup.
     *
     * @throws NoSuchElementException where there is none
     */
    public FineTuningJob advance(long id) {
        Duration wait = pause;
        for (int attempt = 1; ; attempt++) {
            FineTuningStep.Result result = step(id);
            if (!result.again() || attempt == ATTEMPTS || !sleep(wait)) {
                return result.job();
            }
            wait = wait.multipliedBy(2);
        }
    }

    /**
     * Looks after all that have not ended.
     *
     * @return those that got into another state
     */
    public List<FineTuningJob> advanceAll() {
        List<FineTuningJob> changed = new ArrayList<>();
        Optional<URI> server = configured();
        if (server.isPresent()) {
            for (long id : rows.unfinished(server.get().toString())) {
                FineTuningJob.State before = get(id).state();
                FineTuningJob after = step(id).job();
                if (after.state() != before) {
                    changed.add(after);
                }
            }
        }
        return changed;
    }

    @Scheduled(every = "30s", delayed = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void poll() {
        try {
            for (FineTuningJob job : advanceAll()) {
                LOG.infof("Fine-tuning job %d (%s): %s", job.id(), job.subtask().name(), job.state());
            }
        } catch (RuntimeException e) {
            LOG.error("Could not look after the fine-tuning jobs; they are looked after again in half a minute", e);
        }
    }

    private FineTuningStep.Result step(long id) {
        steps.lock();
        try {
            FineTuningJobEntity row = rows.get(id);
            Optional<URI> server = configured();
            if (!server.map(URI::toString).equals(Optional.of(row.service))) {
                return new FineTuningStep.Result(elsewhere(row), false);
            }
            return new FineTuningStep(rows, service(server.get()), clock).take(row);
        } finally {
            steps.unlock();
        }
    }

    private FineTuningJob elsewhere(FineTuningJobEntity row) {
        return row.state.isEnd()
                ? row.job()
                : rows.change(
                                row.key(),
                                changed -> changed.error = "It was begun at " + changed.service
                                        + ", and is looked after again when whichday.language.base-url names that.")
                        .job();
    }

    /** The server that is configured. */
    private URI server() {
        return configured()
                .orElseThrow(
                        () -> new IllegalStateException(
                                language.baseUrl().isEmpty()
                                        ? "No server is configured to fine-tune at: set whichday.language.base-url and .api-key."
                                        : "whichday.language.base-url is no http or https address such as https://api.openai.com/v1."));
    }

    private Optional<URI> configured() {
        return language.baseUrl().flatMap(FineTuningJobs::http);
    }

    private static Optional<URI> http(String url) {
        try {
            URI uri = URI.create(url.strip());
            boolean usable =
                    uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
            return usable ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Made when first needed: most owners never do. */
    private FineTuningService service(URI server) {
        FineTuningService known = service;
        if (known == null) {
            known = connector.apply(server, language.apiKey());
            service = known;
        }
        return known;
    }

    private static boolean sleep(Duration time) {
        try {
            Thread.sleep(time);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void discard(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @PreDestroy
    void close() throws Exception {
        if (service instanceof AutoCloseable client) {
            client.close();
        }
    }
}
