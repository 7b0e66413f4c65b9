package app.whichday.calendar;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A scheduling message (RFC 5546) about one event: a single one, a series, or one instance of a series.
 *
 * @param event the event, the series, or the instance; an instance has a UID of its own, made of the series' and its
 *     original time
 * @param sequence the revision (RFC 5545 §3.8.7.4)
 * @param stamp when the message was made (DTSTAMP): decides between two of the same revision; empty where missing
 * @param organizer the organizer's address, lower-case; empty where missing
 * @param organizerName display name or address
 * @param instance set where the message is about one instance of a series only (RECURRENCE-ID)
 * @param changed instances of the series in {@code event} that differ from it; the series excludes their original times
 */
public record Invitation(
        Method method,
        Event event,
        int sequence,
        Optional<Instant> stamp,
        String organizer,
        Optional<String> organizerName,
        Optional<Instance> instance,
        List<Event> changed) {
    /** What the message wants. */
    public enum Method {
        REQUEST,
        CANCEL,
        REPLY,
        PUBLISH
    }

    /**
     * Which instance of which series.
     *
     * @param originally where the series' rule puts it; midnight for a whole day
     */
    public record Instance(EventUid series, ZonedDateTime originally) {}

    public Invitation {
        changed = List.copyOf(changed);
    }

    /** A message about a single event. */
    public Invitation(Method method, Event event, int sequence, String organizer, Optional<String> organizerName) {
        this(method, event, sequence, Optional.empty(), organizer, organizerName, Optional.empty(), List.of());
    }

    /**
     * Whether this message overrides an earlier one about the same event (RFC 5546 §2.1.5): the higher sequence does, then
     * the later stamp, and with neither a cancellation.
     */
    public boolean newerThan(Invitation other) {
        if (sequence != other.sequence) {
            return sequence > other.sequence;
        }
        if (stamp.isPresent() && other.stamp.isPresent() && !stamp.equals(other.stamp)) {
            return stamp.get().isAfter(other.stamp.get());
        }
        return method == Method.CANCEL && other.method != Method.CANCEL;
    }
}
