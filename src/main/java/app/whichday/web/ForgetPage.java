package app.whichday.web;

import app.whichday.account.Owners;
import app.whichday.account.Refused;
import app.whichday.assistant.Forgetting;
import app.whichday.mail.Whom;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;

/** Forgets somebody in three steps: whom, how much that is, done. The address stands in no URL: those are remembered. */
@Path("/forget")
@Blocking
@RolesAllowed(Owners.ROLE)
@Produces(MediaType.TEXT_HTML)
public class ForgetPage {
    private final Pages pages;
    private final Forgetting forgetting;

    ForgetPage(Pages pages, Forgetting forgetting) {
        this.pages = pages;
        this.forgetting = forgetting;
    }

    @GET
    @Operation(hidden = true)
    public Response whom() {
        return page(ForgetView.ask("", ""), Response.Status.OK);
    }

    /** Deletes nothing yet. */
    @POST
    @Operation(hidden = true)
    public Response really(@RestForm @DefaultValue("") String whom) {
        return with(whom, meant -> ForgetView.of(ForgetView.Step.CONFIRM, meant.name(), forgetting.find(meant)));
    }

    @POST
    @Path("now")
    @Operation(hidden = true)
    public Response now(@RestForm @DefaultValue("") String whom) {
        return with(whom, meant -> ForgetView.of(ForgetView.Step.DONE, meant.name(), forgetting.forget(meant)));
    }

    private Response with(String entered, Function<Whom, ForgetView> view) {
        try {
            return page(view.apply(forgetting.whom(entered)), Response.Status.OK);
        } catch (Refused e) {
            return page(ForgetView.ask(entered, e.getMessage()), Response.Status.BAD_REQUEST);
        }
    }

    private Response page(ForgetView view, Response.Status status) {
        return Response.status(status)
                .entity(Templates.forget(pages.page("Forget somebody", Page.Tab.SETTINGS), view))
                .build();
    }
}
