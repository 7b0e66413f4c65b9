package app.whichday.web;

import app.whichday.account.Owners;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;

/**
 * Tells open pages that something changed, never what: they ask for it, with their session. Each connection starts with one
 * event of every kind, so that a page which was cut off for a while catches up by itself.
 */
@Path("/live")
@ApplicationScoped
public class Live {
    /** Long enough to turn a burst of mails into one event, short enough to feel immediate. */
    private static final Duration GATHER = Duration.ofMillis(250);

    /** Proxies close a connection that is silent for a minute. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(25);

    private final Changes changes;

    Live(Changes changes) {
        this.changes = changes;
    }

    @RolesAllowed(Owners.ROLE)
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> stream(@Context Sse sse) {
        Multi<OutboundSseEvent> first =
                Multi.createFrom().items(Changes.Kind.values()).map(kind -> event(sse, kind));
        Multi<OutboundSseEvent> changed = changes.stream()
                .group()
                .intoLists()
                .every(GATHER)
                .onItem()
                .transformToIterable(kinds -> List.copyOf(EnumSet.copyOf(kinds)))
                .map(kind -> event(sse, kind));
        Multi<OutboundSseEvent> beats = Multi.createFrom()
                .ticks()
                .every(HEARTBEAT)
                .onOverflow()
                .drop()
                .map(beat -> sse.newEventBuilder().comment("still here").build());
        return Multi.createBy().merging().streams(first, changed, beats);
    }

    private static OutboundSseEvent event(Sse sse, Changes.Kind kind) {
        return sse.newEvent(kind.name().toLowerCase(Locale.ROOT), "changed");
    }
}
