package app.whichday.web;

import app.whichday.account.Owners;
import app.whichday.account.Refused;
import app.whichday.assistant.MailReadings;
import app.whichday.assistant.Teaching;
import app.whichday.mail.MailId;
import app.whichday.mail.Mails;
import app.whichday.mail.StoredMail;
import app.whichday.proposal.Proposals;
import app.whichday.triage.Category;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The sorted mail for scripts. */
@Path("/api/mails")
@RolesAllowed(Owners.ROLE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Mail", description = "The mail as it was sorted and understood")
public class MailsApi {
    private static final int MOST = 500;

    private final Mails mails;
    private final MailReadings readings;
    private final Proposals proposals;
    private final Owners owners;
    private final Teaching teaching;

    MailsApi(Mails mails, MailReadings readings, Proposals proposals, Owners owners, Teaching teaching) {
        this.mails = mails;
        this.readings = readings;
        this.proposals = proposals;
        this.owners = owners;
        this.teaching = teaching;
    }

    @GET
    @Operation(
            summary = "The mails of a lane, those sent last first",
            description = "Lanes: respond, meeting, fyi, notification, newsletter, junk, and set-aside.")
    @APIResponse(responseCode = "200", description = "At most 500, without their text")
    public List<Json.MailJson> lane(
            @RestQuery @DefaultValue("respond") String lane,
            @RestQuery @DefaultValue("0") int offset,
            @RestQuery @DefaultValue("100") int limit) {
        ZoneId zone = owners.current().zone();
        int most = Math.clamp(limit, 1, MOST);
        if (lane.equals(LaneNames.SET_ASIDE)) {
            return mails.setAside(most).stream()
                    .map(stored -> Json.MailJson.of(stored, null, zone))
                    .toList();
        }
        return readings
                .lane(
                        LaneNames.category(lane)
                                .orElseThrow(() -> new Refused(
                                        "lane",
                                        "“" + lane
                                                + "” is no lane; use respond, meeting, fyi, notification, newsletter, "
                                                + "junk or set-aside.")),
                        Math.max(0, offset),
                        most)
                .stream()
                .map(read -> Json.MailJson.of(read.mail(), read.reading(), zone))
                .toList();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One mail with its text, its proposals and its thread")
    @APIResponse(responseCode = "200", description = "The mail")
    @APIResponse(responseCode = "404", description = "There is none with this id")
    public Json.WholeMailJson one(@RestPath long id) {
        StoredMail stored =
                mails.find(new MailId(id)).orElseThrow(() -> new NotFoundException("There is no mail " + id + "."));
        return new Json.WholeMailJson(
                Json.MailJson.of(
                        stored,
                        readings.of(stored.id()).orElse(null),
                        owners.current().zone()),
                stored.mail().body(),
                proposals.of(List.of(stored.id())).stream()
                        .map(proposal -> proposal.id().value())
                        .toList(),
                mails.thread(stored.thread()).stream()
                        .map(other -> other.id().value())
                        .toList());
    }

    @POST
    @Path("{id}/sorting")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Say where a mail belongs, or whether it wants a reply",
            description = "What is left out stays as it is. Whichday learns from it.")
    @APIResponse(responseCode = "200", description = "The mail as it is sorted now")
    @APIResponse(responseCode = "400", description = "Neither lane nor needsReply, or no such lane")
    @APIResponse(responseCode = "404", description = "There is no mail with this id that was read")
    public Json.MailJson sort(@RestPath long id, Json.@Nullable SortingJson sent) {
        if (sent == null || sent.lane() == null && sent.needsReply() == null) {
            throw new Refused(
                    "lane", "Say in “lane” where the mail belongs, or in “needsReply” whether it wants a reply.");
        }
        StoredMail stored = mails.find(new MailId(id))
                .filter(mail -> readings.of(mail.id()).isPresent())
                .orElseThrow(() -> new NotFoundException("There is no mail " + id + " that was read."));
        if (sent.lane() != null) {
            teaching.sort(stored.id(), category(sent.lane()));
        }
        if (sent.needsReply() != null) {
            teaching.needsReply(stored.id(), sent.needsReply());
        }
        return Json.MailJson.of(
                stored, readings.of(stored.id()).orElse(null), owners.current().zone());
    }

    private static Category category(String lane) {
        return LaneNames.category(lane)
                .orElseThrow(() -> new Refused(
                        "lane",
                        "“" + lane + "” is no lane; use respond, meeting, fyi, notification, newsletter or junk."));
    }
}
