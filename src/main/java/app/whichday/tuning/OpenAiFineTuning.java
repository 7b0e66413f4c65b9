package app.whichday.tuning;

import com.fasterxml.jackson.databind.JsonNode;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonField;
import com.openai.core.JsonValue;
import com.openai.core.MultipartField;
import com.openai.errors.NotFoundException;
import com.openai.errors.OpenAIException;
import com.openai.errors.OpenAIInvalidDataException;
import com.openai.errors.OpenAIIoException;
import com.openai.errors.OpenAIServiceException;
import com.openai.models.files.FileCreateParams;
import com.openai.models.files.FileListParams;
import com.openai.models.files.FileObject;
import com.openai.models.files.FilePurpose;
import com.openai.models.finetuning.jobs.FineTuningJobEvent;
import com.openai.models.finetuning.jobs.JobCreateParams;
import com.openai.models.finetuning.jobs.JobListEventsParams;
import com.openai.models.finetuning.methods.SupervisedHyperparameters;
import com.openai.models.finetuning.methods.SupervisedMethod;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * By OpenAI's protocol (https://platform.openai.com/docs/api-reference/fine-tuning), which others speak in part: what a server
 * leaves out of an answer is missed only where it is needed.
 */
final class OpenAiFineTuning implements FineTuningService, AutoCloseable {
    private static final String MARK = "whichday";
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final int RETRIES = 2;
    /** How many jobs, files or events of a list are looked at, the newest first. */
    private static final int LOOKED_AT = 1_000;

    private static final int LONGEST_MESSAGE = 500;

    private final String host;
    private final OpenAIClient client;
    /** Sends once: a repeated upload or creation could be a second one. */
    private final OpenAIClient once;

    /**
     * @param baseUrl up to and with {@code /v1}
     * @param apiKey empty for a server that needs none
     */
    OpenAiFineTuning(URI baseUrl, Optional<String> apiKey) {
        this.host = baseUrl.getRawAuthority();
        this.client = OpenAIOkHttpClient.builder()
                .baseUrl(baseUrl.toString())
                // The client insists on one.
                .apiKey(apiKey.orElse("unset"))
                .timeout(TIMEOUT)
                .maxRetries(RETRIES)
                .build();
        this.once = client.withOptions(options -> options.maxRetries(0));
    }

    @Override
    public Optional<String> findFile(String name) {
        FileListParams ours = FileListParams.builder().purpose("fine-tune").build();
        return found(() -> client.files().list(ours).autoPager().stream()
                .limit(LOOKED_AT)
                .filter(file -> file._filename().asKnown().equals(Optional.of(name)))
                .map(FileObject::id)
                .findFirst());
    }

    @Override
    public String upload(String name, byte[] content) {
        MultipartField<InputStream> file = MultipartField.<InputStream>builder()
                .value(new ByteArrayInputStream(content))
                .filename(name)
                .contentType("application/jsonl")
                .build();
        FileCreateParams upload = FileCreateParams.builder()
                .file(file)
                .purpose(FilePurpose.FINE_TUNE)
                .build();
        return asked(() -> once.files().create(upload).id());
    }

    @Override
    public void removeFile(String id) {
        found(() -> Optional.of(client.files().delete(id)));
    }

    @Override
    public Optional<Remote> findJob(Order order) {
        return asked(() -> client.fineTuning().jobs().list().autoPager().stream()
                .limit(LOOKED_AT)
                .filter(job -> isOf(job, order))
                .map(this::remote)
                .findFirst());
    }

    /** By the mark where the server keeps it; else by what else is nobody else's. */
    private static boolean isOf(com.openai.models.finetuning.jobs.FineTuningJob job, Order order) {
        Optional<JsonValue> mark = job._metadata()
                .asKnown()
                .map(com.openai.models.finetuning.jobs.FineTuningJob.Metadata::_additionalProperties)
                .map(metadata -> metadata.get(MARK));
        if (mark.isPresent()) {
            return mark.get().asString().equals(Optional.of(order.mark()));
        }
        JsonValue suffix = job._additionalProperties().get("user_provided_suffix");
        return suffix != null
                && suffix.asString().equals(Optional.of(order.suffix()))
                && order.suffix().endsWith(FineTuningJobs.shortMark(order.mark()))
                && job._trainingFile().asKnown().equals(Optional.of(order.trainingFile()));
    }

    @Override
    public Remote create(Order order) {
        JobCreateParams.Builder params = JobCreateParams.builder()
                .model(order.model())
                .trainingFile(order.trainingFile())
                .validationFile(order.validationFile())
                .suffix(order.suffix())
                .metadata(JobCreateParams.Metadata.builder()
                        .putAdditionalProperty(MARK, JsonValue.from(order.mark()))
                        .build());
        if (!order.hyperparameters().areChosenThere()) {
            params.method(JobCreateParams.Method.builder()
                    .type(JobCreateParams.Method.Type.SUPERVISED)
                    .supervised(SupervisedMethod.builder()
                            .hyperparameters(hyperparameters(order.hyperparameters()))
                            .build())
                    .build());
        }
        return asked(() -> remote(once.fineTuning().jobs().create(params.build())));
    }

    private static SupervisedHyperparameters hyperparameters(Hyperparameters given) {
        SupervisedHyperparameters.Builder hyperparameters = SupervisedHyperparameters.builder();
        given.epochs().ifPresent(hyperparameters::nEpochs);
        given.learningRateMultiplier().ifPresent(hyperparameters::learningRateMultiplier);
        given.batchSize().ifPresent(hyperparameters::batchSize);
        return hyperparameters.build();
    }

