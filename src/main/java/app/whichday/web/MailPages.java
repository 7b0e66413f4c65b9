package app.whichday.web;

import app.whichday.account.Owners;
import app.whichday.assistant.MailReading;
import app.whichday.assistant.MailReadings;
import app.whichday.assistant.Teaching;
import app.whichday.mail.MailId;
import app.whichday.mail.Mails;
import app.whichday.mail.StoredMail;
import app.whichday.proposal.Proposals;
import app.whichday.triage.Category;
import io.quarkus.qute.TemplateInstance;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The mail, sorted into lanes, and each mail with what was understood of it. */
@Path("/mail")
@Blocking
@RolesAllowed(Owners.ROLE)
@Produces(MediaType.TEXT_HTML)
public class MailPages {
    private static final int ROWS = 50;
    private static final int DATES_IN_A_ROW = 2;

    private final Pages pages;
    private final Cards cards;
    private final Mails mails;
    private final MailReadings readings;
    private final Proposals proposals;
    private final Teaching teaching;

    MailPages(Pages pages, Cards cards, Mails mails, MailReadings readings, Proposals proposals, Teaching teaching) {
        this.pages = pages;
        this.cards = cards;
        this.mails = mails;
        this.readings = readings;
        this.proposals = proposals;
        this.teaching = teaching;
    }

    /** @param lane a category in lower case, or "set-aside" */
    @GET
    @Operation(hidden = true)
    public TemplateInstance lane(
            @RestQuery @DefaultValue("respond") String lane, @RestQuery @DefaultValue("0") int from) {
        int offset = Math.max(0, from);
        List<Lanes.Row> rows = lane.equals(LaneNames.SET_ASIDE) ? setAside() : rows(category(lane), offset);
        boolean more = rows.size() > ROWS;
        List<Lanes.Lane> lanes = lanes(lane);
        return Templates.mails(
                pages.page("Mail", Page.Tab.MAIL),
                new Lanes(
                        lanes,
                        lanes.stream().filter(Lanes.Lane::on).findFirst().orElseThrow(),
                        more ? rows.subList(0, ROWS) : rows,
                        offset > 0 ? Optional.of(address(lane, Math.max(0, offset - ROWS))) : Optional.empty(),
                        more ? Optional.of(address(lane, offset + ROWS)) : Optional.empty()));
    }

    @GET
    @Path("{id}")
    @Operation(hidden = true)
    public TemplateInstance mail(@RestPath long id) {
        StoredMail stored =
                mails.find(new MailId(id)).orElseThrow(() -> new NotFoundException("There is no mail " + id + "."));
        return Templates.mail(
                pages.page(Cards.head(stored, cards.words()).subject(), Page.Tab.MAIL),
                MailView.of(
                        stored,
                        readings.of(stored.id()),
                        cards.of(proposals.of(List.of(stored.id()))),
                        mails.thread(stored.thread()),
                        cards.words()));
    }

    /** @param lane where the owner says that the mail belongs */
    @POST
    @Path("{id}/lane")
    @Operation(hidden = true)
    public Response sort(@RestPath long id, @RestForm @DefaultValue("") String lane) {
        MailId mail = read(id);
        teaching.sort(mail, category(lane));
        return Response.seeOther(URI.create("/mail/" + id)).build();
    }

    /** @param wanted "yes" where the owner says that the mail wants a reply */
    @POST
    @Path("{id}/reply")
    @Operation(hidden = true)
    public Response reply(@RestPath long id, @RestForm @DefaultValue("") String wanted) {
        MailId mail = read(id);
        teaching.needsReply(mail, wanted.equals("yes"));
        return Response.seeOther(URI.create("/mail/" + id)).build();
    }

    private MailId read(long id) {
        MailId mail = new MailId(id);
        if (readings.of(mail).isEmpty()) {
            throw new NotFoundException("There is no mail " + id + " that was read.");
        }
        return mail;
    }

    private static Category category(String lane) {
        return LaneNames.category(lane).orElseThrow(() -> new NotFoundException("There is no lane “" + lane + "”."));
    }

    private static String address(String lane, int from) {
        return "/mail?lane=" + lane + (from == 0 ? "" : "&from=" + from);
    }

    private List<Lanes.Row> rows(Category category, int offset) {
        TimeWords words = cards.words();
        return readings.lane(category, offset, ROWS + 1).stream()
                .map(read -> row(read, words))
                .toList();
    }

    private static Lanes.Row row(MailReadings.ReadMail read, TimeWords words) {
        List<String> meanings = read.reading().dates().stream()
                .map(MailReading.DateMark::meaning)
                .distinct()
                .toList();
        int shown = Math.min(DATES_IN_A_ROW, meanings.size());
        return new Lanes.Row(
                Cards.head(read.mail(), words),
                read.reading().needsReply(),
                meanings.subList(0, shown),
                meanings.size() - shown,
                "");
    }

    private List<Lanes.Row> setAside() {
        TimeWords words = cards.words();
        return mails.setAside(ROWS).stream()
                .map(stored -> new Lanes.Row(
                        Cards.head(stored, words),
                        false,
                        List.of(),
                        0,
                        stored.reason().orElse("")))
                .toList();
    }

    private List<Lanes.Lane> lanes(String on) {
        Map<Category, Long> counts = readings.counts();
        List<Lanes.Lane> lanes = new ArrayList<>();
        for (Category category : Category.values()) {
            String key = LaneNames.key(category);
            lanes.add(new Lanes.Lane(
                    key,
                    LaneNames.name(category),
                    LaneNames.about(category),
                    MailboxStatus.number(counts.getOrDefault(category, 0L)),
                    key.equals(on)));
        }
        long setAside = mails.counts().getOrDefault(StoredMail.State.SET_ASIDE, 0L);
        lanes.add(new Lanes.Lane(
                LaneNames.SET_ASIDE,
                "Set aside",
                "These could not be read or understood; each says why.",
                MailboxStatus.number(setAside),
                LaneNames.SET_ASIDE.equals(on)));
        return lanes;
    }
}
