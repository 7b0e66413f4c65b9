package app.whichday.web;

import app.whichday.account.Owners;
import app.whichday.account.Refused;
import app.whichday.choice.Choosers;
import app.whichday.choice.LanguageCalls;
import app.whichday.choice.LanguageStatus;
import app.whichday.choice.LanguageUsage;
import app.whichday.choice.Metric;
import app.whichday.choice.Provenance;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Models and engines, for scripts. */
@Path("/api/models")
@RolesAllowed(Owners.ROLE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Models", description = "Who answers each subtask, how well, and at what cost")
public class ModelsApi {
    private final Choosers choosers;
    private final LanguageCalls calls;

    ModelsApi(Choosers choosers, LanguageCalls calls) {
        this.choosers = choosers;
        this.calls = calls;
    }

    /**
     * All subtasks and the model server.
     *
     * @param tokensPerDay 0 for no limit
     */
    @RegisterForReflection
    @Schema(name = "Models")
    public record ModelsJson(
            String languageState,
            @Nullable String server,
            long tokensToday,
            long tokensPerDay,
            String currency,
            List<ModelJson> subtasks) {}

    /**
     * A subtask.
     *
     * @param chosen whether the owner chose the engine while it ran
     * @param languageModel that would be asked; null where none is named
     * @param sure the probability from which a cascade lets the local answer stand; above 1 never
     */
    @RegisterForReflection
    @Schema(name = "Model")
    public record ModelJson(
            String subtask,
            String engine,
            boolean chosen,
            @Nullable String languageModel,
            double sure,
            String version,
            @Nullable String trainedAt,
            List<Provenance.Data> data,
            List<Metric> metrics,
            @Nullable UsageJson today) {}

    /** Language calls of today (UTC). */
    @RegisterForReflection
    @Schema(name = "LanguageUsage")
    public record UsageJson(
            Map<String, Long> results,
            long medianMillis,
            long slowMillis,
            long inputTokens,
            long outputTokens,
            BigDecimal cost,
            long kept,
            BigDecimal costSaved) {
        static UsageJson of(LanguageUsage usage) {
            Map<String, Long> results = new TreeMap<>();
            usage.results().forEach((result, count) -> results.put(lower(result), count));
            return new UsageJson(
                    results,
                    usage.median().toMillis(),
                    usage.slow().toMillis(),
                    usage.inputTokens(),
                    usage.outputTokens(),
                    usage.cost(),
                    usage.kept(),
                    usage.costSaved());
        }
    }

    /**
     * What to switch to.
     *
     * @param engine local, language or cascade
     * @param model to ask in place of the configured one; null for that
     */
    @RegisterForReflection
    @Schema(name = "EngineChoice")
    public record EngineJson(
            @Nullable String engine, @Nullable String model) {}

    @GET
    @Operation(summary = "All subtasks with their models and engines")
    @APIResponse(responseCode = "200", description = "By name")
    public ModelsJson all() {
        LanguageStatus status = choosers.status();
        Map<String, LanguageUsage> today = calls.today();
        return new ModelsJson(
                lower(status.state()),
                status.server().orElse(null),
                status.spent(),
                status.budget(),
                status.currency(),
                choosers.subtasks().stream()
                        .map(answering ->
                                json(answering, today.get(answering.subtask().name())))
                        .toList());
    }

    @PUT
    @Path("{subtask}/engine")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Switch a subtask's engine, from the next mail on")
    @APIResponse(responseCode = "200", description = "The subtask as it is now")
    @APIResponse(responseCode = "400", description = "The engine lacks a server or a model")
    @APIResponse(responseCode = "404", description = "There is no such subtask")
    public ModelJson choose(@RestPath String subtask, EngineJson choice) {
        try {
            String engine = choice.engine() == null ? "" : choice.engine();
            choosers.choose(
                    subtask,
                    ModelsPage.engine(engine),
                    Optional.ofNullable(choice.model()).filter(name -> !name.isBlank()));
        } catch (NoSuchElementException e) {
            throw new NotFoundException(e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new Refused("engine", e.getMessage());
        }
        return one(subtask);
    }

    @DELETE
    @Path("{subtask}/engine")
    @Operation(summary = "Back to the configured engine")
    @APIResponse(responseCode = "200", description = "The subtask as it is now")
    @APIResponse(responseCode = "404", description = "There is no such subtask")
    public ModelJson unchoose(@RestPath String subtask) {
        try {
            choosers.unchoose(subtask);
        } catch (NoSuchElementException e) {
            throw new NotFoundException(e.getMessage(), e);
        }
        return one(subtask);
    }

    private ModelJson one(String subtask) {
        return choosers.subtasks().stream()
                .filter(answering -> answering.subtask().name().equals(subtask))
                .map(answering -> json(answering, calls.today().get(subtask)))
                .findFirst()
                .orElseThrow();
    }

    private static ModelJson json(Choosers.Answering answering, @Nullable LanguageUsage usage) {
        Optional<Provenance> provenance = answering.local().provenance();
        return new ModelJson(
                answering.subtask().name(),
                lower(answering.choice().engine()),
                answering.choice().chosen(),
                answering.model().orElse(null),
                answering.sure(),
                answering.local().version().name(),
                provenance.map(known -> known.trainedAt().toString()).orElse(null),
                provenance.map(Provenance::data).orElse(List.of()),
                provenance.map(Provenance::metrics).orElse(List.of()),
                usage == null ? null : UsageJson.of(usage));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
