package app.whichday.calendar;

import app.whichday.calendar.LocalCalendar.Occurrence;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Expands events into what touches the days {@code [from, to)} of a zone.
 *
 * <p>An event touches them that lasts into them or starts in them; a moment only where it is in them.
 */
record Occurrences(LocalDate from, LocalDate to, ZoneId zone) {
    Stream<Occurrence> of(Event event) {
        return times(event).filter(this::touched).map(time -> new Occurrence(event, time));
    }

    private Stream<EventTime> times(Event event) {
        return event.recurrence()
                .flatMap(rule -> Recurrence.of(rule, event.time()))
                .map(rule -> instances(event, rule))
                .orElseGet(() -> Stream.of(event.time()));
    }

    private Stream<EventTime> instances(Event event, Recurrence rule) {
        Set<LocalDateTime> excluded = Set.copyOf(event.excluded());
        return switch (event.time()) {
            case EventTime.Timed timed -> {
                ZoneId own = timed.start().getZone();
                LocalDateTime earliest =
                        start().minus(timed.length()).withZoneSameInstant(own).toLocalDateTime();
                LocalDateTime latest = end().withZoneSameInstant(own).toLocalDateTime();
                yield rule.starts(timed.start().toLocalDateTime(), earliest, latest).stream()
                        .filter(start -> !excluded.contains(start))
                        .map(start -> new EventTime.Timed(start.atZone(own), timed.length()));
            }
            case EventTime.AllDay day -> {
                long days = day.end().toEpochDay() - day.first().toEpochDay();
                List<LocalDateTime> starts = rule.starts(
                        day.first().atStartOfDay(), from.minusDays(days).atStartOfDay(), to.atStartOfDay());
                yield starts.stream()
                        .filter(start -> !excluded.contains(start))
                        .map(LocalDateTime::toLocalDate)
                        .map(first -> new EventTime.AllDay(first, first.plusDays(days)));
            }
        };
    }

    private boolean touched(EventTime time) {
        return switch (time) {
            case EventTime.Timed timed ->
                timed.start().isBefore(end())
                        && (timed.end().isAfter(start()) || !timed.start().isBefore(start()));
            case EventTime.AllDay day -> day.first().isBefore(to) && day.end().isAfter(from);
        };
    }

    /** When it starts for somebody in the zone: whole days start at its midnight. */
    ZonedDateTime startOf(Occurrence occurrence) {
        return switch (occurrence.time()) {
            case EventTime.Timed timed -> timed.start();
            case EventTime.AllDay day -> day.first().atStartOfDay(zone);
        };
    }

    private ZonedDateTime start() {
        return from.atStartOfDay(zone);
    }

    private ZonedDateTime end() {
        return to.atStartOfDay(zone);
    }
}
