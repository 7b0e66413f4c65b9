package app.whichday.calendar;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The owner's calendar in the database. A change joins the transaction of its caller, where there is one. */
@ApplicationScoped
public class LocalCalendar {
    /** One instance of an event: of a recurring one, {@code time} is that instance's. */
    public record Occurrence(Event event, EventTime time) {}

    /**
     * An event as it stands in the calendar.
     *
     * @param sequence its revision (RFC 5545 §3.8.7.4)
     */
    public record Version(Event event, int sequence) {}

    /**
     * CDI event, fired within the transaction of a change: observe it {@code during = AFTER_SUCCESS} to see what has
     * committed.
     */
    public record Changed() {}

    private final Clock clock;
    private final jakarta.enterprise.event.Event<Changed> changes;

    LocalCalendar(Clock clock, jakarta.enterprise.event.Event<Changed> changes) {
        this.clock = clock;
        this.changes = changes;
    }

    /** Adds the event, or replaces the one with the same UID (its sequence goes up). */
    @Transactional
    public void put(Event event) {
        Optional<EventEntity> there = EventEntity.findForUpdate(event.uid());
        store(there, event, there.map(row -> row.sequence + 1).orElse(0));
    }

    /** Adds the event, or replaces the one with the same UID, at the sequence that its organizer gave it. */
    @Transactional
    public void put(Version version) {
        store(EventEntity.findForUpdate(version.event().uid()), version.event(), version.sequence());
    }

    private void store(Optional<EventEntity> there, Event event, int sequence) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        EventEntity row = there.orElseGet(() -> {
            EventEntity fresh = new EventEntity();
            fresh.uid = event.uid().value();
            fresh.createdAt = now;
            return fresh;
        });
        row.take(event, sequence, now);
        row.persist();
        changes.fire(new Changed());
    }

    /** Takes the event out; the feed no longer has it. Nothing happens where there is none. */
    @Transactional
    public void remove(EventUid uid) {
        EventEntity.findForUpdate(uid).ifPresent(row -> {
            row.delete();
            changes.fire(new Changed());
        });
    }

    @Transactional
    public Optional<Event> find(EventUid uid) {
        return EventEntity.find(uid).map(EventEntity::event);
    }

    /** The event with its revision, locked: nobody else changes it until the caller's transaction ends. */
    @Transactional
    public Optional<Version> version(EventUid uid) {
        return EventEntity.findForUpdate(uid).map(row -> new Version(row.event(), row.sequence));
    }

    /**
     * What touches the days {@code [from, to)} in the zone, by start; whole days before the rest of their day. Of a series
     * at most a thousand instances.
     */
    @Transactional
    public List<Occurrence> between(LocalDate from, LocalDate to, ZoneId zone) {
        Occurrences window = new Occurrences(from, to, zone);
        return EventEntity.touching(
                        from.atStartOfDay(zone).toInstant(),
                        to.atStartOfDay(zone).toInstant(),
                        from,
                        to)
                .stream()
                .map(EventEntity::event)
                .flatMap(window::of)
                .sorted(Comparator.comparing(window::startOf, Comparator.comparing(ZonedDateTime::toInstant))
                        .thenComparing(occurrence -> occurrence.time() instanceof EventTime.Timed)
                        .thenComparing(occurrence -> occurrence.event().title()))
                .toList();
    }

    /** All events as an iCalendar object (RFC 5545), with the time zones that they use. */
    @Transactional
    public String feed() {
        return Feed.of(EventEntity.<EventEntity>listAll(Sort.by("id")).stream()
                .map(row -> new Feed.Entry(row.event(), row.sequence, row.createdAt, row.updatedAt))
                .toList());
    }
}