    @Override
    public Remote job(String id) {
        return asked(() -> remote(client.fineTuning().jobs().retrieve(id)));
    }

    @Override
    public Remote cancel(String id) {
        return asked(() -> remote(client.fineTuning().jobs().cancel(id)));
    }

    @Override
    public List<Event> events(String job, Optional<String> last) {
        JobListEventsParams ofJob =
                JobListEventsParams.builder().fineTuningJobId(job).build();
        // The server tells the newest first.
        List<Event> news = new ArrayList<>();
        found(() -> {
            news.clear();
            client.fineTuning().jobs().listEvents(ofJob).autoPager().stream()
                    .limit(LOOKED_AT)
                    .takeWhile(event -> !last.equals(Optional.of(event.id())))
                    .map(OpenAiFineTuning::event)
                    .forEach(news::add);
            return Optional.of(news);
        });
        Collections.reverse(news);
        return news;
    }

    private static Event event(FineTuningJobEvent event) {
        return new Event(
                event.id(),
                Instant.ofEpochSecond(event._createdAt().asKnown().orElse(0L)),
                event._level()
                        .asKnown()
                        .map(level -> harmless(level.asString()))
                        .orElse("info"),
                known(event._message()).orElse(""));
    }

    private Remote remote(com.openai.models.finetuning.jobs.FineTuningJob job) {
        String status = job._status()
                .asKnown()
                .map(word -> harmless(word.asString()))
                .orElseThrow(() -> new OpenAIInvalidDataException("'status' is missing"));
        return new Remote(
                job.id(),
                state(status),
                status,
                job._fineTunedModel().asKnown().filter(name -> !name.isBlank()).map(OpenAiFineTuning::harmless),
                job._trainedTokens().asKnown().map(OptionalLong::of).orElse(OptionalLong.empty()),
                job._error().asKnown().flatMap(error -> known(error._message())).filter(text -> !text.isBlank()));
    }

    /** OpenAI's words and those of servers alike; what none of them says hasn't ended. */
    private static FineTuningJob.State state(String status) {
        return switch (status.toLowerCase(Locale.ROOT)) {
            case "running", "training" -> FineTuningJob.State.RUNNING;
            case "succeeded", "success", "completed" -> FineTuningJob.State.SUCCEEDED;
            case "failed", "error" -> FineTuningJob.State.FAILED;
            case "cancelled", "canceled" -> FineTuningJob.State.CANCELLED;
            default -> FineTuningJob.State.WAITING;
        };
    }

    private static Optional<String> known(JsonField<String> field) {
        return field.asKnown().map(OpenAiFineTuning::harmless);
    }

    /** As {@link #asked}; empty where the server knows no such thing. */
    private <T> Optional<T> found(Supplier<Optional<T>> call) {
        try {
            return asked(call);
        } catch (FineTuningException e) {
            if (e.isMissing()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private <T> T asked(Supplier<T> call) {
        try {
            return call.get();
        } catch (NotFoundException e) {
            throw FineTuningException.missing(
                    host + " doesn't know what it was asked about: " + reason(e)
                            + " If it is no server that fine-tunes, set whichday.language.base-url to one that does.",
                    e);
        } catch (OpenAIServiceException e) {
            throw refused(e);
        } catch (OpenAIIoException e) {
            throw FineTuningException.passing(host + " can't be reached, or hung up: " + rootOf(e) + ".", e);
        } catch (OpenAIException e) {
            throw FineTuningException.passing(
                    host + " answered what can't be read as OpenAI's protocol: " + rootOf(e) + ".", e);
        }
    }

    private FineTuningException refused(OpenAIServiceException e) {
        return switch (e.statusCode()) {
            case 401, 403 ->
                FineTuningException.lasting(
                        host + " refuses the API key: set whichday.language.api-key to one that may fine-tune there.",
                        e);
            case 405, 501 ->
                FineTuningException.missing(
                        host + " doesn't offer that: set whichday.language.base-url to a server that fine-tunes.", e);
            case 408, 409, 429 -> FineTuningException.passing(host + " asks to come back later: " + reason(e), e);
            default -> {
                String sentence = host + " answered with an error (" + e.statusCode() + "): " + reason(e);
                yield e.statusCode() >= 500
                        ? FineTuningException.passing(sentence, e)
                        : FineTuningException.lasting(sentence, e);
            }
        };
    }

    /** What the server says, as a sentence's end. */
    private static String reason(OpenAIServiceException e) {
        String text = said(e.body().convert(JsonNode.class))
                .map(OpenAiFineTuning::harmless)
                .orElse("it gives no reason");
        return text.endsWith(".") ? text : text + ".";
    }

    /** {@code {"error": {"message": …}}}; the client hands over what is inside of "error" where there is one. */
    private static Optional<String> said(@Nullable JsonNode body) {
        return body == null
                ? Optional.empty()
                : Stream.of(body.path("message"), body.path("error").path("message"), body.path("detail"), body)
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::textValue)
                        .findFirst();
    }

    private static String rootOf(Throwable problem) {
        Throwable root = problem;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return harmless(message).replaceAll("\\.$", "");
    }

    /** A stranger's text, short and on one line, without anything a terminal would obey. */
    private static String harmless(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints()
                .limit(LONGEST_MESSAGE)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
                .forEach(safe::appendCodePoint);
        return safe.toString().strip();
    }

    @Override
    public void close() {
        client.close();
    }
}
