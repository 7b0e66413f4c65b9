package app.whichday.web;

import app.whichday.account.Owners;
import app.whichday.account.Refused;
import app.whichday.calendar.LocalCalendar;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** The agenda for scripts. */
@Path("/api/agenda")
@RolesAllowed(Owners.ROLE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agenda", description = "What stands in the calendar")
public class AgendaApi {
    private static final int DEFAULT_WEEKS = 6;
    private static final int MOST_YEARS = 2;

    private final LocalCalendar calendar;
    private final Owners owners;
    private final Clock clock;

    AgendaApi(LocalCalendar calendar, Owners owners, Clock clock) {
        this.calendar = calendar;
        this.owners = owners;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "Events that touch the days [from, to)",
            description =
                    "Recurring ones once per occurrence. From today and for six weeks unless given, two years at most.")
    @APIResponse(responseCode = "200", description = "By start")
    public List<Json.EventJson> between(
            @RestQuery @DefaultValue("") String from, @RestQuery @DefaultValue("") String to) {
        ZoneId zone = owners.current().zone();
        LocalDate first = from.isEmpty() ? LocalDate.ofInstant(clock.instant(), zone) : day("from", from);
        LocalDate end = to.isEmpty() ? first.plusWeeks(DEFAULT_WEEKS) : day("to", to);
        if (!end.isAfter(first) || end.isAfter(first.plusYears(MOST_YEARS))) {
            throw new Refused(
                    "to", "“to” must be after " + first + ", and at most " + MOST_YEARS + " years; it is " + end + ".");
        }
        return calendar.between(first, end, zone).stream()
                .map(there -> Json.EventJson.of(there.event(), there.time()))
                .toList();
    }

    private static LocalDate day(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Refused(field, "“" + text + "” in “" + field + "” is not a day; write it like 2025-11-14.");
        }
    }
}
