package app.whichday.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The owner's calendar in the database. */
@ApplicationScoped
public class LocalCalendar {
    /** One instance of an event: of a recurring one, {@code time} is that instance's. */
    public record Occurrence(Event event, EventTime time) {}

    /** CDI event, fired after a change has committed. */
    public record Changed() {}

    /** Adds the event, or replaces the one with the same UID (its sequence goes up). */
    public void put(Event event) {
        throw new UnsupportedOperationException("calendar");
    }

    /** Takes the event out; the feed no longer has it. Nothing happens where there is none. */
    public void remove(EventUid uid) {
        throw new UnsupportedOperationException("calendar");
    }

    public Optional<Event> find(EventUid uid) {
        throw new UnsupportedOperationException("calendar");
    }

    /** What touches the days {@code [from, to)} in the zone, by start. */
    public List<Occurrence> between(LocalDate from, LocalDate to, ZoneId zone) {
        throw new UnsupportedOperationException("calendar");
    }

    /** All events as an iCalendar object (RFC 5545), with the time zones that they use. */
    public String feed() {
        throw new UnsupportedOperationException("calendar");
    }
}
