package app.whichday.web;

import app.whichday.calendar.Event;
import app.whichday.calendar.EventTime;
import app.whichday.calendar.LocalCalendar.Occurrence;
import app.whichday.proposal.Proposal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A day of the agenda.
 *
 * @param today whether it is the owner's today
 */
record Coming(LocalDate date, String day, Moment.Leaf leaf, String howFar, boolean today, List<Entry> entries) {
    /**
     * One event on that day.
     *
     * @param source what it came from, with the way back; empty for events from elsewhere
     */
    record Entry(
            String clock,
            String title,
            Optional<String> place,
            String people,
            boolean deadline,
            boolean recurring,
            String zoneNote,
            Optional<Source> source) {}

    /** The proposal that made an event, and its mail. */
    record Source(long proposal, int version, long mail) {}

    /** Days with something on them, in order; an event of several days stands on its first that isn't over. */
    static List<Coming> days(List<Occurrence> occurrences, Map<String, Proposal> sources, TimeWords words) {
        Map<LocalDate, List<Occurrence>> byDay = new TreeMap<>();
        for (Occurrence occurrence : occurrences) {
            LocalDate day = day(occurrence, words);
            byDay.computeIfAbsent(day.isBefore(words.today()) ? words.today() : day, ignored -> new ArrayList<>())
                    .add(occurrence);
        }
        List<Coming> days = new ArrayList<>();
        byDay.forEach((day, there) -> {
            there.sort(Comparator.comparing(each -> sortKey(each, words)));
            days.add(new Coming(
                    day,
                    words.day(day),
                    words.leaf(day),
                    words.howFar(day),
                    day.equals(words.today()),
                    there.stream().map(each -> entry(each, sources, words)).toList()));
        });
        return days;
    }

    private static LocalDate day(Occurrence occurrence, TimeWords words) {
        return switch (occurrence.time()) {
            case EventTime.Timed timed ->
                timed.start().withZoneSameInstant(words.zone()).toLocalDate();
            case EventTime.AllDay allDay -> allDay.first();
        };
    }

    /** Whole days first. */
    private static String sortKey(Occurrence occurrence, TimeWords words) {
        return switch (occurrence.time()) {
            case EventTime.Timed timed ->
                timed.start()
                        .withZoneSameInstant(words.zone())
                        .toLocalDateTime()
                        .toString();
            case EventTime.AllDay allDay -> "";
        };
    }

    private static Entry entry(Occurrence occurrence, Map<String, Proposal> sources, TimeWords words) {
        Event event = occurrence.event();
        Moment there = words.moment(occurrence.time());
        Moment home = words.moment(words.atHome(occurrence.time()));
        Proposal source = sources.get(event.uid().value());
        return new Entry(
                home.clock(),
                event.title(),
                event.location(),
                String.join(", ", event.participants()),
                event.kind() == Event.Kind.DEADLINE,
                event.recurrence().isPresent(),
                there.atHome().isPresent() ? there.clock() + " in " + there.zone() : "",
                Optional.ofNullable(source)
                        .map(proposal -> new Source(
                                proposal.id().value(),
                                proposal.version(),
                                proposal.draft().mail().value())));
    }
}
