package app.whichday.calendar;

import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An appointment, or a deadline.
 *
 * @param participants display names or addresses, without the owner
 * @param recurrence an RRULE value (RFC 5545 §3.3.10); empty for a single event
 * @param excluded starts of the rule's instances that don't take place (EXDATE, RFC 5545 §3.8.5.1), in the event's own
 *     zone; those of an all-day event at midnight
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
        List<LocalDateTime> excluded,
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
        excluded = List.copyOf(excluded);
    }

    /** An event all of whose instances take place. */
    public Event(
            EventUid uid,
            String title,
            EventTime time,
            Optional<String> location,
            Optional<String> description,
            List<String> participants,
            Optional<String> recurrence,
            Kind kind) {
        this(uid, title, time, location, description, participants, recurrence, List.of(), kind);
    }

    /** The same event at another time; instances that were left out are forgotten, as they belonged to the old times. */
    public Event at(EventTime other) {
        return new Event(uid, title, other, location, description, participants, recurrence, kind);
    }

    /** The same series without the instance that its rule puts at this moment. */
    public Event without(ZonedDateTime instance) {
        LocalDateTime start =
                switch (time) {
                    case EventTime.Timed timed ->
                        instance.withZoneSameInstant(timed.start().getZone()).toLocalDateTime();
                    case EventTime.AllDay day -> instance.toLocalDate().atStartOfDay();
                };
        if (excluded.contains(start)) {
            return this;
        }
        List<LocalDateTime> more = new ArrayList<>(excluded);
        more.add(start);
        return new Event(uid, title, time, location, description, participants, recurrence, more, kind);
    }
}
