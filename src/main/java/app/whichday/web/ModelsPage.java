package app.whichday.web;

import app.whichday.account.Owners;
import app.whichday.choice.Choosers;
import app.whichday.choice.Engine;
import app.whichday.choice.ModelVersion;
import app.whichday.choice.Subtask;
import app.whichday.tuning.PersonalModels;
import app.whichday.tuning.Retraining;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Who decides what: every subtask's model, how good it is, and the switch of its engine. */
@Path("/models")
@Blocking
@RolesAllowed(Owners.ROLE)
@Produces(MediaType.TEXT_HTML)
public class ModelsPage {
    private final Pages pages;
    private final ModelsViews views;
    private final Choosers choosers;
    private final PersonalModels personal;
    private final Retraining retraining;

    ModelsPage(Pages pages, ModelsViews views, Choosers choosers, PersonalModels personal, Retraining retraining) {
        this.pages = pages;
        this.views = views;
        this.choosers = choosers;
        this.personal = personal;
        this.retraining = retraining;
    }

    @GET
    @Operation(hidden = true)
    public Response models(@RestQuery @DefaultValue("false") boolean saved) {
        ModelsView view = views.view();
        return page(saved ? view.saying("Saved; the next mail is read so.") : view, Response.Status.OK);
    }

    /** @param engine empty to go back to the configuration */
    @POST
    @Path("{subtask}")
    @Operation(hidden = true)
    public Response choose(
            @RestPath String subtask,
            @RestForm @DefaultValue("") String engine,
            @RestForm @DefaultValue("") String model) {
        try {
            if (engine.isEmpty()) {
                choosers.unchoose(subtask);
            } else {
                choosers.choose(
                        subtask, engine(engine), Optional.of(model.strip()).filter(name -> !name.isEmpty()));
            }
            return Response.seeOther(URI.create("/models?saved=true#" + subtask))
                    .build();
        } catch (NoSuchElementException e) {
            throw new NotFoundException(e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            return page(views.view().refusing(e.getMessage()), Response.Status.BAD_REQUEST);
        }
    }

    /** Another version answers, by its name; the one that ships by an empty one. */
    @POST
    @Path("{subtask}/version")
    @Operation(hidden = true)
    public Response version(@RestPath String subtask, @RestForm @DefaultValue("") String version) {
        return changed(subtask, known -> {
            if (version.isBlank()) {
                personal.rollBackToShipped(known);
            } else {
                personal.promote(known, new ModelVersion(version));
            }
        });
    }

    @POST
    @Path("{subtask}/back")
    @Operation(hidden = true)
    public Response back(@RestPath String subtask) {
        return changed(subtask, personal::rollBack);
    }

    /** Better versions may answer by themselves again. */
    @POST
    @Path("{subtask}/release")
    @Operation(hidden = true)
    public Response release(@RestPath String subtask) {
        return changed(subtask, personal::release);
    }

    @POST
    @Path("{subtask}/learn")
    @Operation(hidden = true)
    public Response learn(@RestPath String subtask) {
        return changed(subtask, retraining::train);
    }

    private Response changed(String subtask, Consumer<Subtask> change) {
        try {
            change.accept(new Subtask(subtask));
            return Response.seeOther(URI.create("/models?saved=true#" + subtask))
                    .build();
        } catch (NoSuchElementException | IllegalArgumentException e) {
            return page(views.view().refusing(e.getMessage()), Response.Status.NOT_FOUND);
        }
    }

    /** @throws IllegalArgumentException where it is none, in one sentence */
    static Engine engine(String name) {
        return Arrays.stream(Engine.values())
                .filter(engine -> engine.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("An engine is local, language or cascade."));
    }

    private Response page(ModelsView view, Response.Status status) {
        return Response.status(status)
                .entity(Templates.models(pages.page("Models", Page.Tab.MODELS), view))
                .build();
    }
}
