package app.whichday.web;

import app.whichday.account.Owners;
import app.whichday.account.Refused;
import app.whichday.choice.Subtask;
import app.whichday.tuning.FineTuningJob;
import app.whichday.tuning.FineTuningJobs;
import app.whichday.tuning.Hyperparameters;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Fine-tunings of language models, for scripts. */
@Path("/api/tuning/jobs")
@Blocking
@RolesAllowed(Owners.ROLE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Fine-tuning",
        description = "Language models trained on the owner's decisions, at the server that they use")
public class TuningApi {
    private static final double USUAL_VALIDATION = 0.1;

    private final FineTuningJobs jobs;

    TuningApi(FineTuningJobs jobs) {
        this.jobs = jobs;
    }

    /** What to train, as it is sent; what is null the server chooses. */
    @RegisterForReflection
    @Schema(name = "NewTuningJob")
    public record NewTuningJobJson(
            @Schema(required = true) @Nullable String subtask,

            @Schema(required = true, description = "The model to begin with, as the server calls it") @Nullable
            String model,

            @Nullable Integer epochs,
            @Nullable Double learningRateMultiplier,
            @Nullable Integer batchSize,

            @Schema(description = "Part of the finished model's name: 1 to 18 letters, digits and hyphens") @Nullable
            String suffix,

            @Schema(description = "The share of threads that is kept apart, 0 to 0.5; 0.1 unless given") @Nullable
            Double validation,

            @Schema(description = "Whether people get invented names") @Nullable
            Boolean pseudonymise,

            @Schema(description = "Mail text is sent only with true; otherwise the answer says what would be") @Nullable
            Boolean yes) {}

    /**
     * A job.
     *
     * @param status the server's own word for its state
     * @param error what went wrong last
     */
    @RegisterForReflection
    @Schema(name = "TuningJob")
    public record TuningJobJson(
            long id,
            String subtask,
            String server,
            String baseModel,
            @Nullable Integer epochs,
            @Nullable Double learningRateMultiplier,
            @Nullable Integer batchSize,
            String suffix,
            int examples,
            int validationExamples,
            long tokens,

            @Schema(enumeration = {"preparing", "waiting", "running", "succeeded", "failed", "cancelled"})
            String state,

            boolean cancelAsked,
            @Nullable String status,
            @Nullable String serverId,
            @Nullable String resultModel,
            @Nullable Long trainedTokens,
            @Nullable String error,
            Instant createdAt,
            Instant updatedAt) {
        static TuningJobJson of(FineTuningJob job) {
            OptionalLong trained = job.trainedTokens();
            return new TuningJobJson(
                    job.id(),
                    job.subtask().name(),
                    job.service(),
                    job.baseModel(),
                    job.hyperparameters().epochs().orElse(null),
                    job.hyperparameters().learningRateMultiplier().orElse(null),
                    job.hyperparameters().batchSize().orElse(null),
                    job.suffix(),
                    job.examples(),
                    job.validationExamples(),
                    job.tokens(),
                    job.state().name().toLowerCase(Locale.ROOT),
                    job.cancelAsked(),
                    job.status().orElse(null),
                    job.remoteId().orElse(null),
                    job.resultModel().orElse(null),
                    trained.isPresent() ? trained.getAsLong() : null,
                    job.error().orElse(null),
                    job.createdAt(),
                    job.updatedAt());
        }
    }

    /** A job and what the server told of it, the oldest first. */
    @RegisterForReflection
    @Schema(name = "WholeTuningJob")
    public record WholeTuningJobJson(TuningJobJson job, List<EventJson> events) {}

    /** Something that the server told. */
    @RegisterForReflection
    @Schema(name = "TuningEvent")
    public record EventJson(Instant at, String level, String message) {}

    @GET
    @Operation(summary = "All jobs, the newest first")
    @APIResponse(responseCode = "200", description = "As of the last half minute")
    public List<TuningJobJson> all() {
        return jobs.all().stream().map(TuningJobJson::of).toList();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One job with its events")
    @APIResponse(responseCode = "200", description = "As of the last half minute")
    @APIResponse(responseCode = "404", description = "There is no such job")
    public WholeTuningJobJson one(@RestPath long id) {
        TuningJobJson job = TuningJobJson.of(there(() -> jobs.get(id)));
        return new WholeTuningJobJson(
                job,
                jobs.events(id).stream()
                        .map(event -> new EventJson(event.at(), event.level(), event.message()))
                        .toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Send the decisions on a subtask to the server, and train a model on them",
            description = "Without \"yes\": true nothing is sent; the answer says what would be, and to whom.")
    @APIResponse(responseCode = "201", description = "The job; it may have failed already")
    @APIResponse(responseCode = "400", description = "Not agreed to, a value can't be used, or nothing was learned yet")
    public Response start(@Nullable NewTuningJobJson wanted) throws IOException {
        if (wanted == null) {
            throw new Refused("subtask", "Send what to train as JSON; see /q/openapi for its shape.");
        }
        FineTuningJobs.Plan plan = plan(wish(wanted));
        if (!Boolean.TRUE.equals(wanted.yes())) {
            throw new Refused(
                    "yes", "This would send " + plan.sentence() + ". Nothing was sent; send it with \"yes\": true.");
        }
        TuningJobJson job = TuningJobJson.of(jobs.start(plan));
        return Response.created(URI.create("/api/tuning/jobs/" + job.id()))
                .entity(job)
                .build();
    }

    private FineTuningJobs.Plan plan(FineTuningJobs.Wish wish) throws IOException {
        try {
            return jobs.plan(wish);
        } catch (NoSuchElementException e) {
            throw new Refused("subtask", e.getMessage());
        } catch (IllegalStateException e) {
            throw new Refused("server", e.getMessage());
        }
    }

    private static FineTuningJobs.Wish wish(NewTuningJobJson wanted) {
        Subtask subtask = usable("subtask", () -> new Subtask(wanted.subtask() == null ? "" : wanted.subtask()));
        Hyperparameters hyperparameters = usable(
                "hyperparameters",
                () -> new Hyperparameters(
                        Optional.ofNullable(wanted.epochs()),
                        Optional.ofNullable(wanted.learningRateMultiplier()),
                        Optional.ofNullable(wanted.batchSize())));
        return usable(
                "job",
                () -> new FineTuningJobs.Wish(
                        subtask,
                        wanted.model() == null ? "" : wanted.model(),
                        hyperparameters,
                        Optional.ofNullable(wanted.suffix()),
                        wanted.validation() == null ? USUAL_VALIDATION : wanted.validation(),
                        Boolean.TRUE.equals(wanted.pseudonymise())));
    }

    private static <T> T usable(String field, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            String sentence = e.getMessage();
            throw new Refused(field, sentence.endsWith(".") ? sentence : sentence + ".");
        }
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "End a job; the files that were sent for it are removed from the server")
    @APIResponse(
            responseCode = "200",
            description = "The job; where the server can't be reached it ends as soon as it can")
    @APIResponse(responseCode = "400", description = "It has ended already")
    @APIResponse(responseCode = "404", description = "There is no such job")
    public TuningJobJson cancel(@RestPath long id) {
        try {
            return TuningJobJson.of(there(() -> jobs.cancel(id)));
        } catch (IllegalStateException e) {
            throw new Refused("state", e.getMessage());
        }
    }

    private static <T> T there(Supplier<T> job) {
        try {
            return job.get();
        } catch (NoSuchElementException e) {
            throw new NotFoundException(e.getMessage(), e);
        }
    }
}
