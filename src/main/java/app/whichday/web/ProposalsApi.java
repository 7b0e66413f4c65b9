package app.whichday.web;

import app.whichday.account.Owners;
import app.whichday.account.Refused;
import app.whichday.proposal.Decision;
import app.whichday.proposal.Proposal;
import app.whichday.proposal.ProposalId;
import app.whichday.proposal.Proposals;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Proposals and decisions for scripts. */
@Path("/api/proposals")
@RolesAllowed(Owners.ROLE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Proposals", description = "What the assistant offers to do, and what the owner decides")
public class ProposalsApi {
    private static final int MOST = 500;

    private final Proposals proposals;
    private final Owners owners;

    ProposalsApi(Proposals proposals, Owners owners) {
        this.proposals = proposals;
        this.owners = owners;
    }

    @GET
    @Operation(
            summary = "Proposals in a state",
            description = "States: waiting (the default), applied, undone, dismissed, superseded, failed, confirmed.")
    @APIResponse(responseCode = "200", description = "At most 500; the earliest event first where they wait")
    public List<Json.ProposalJson> in(
            @RestQuery @DefaultValue("waiting") String state, @RestQuery @DefaultValue("100") int limit) {
        return proposals.in(Set.of(state(state)), Math.clamp(limit, 1, MOST)).stream()
                .map(Json.ProposalJson::of)
                .toList();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One proposal")
    @APIResponse(responseCode = "200", description = "The proposal")
    @APIResponse(responseCode = "404", description = "There is none with this id")
    public Json.ProposalJson one(@RestPath long id) {
        return Json.ProposalJson.of(find(id));
    }

    @POST
    @Path("{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Decide on a proposal",
            description = "Carried out exactly once. The version must be the one that was seen; if the proposal has "
                    + "changed since, nothing is done.")
    @APIResponse(responseCode = "200", description = "The proposal as it is now")
    @APIResponse(responseCode = "400", description = "The decision can't be read")
    @APIResponse(responseCode = "404", description = "There is no such proposal")
    @APIResponse(responseCode = "409", description = "The proposal has changed, or the decision doesn't fit its state")
    public Json.ProposalJson decide(@RestPath long id, Json.@Nullable DecisionJson sent) {
        Proposal proposal = find(id);
        if (sent == null || sent.decision() == null) {
            throw new Refused(
                    "decision", "Say what to do in “decision”: confirm, other-time, decline, dismiss or undo.");
        }
        if (sent.version() == null) {
            throw new Refused("version", "Say in “version” which version of the proposal was seen.");
        }
        return Json.ProposalJson.of(proposals.decide(proposal.id(), sent.version(), decision(sent, proposal)));
    }

    private Decision decision(Json.DecisionJson sent, Proposal proposal) {
        String word = sent.decision();
        if ("other-time".equals(word) && sent.candidate() != null) {
            word = "candidate:" + sent.candidate();
        } else if ("dismiss".equals(word)) {
            word = "dismiss:" + orEmpty(sent.reason());
        }
        return DecisionForm.read(
                orEmpty(word),
                orEmpty(sent.date()),
                orEmpty(sent.time()),
                proposal,
                owners.current().zone());
    }

    private Proposal find(long id) {
        return proposals
                .find(new ProposalId(id))
                .orElseThrow(() -> new NotFoundException("There is no proposal " + id + "."));
    }

    private static Proposal.State state(String name) {
        for (Proposal.State state : Proposal.State.values()) {
            if (state.name().equals(name.toUpperCase(Locale.ROOT))) {
                return state;
            }
        }
        throw new Refused(
                "state",
                "“" + name
                        + "” is no state; use waiting, confirmed, applied, undone, dismissed, superseded or failed.");
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
