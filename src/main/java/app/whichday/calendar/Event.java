package app.whichday.calendar;

import java.util.List;
import java.util.Optional;

/**
 * An appointment, or a deadline.
 *
 * @param participants display names or addresses, without the owner
 * @param recurrence an RRULE value (RFC 5545 §3.3.10); empty for a single event
 * @param kind a deadline takes no time in the calendar (TRANSP:TRANSPARENT)
 */
public record Event(
        EventUid uid,
        String title,
        EventTime time,
        Optional<String> location,
        Optional<String> description,
        List<String> participants,
        Optional<String> recurrence,
        Kind kind) {
    /** What it is to the owner. */
    public enum Kind {
        APPOINTMENT,
        DEADLINE
    }

    public Event {
        if (title.isBlank()) {
            throw new IllegalArgumentException("An event needs a title");
        }
        participants = List.copyOf(participants);
    }
}
