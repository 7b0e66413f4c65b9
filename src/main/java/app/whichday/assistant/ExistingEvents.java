package app.whichday.assistant;

import app.whichday.account.Owner;
import app.whichday.calendar.Event;
import app.whichday.calendar.EventTime;
import app.whichday.mail.Address;
import app.whichday.mail.Mail;
import app.whichday.mail.Sentence;
import app.whichday.when.Appointment;
import app.whichday.when.DatedExpression;
import app.whichday.when.Reading;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which event of the calendar a mail moves or calls off: the one at a time that the mail names, with its people or words. None
 * where two fit as well, or where nothing but the day does. A series is never meant: one mail calls off one meeting.
 */
final class ExistingEvents {
    private static final int ENOUGH = 3;
    private static final Set<String> SAYS_NOTHING =
            Set.of("meeting", "call", "with", "from", "this", "that", "event", "termin", "treffen", "about", "your");

    private final Set<Instant> moments = new HashSet<>();
    private final Set<LocalDate> days = new HashSet<>();
    private final Set<String> words;
    private final List<Address> people;

    private ExistingEvents(Understanding understood, Owner owner) {
        Mail mail = understood.mail();
        ZoneId zone = Candidates.zone(mail, owner);
        for (DatedExpression date : understood.dates()) {
            Reading best = date.expression().best();
            days.add(best.day());
            if (best.timed() && best.start() != null) {
                moments.add(best.start()
                        .atZone(best.zone() == null ? zone : best.zone())
                        .toInstant());
            }
        }
        this.words = words(mail.subject() + " " + mail.newText());
        this.people = Stream.concat(Stream.of(mail.from()), mail.to().stream()).toList();
    }

    /** The days on which to look. */
    static Set<LocalDate> days(Understanding understood, Owner owner) {
        return Set.copyOf(new ExistingEvents(understood, owner).days);
    }

    static Optional<Event> meant(Understanding understood, Owner owner, List<Event> calendar) {
        ExistingEvents existing = new ExistingEvents(understood, owner);
        int best = 0;
        List<Event> meant = new ArrayList<>();
        for (Event event : calendar) {
            int fit = event.recurrence().isPresent() ? 0 : existing.fit(event, owner.zone());
            if (fit > best) {
                meant.clear();
                best = fit;
            }
            if (fit == best && fit >= ENOUGH) {
                meant.add(event);
            }
        }
        return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
    }

    /** Whether a time that the mail names is that of an event which it may speak of: then there is nothing to add. */
    static boolean stands(Understanding understood, Owner owner, List<Event> calendar, EventTime time) {
        ExistingEvents existing = new ExistingEvents(understood, owner);
        return calendar.stream().anyMatch(event -> sameStart(event, time, owner.zone()) && existing.tie(event) > 0);
    }

    /** @param event an instance of it, if it is a series, is on the day of {@code time} */
    private static boolean sameStart(Event event, EventTime time, ZoneId zone) {
        if (!(event.time() instanceof EventTime.Timed there) || !(time instanceof EventTime.Timed named)) {
            return event.time().firstDay().equals(time.firstDay())
                    && event.time() instanceof EventTime.AllDay
                    && time instanceof EventTime.AllDay;
        }
        return event.recurrence().isEmpty()
                ? there.start().toInstant().equals(named.start().toInstant())
                : there.start()
                        .toLocalTime()
                        .equals(named.start()
                                .withZoneSameInstant(there.start().getZone())
                                .toLocalTime());
    }

    private int fit(Event event, ZoneId zone) {
        int moment =
                switch (event.time()) {
                    case EventTime.Timed timed ->
                        moments.contains(timed.start().toInstant())
                                ? 2
                                : days.contains(timed.start()
                                                .withZoneSameInstant(zone)
                                                .toLocalDate())
                                        ? 1
                                        : 0;
                    case EventTime.AllDay day -> days.contains(day.first()) ? 1 : 0;
                };
        return moment == 0 ? 0 : moment + tie(event);
    }

    /** How much speaks for this event beside its time: its people and words. */
    private int tie(Event event) {
        long shared = words(event.title()).stream().filter(words::contains).count();
        Appointment appointment = Appointment.of(event, event.time());
        boolean known = people.stream().anyMatch(appointment::with);
        return (int) Math.min(2, shared) + (known ? 2 : 0);
    }

    private static Set<String> words(String text) {
        return Arrays.stream(Sentence.words(text).strip().split(" "))
                .filter(word -> word.length() > 3 && !SAYS_NOTHING.contains(word))
                .collect(Collectors.toSet());
    }
}
