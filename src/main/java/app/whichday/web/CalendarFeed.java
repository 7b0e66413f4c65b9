package app.whichday.web;

import app.whichday.account.Owners;
import app.whichday.calendar.LocalCalendar;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** The calendar for other programs, which can't sign in: the address itself is the secret. */
@Path("/calendar")
@Blocking
@PermitAll
public class CalendarFeed {
    private final Owners owners;
    private final LocalCalendar calendar;

    CalendarFeed(Owners owners, LocalCalendar calendar) {
        this.owners = owners;
        this.calendar = calendar;
    }

    @GET
    @Path("{secret}.ics")
    @Operation(summary = "The calendar as iCalendar (RFC 5545), for subscribing; needs no sign-in but the secret")
    public Response feed(@RestPath String secret, @Context Request request) {
        byte[] expected = owners.feedSecret().getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(expected, secret.getBytes(StandardCharsets.UTF_8))) {
            throw new NotFoundException("There is no calendar at this address; the settings page shows the right one.");
        }
        byte[] feed = calendar.feed().getBytes(StandardCharsets.UTF_8);
        EntityTag tag = new EntityTag(digest(feed));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder response =
                unchanged != null ? unchanged : Response.ok(feed).type("text/calendar; charset=utf-8");
        CacheControl askAgain = new CacheControl();
        askAgain.setPrivate(true);
        askAgain.setNoCache(true);
        return response.tag(tag).cacheControl(askAgain).build();
    }

    /** Stamps of the moment of reading (DTSTAMP) would make every answer differ, so the feed must not have them. */
    private static String digest(byte[] feed) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(feed);
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
