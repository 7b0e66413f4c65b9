package app.whichday.when;

import app.whichday.calendar.Event;
import app.whichday.calendar.EventTime;
import app.whichday.mail.Address;
import app.whichday.mail.Sentence;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One appointment of the owner's calendar, as far as it tells what a mail speaks of.
 *
 * @param time of a series, that of one instance
 * @param series whether it comes again and again
 * @param people names or addresses in lower case, without the owner
 * @param words of the title, in lower case
 */
public record Appointment(String title, EventTime time, boolean series, Set<String> people, Set<String> words) {
    private static final int LONGEST_TITLE = 60;

    public Appointment {
        people = Set.copyOf(people);
        words = Set.copyOf(words);
    }

    /** @param time the event's, or that of one instance of a series */
    public static Appointment of(Event event, EventTime time) {
        return new Appointment(
                event.title(),
                time,
                event.recurrence().isPresent(),
                event.participants().stream()
                        .map(who -> who.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()),
                Arrays.stream(Sentence.words(event.title()).strip().split(" ")).collect(Collectors.toSet()));
    }

    boolean timed() {
        return time instanceof EventTime.Timed;
    }

    /** When it starts on the clocks of a zone; whole days begin at midnight wherever one is. */
    LocalDateTime startIn(ZoneId zone) {
        return switch (time) {
            case EventTime.Timed timed ->
                timed.start().withZoneSameInstant(zone).toLocalDateTime();
            case EventTime.AllDay days -> days.first().atStartOfDay();
        };
    }

    /** @param start its own, on the clocks of whoever speaks of the day */
    boolean on(LocalDate day, LocalDateTime start) {
        return switch (time) {
            case EventTime.Timed timed -> start.toLocalDate().equals(day);
            case EventTime.AllDay days -> !day.isBefore(days.first()) && day.isBefore(days.end());
        };
    }

    /** A participant, or somebody after whom it is named: "Call with Anna". */
    public boolean with(Address person) {
        String name = person.name().toLowerCase(Locale.ROOT);
        String called = person.called().toLowerCase(Locale.ROOT);
        String first = called.substring(0, called.indexOf(' ') < 0 ? called.length() : called.indexOf(' '));
        return !person.email().isEmpty() && people.contains(person.email())
                || !name.isBlank() && people.contains(name)
                || first.length() > 2 && (people.contains(first) || words.contains(first));
    }

    /** “Call with Anna”, of a line's length at most. */
    String quoted() {
        String line = title.replaceAll("[\\p{Cntrl}\\[\\]“”]", " ").strip();
        return "“" + (line.length() > LONGEST_TITLE ? line.substring(0, LONGEST_TITLE) + "…" : line) + "”";
    }
}
