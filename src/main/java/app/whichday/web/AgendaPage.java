package app.whichday.web;

import app.whichday.account.Owners;
import app.whichday.calendar.LocalCalendar;
import app.whichday.proposal.Proposal;
import app.whichday.proposal.Proposals;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/** The next weeks, day by day, and the way to have them in another calendar. */
@Path("/agenda")
@Blocking
@RolesAllowed(Owners.ROLE)
@Produces(MediaType.TEXT_HTML)
public class AgendaPage {
    private static final int MOST_WEEKS = 52;
    private static final int SOURCES = 500;

    private final Pages pages;
    private final Cards cards;
    private final LocalCalendar calendar;
    private final Proposals proposals;
    private final Owners owners;

    AgendaPage(Pages pages, Cards cards, LocalCalendar calendar, Proposals proposals, Owners owners) {
        this.pages = pages;
        this.cards = cards;
        this.calendar = calendar;
        this.proposals = proposals;
        this.owners = owners;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance agenda(@RestQuery @DefaultValue("6") int weeks, @Context UriInfo address) {
        int shown = Math.clamp(weeks, 1, MOST_WEEKS);
        TimeWords words = cards.words();
        LocalDate today = words.today();
        return Templates.agenda(
                pages.page("Agenda", Page.Tab.AGENDA),
                Coming.days(calendar.between(today, today.plusWeeks(shown), words.zone()), sources(), words),
                shown,
                feed(address));
    }

    private String feed(UriInfo address) {
        return address.getBaseUriBuilder()
                .path("calendar/{secret}.ics")
                .build(owners.feedSecret())
                .toString();
    }

    private Map<String, Proposal> sources() {
        return proposals.in(Set.of(Proposal.State.APPLIED), SOURCES).stream()
                .collect(Collectors.toMap(
                        proposal -> proposal.draft().action().event().uid().value(),
                        Function.identity(),
                        (latest, ignored) -> latest));
    }
}
