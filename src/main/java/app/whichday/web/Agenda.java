package app.whichday.web;

import app.whichday.calendar.Event;
import app.whichday.calendar.EventTime;
import app.whichday.calendar.LocalCalendar;
import app.whichday.calendar.LocalCalendar.Occurrence;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The calendar as one page needs it: read by the month, each month once, however many cards ask what is there. */
final class Agenda {
    private final Map<YearMonth, List<Occurrence>> months = new HashMap<>();
    private final LocalCalendar calendar;
    private final ZoneId zone;

    Agenda(LocalCalendar calendar, ZoneId zone) {
        this.calendar = calendar;
        this.zone = zone;
    }

    /** Appointments that overlap the event; deadlines take no time, and an event doesn't clash with itself. */
    List<Occurrence> clashes(Event event) {
        if (event.kind() == Event.Kind.DEADLINE) {
            return List.of();
        }
        YearMonth first = YearMonth.from(start(event.time()).atZone(zone));
        YearMonth last = YearMonth.from(end(event.time()).atZone(zone));
        return Stream.of(first, last)
                .distinct()
                .flatMap(month -> month(month).stream())
                .filter(there -> there.event().kind() == Event.Kind.APPOINTMENT)
                .filter(there -> !there.event().uid().equals(event.uid()))
                .filter(there -> overlaps(there.time(), event.time()))
                .distinct()
                .toList();
    }

    private List<Occurrence> month(YearMonth month) {
        return months.computeIfAbsent(
                month,
                each -> calendar.between(each.atDay(1), each.plusMonths(1).atDay(1), zone));
    }

    private boolean overlaps(EventTime one, EventTime other) {
        return start(one).isBefore(end(other)) && start(other).isBefore(end(one));
    }

    private Instant start(EventTime time) {
        return switch (time) {
            case EventTime.Timed timed -> timed.start().toInstant();
            case EventTime.AllDay allDay -> allDay.first().atStartOfDay(zone).toInstant();
        };
    }

    private Instant end(EventTime time) {
        return switch (time) {
            case EventTime.Timed timed -> timed.end().toInstant();
            case EventTime.AllDay allDay -> allDay.end().atStartOfDay(zone).toInstant();
        };
    }
}
