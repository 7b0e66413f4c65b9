package app.whichday.web;

import app.whichday.account.Owners;
import app.whichday.account.Refused;
import app.whichday.choice.Metric;
import app.whichday.choice.ModelVersion;
import app.whichday.choice.Subtask;
import app.whichday.tuning.Conventions;
import app.whichday.tuning.PersonalModels;
import app.whichday.tuning.Progress;
import app.whichday.tuning.Retraining;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What was learned from the owner, for scripts. */
@Path("/api/learning")
@Blocking
@RolesAllowed(Owners.ROLE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Learning", description = "Models that the owner's decisions made, and what correspondents mean")
public class LearningApi {
    private final Owners owners;
    private final Progress progress;
    private final PersonalModels models;
    private final Retraining retraining;
    private final Conventions conventions;

    LearningApi(
            Owners owners, Progress progress, PersonalModels models, Retraining retraining, Conventions conventions) {
        this.owners = owners;
        this.progress = progress;
        this.models = models;
        this.retraining = retraining;
        this.conventions = conventions;
    }

    /**
     * @param before the thirty days before those of {@code now}
     * @param now the last thirty days
     */
    @RegisterForReflection
    @Schema(name = "Learning")
    public record LearningJson(
            StretchJson before, StretchJson now, List<SubtaskJson> subtasks, List<ConventionJson> conventions) {}

    /** Counts of decisions in a stretch of days. */
    @RegisterForReflection
    @Schema(name = "Stretch")
    public record StretchJson(String first, int decisions, int wrongDays, int asked, int missorted) {
        static StretchJson of(Progress.Stretch stretch) {
            return new StretchJson(
                    stretch.first().toString(),
                    stretch.decisions(),
                    stretch.wrongDays(),
                    stretch.asked(),
                    stretch.missorted());
        }
    }

    /**
     * How a subtask's learning stands.
     *
     * @param live the version that answers
     * @param held whether the owner chose it, so that nothing takes its place by itself
     * @param why what came of the latest training
     */
    @RegisterForReflection
    @Schema(name = "SubtaskLearning")
    public record SubtaskJson(
            String subtask,
            String live,
            String shipped,
            boolean held,
            @Nullable String trainedAt,
            int decisions,
            String why,
            List<VersionJson> versions) {
        static SubtaskJson of(PersonalModels.Learning learning) {
            return new SubtaskJson(
                    learning.subtask().name(),
                    learning.live()
                            .map(PersonalModels.Version::name)
                            .orElse(learning.shipped())
                            .name(),
                    learning.shipped().name(),
                    learning.held(),
                    learning.trainedAt().map(Object::toString).orElse(null),
                    learning.decisions(),
                    learning.why(),
                    learning.versions().stream().map(VersionJson::of).toList());
        }
    }

    /** A model that was trained here. */
    @RegisterForReflection
    @Schema(name = "ModelVersion")
    public record VersionJson(
            String version,
            String step,
            String why,
            int decisions,
            String trainedAt,
            @Nullable String liveAt,
            List<Metric> metrics) {
        static VersionJson of(PersonalModels.Version version) {
            return new VersionJson(
                    version.name().name(),
                    version.step().name().toLowerCase(Locale.ROOT),
                    version.why(),
                    version.decisions(),
                    version.trainedAt().toString(),
                    version.liveAt().map(Object::toString).orElse(null),
                    version.metrics());
        }
    }

    /** What somebody means by some words. */
    @RegisterForReflection
    @Schema(name = "Convention")
    public record ConventionJson(
            String writer, String about, String writes, String means, int times, int of, int corrected) {
        static ConventionJson of(Conventions.Convention convention) {
            return new ConventionJson(
                    convention.writer(),
                    convention.habit().about(),
                    convention.habit().writes(),
                    convention.habit().means(),
                    convention.times(),
                    convention.of(),
                    convention.corrected());
        }
    }

    /** @param version null for the one that ships */
    @RegisterForReflection
    @Schema(name = "VersionChoice")
    public record ChoiceJson(@Nullable String version) {}

    @GET
    @Operation(
            summary = "How errors became fewer, the versions of every model that learns, and what correspondents mean")
    public LearningJson learning() {
        Progress.Course course = progress.course(owners.current().zone());
        return new LearningJson(
                StretchJson.of(course.before()),
                StretchJson.of(course.now()),
                models.all().stream().map(SubtaskJson::of).toList(),
                conventions.all().stream().map(ConventionJson::of).toList());
    }

    @POST
    @Path("{subtask}/train")
    @Operation(summary = "Learn now from the decisions so far")
    @APIResponse(responseCode = "200", description = "What came of it")
    @APIResponse(responseCode = "400", description = "The subtask doesn't learn")
    public SubtaskJson train(@RestPath String subtask) {
        return changed(subtask, retraining::train);
    }

    @POST
    @Path("{subtask}/rollback")
    @Operation(summary = "Back to the version that answered before, and hold it")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(
            responseCode = "400",
            description = "The model that ships answers already, or the subtask doesn't learn")
    public SubtaskJson rollBack(@RestPath String subtask) {
        return changed(subtask, models::rollBack);
    }

    @POST
    @Path("{subtask}/release")
    @Operation(summary = "Better versions may answer by themselves again")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "400", description = "The subtask doesn't learn")
    public SubtaskJson release(@RestPath String subtask) {
        return changed(subtask, models::release);
    }

    @PUT
    @Path("{subtask}/version")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Let a version answer, and hold it")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "400", description = "There is no such version, or the subtask doesn't learn")
    public SubtaskJson choose(@RestPath String subtask, ChoiceJson choice) {
        return changed(subtask, known -> {
            if (choice.version() == null) {
                models.rollBackToShipped(known);
            } else {
                models.promote(known, version(choice.version()));
            }
        });
    }

    private static ModelVersion version(String name) {
        try {
            return new ModelVersion(name);
        } catch (IllegalArgumentException e) {
            throw new Refused("version", e.getMessage() + ".");
        }
    }

    private SubtaskJson changed(String name, Consumer<Subtask> change) {
        try {
            Subtask subtask = new Subtask(name);
            change.accept(subtask);
            return SubtaskJson.of(models.of(subtask));
        } catch (NoSuchElementException | IllegalArgumentException e) {
            throw new Refused("subtask", Optional.ofNullable(e.getMessage()).orElse("No such subtask."));
        }
    }
}
