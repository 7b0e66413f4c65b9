package app.whichday.web;

import app.whichday.account.Owners;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.FormAuthenticationMechanism;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/** Coming in, by password or by the one-time link, and going out. The forms post to Quarkus' own {@code j_security_check}. */
@Path("/")
@Blocking
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class SignInPage {
    private final Pages pages;
    private final SecurityIdentity identity;

    SignInPage(Pages pages, SecurityIdentity identity) {
        this.pages = pages;
        this.identity = identity;
    }

    /** A request by script whose session has ended is told to go to the page as a whole. */
    @GET
    @Path("sign-in")
    @Operation(hidden = true)
    public Response signIn(@RestQuery @DefaultValue("false") boolean wrong, @HeaderParam("HX-Request") boolean htmx) {
        if (htmx) {
            return Response.noContent().header("HX-Redirect", "/sign-in").build();
        }
        if (!identity.isAnonymous()) {
            return Response.seeOther(URI.create("/")).build();
        }
        return Response.ok(Templates.signIn(pages.bare("Sign in"), wrong)).build();
    }

    /** Only shows a button: programs that preview links must not use the token up. */
    @GET
    @Path("welcome")
    @Operation(hidden = true)
    public Response welcome(@RestQuery @DefaultValue("") String token) {
        if (!identity.isAnonymous()) {
            return Response.seeOther(URI.create("/")).build();
        }
        return Response.ok(Templates.welcome(pages.bare("Welcome"), token)).build();
    }

    @POST
    @Path("sign-out")
    @RolesAllowed(Owners.ROLE)
    @Operation(hidden = true)
    public Response signOut() {
        FormAuthenticationMechanism.logout(identity);
        return Response.seeOther(URI.create("/sign-in")).build();
    }
}
