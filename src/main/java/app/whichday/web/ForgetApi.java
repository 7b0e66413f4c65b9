package app.whichday.web;

import app.whichday.account.Owners;
import app.whichday.account.Refused;
import app.whichday.assistant.Forgetting;
import app.whichday.mail.Whom;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Forgetting somebody, for scripts. */
@Path("/api/forget")
@RolesAllowed(Owners.ROLE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Forgetting", description = "Delete what is kept of a person or a domain")
public class ForgetApi {
    private final Forgetting forgetting;

    ForgetApi(Forgetting forgetting) {
        this.forgetting = forgetting;
    }

    /**
     * Whom to forget.
     *
     * @param dryRun counts only; null for false
     */
    @RegisterForReflection
    @Schema(name = "Forget")
    public record ForgetJson(
            @Nullable String whom, @Nullable Boolean dryRun) {}

    /**
     * How much that is.
     *
     * @param whom as it was understood
     * @param mails that name them
     * @param lessons that were learned from these mails
     */
    @RegisterForReflection
    @Schema(name = "Forgotten")
    public record ForgottenJson(
            String whom, boolean dryRun, int mails, int proposals, int decisions, int events, int lessons) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Forget everything about a person or a domain",
            description =
                    "Deletes, for good and in one transaction, every mail that names the address (or an address at"
                            + " the domain), the proposals and decisions that came of them, events with the person in them,"
                            + " and what was learned. With “dryRun” it only counts. The mailbox isn't touched.")
    @APIResponse(responseCode = "200", description = "What was deleted, or would be; all 0 where there is nothing")
    @APIResponse(
            responseCode = "400",
            description = "Neither an address nor a domain, the owner's own, or a mail provider's domain")
    public ForgottenJson forget(@Nullable ForgetJson sent) {
        if (sent == null || sent.whom() == null) {
            throw new Refused("whom", "Say in “whom” what to forget: an address or a domain.");
        }
        boolean dryRun = Boolean.TRUE.equals(sent.dryRun());
        Whom whom = forgetting.whom(sent.whom());
        Forgetting.Found found = dryRun ? forgetting.find(whom) : forgetting.forget(whom);
        return new ForgottenJson(
                whom.name(),
                dryRun,
                found.mails(),
                found.proposals(),
                found.decisions(),
                found.events(),
                found.lessons());
    }
}
