package app.whichday.calendar;

import app.whichday.calendar.Component.Property;
import app.whichday.calendar.Invitation.Instance;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAmount;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.TemporalAmountAdapter;

/** Makes an {@link Event} of a VEVENT; what is missing or nonsense in it is left out, as long as UID and start are there. */
final class EventReader {
    private static final int MAX_TITLE = 300;
    private static final int MAX_LOCATION = 1_000;
    private static final int MAX_DESCRIPTION = 20_000;
    private static final int MAX_PARTICIPANTS = 200;
    private static final int MAX_EXCLUDED = 1_000;
    private static final int MAX_UID = 500;

    /** Longer than any event; a length beyond it is a mistake, and arithmetic on it may overflow. */
    private static final Duration MAX_LENGTH = Duration.ofDays(1_000);

    private final Zones zones;
    private final Set<String> ownAddresses;

    /** @param ownAddresses the owner's, lower-case: they are no participant of their own events */
    EventReader(Zones zones, Set<String> ownAddresses) {
        this.zones = zones;
        this.ownAddresses = ownAddresses;
    }

    /** The event or series; for an instance of a series see {@link #instance}. */
    Optional<Event> event(Component vevent) {
        return uid(vevent).flatMap(uid -> time(vevent).map(time -> event(uid, time, rule(vevent, time), vevent)));
    }

    /** The instance as an event of its own. */
    Optional<Event> changed(Component vevent, Instance instance) {
        return time(vevent).map(time -> event(instanceUid(instance), time, Optional.empty(), vevent));
    }

    private Event event(EventUid uid, EventTime time, Optional<Recurrence> rule, Component vevent) {
        return new Event(
                uid,
                line(vevent, "SUMMARY", MAX_TITLE).orElse("(no title)"),
                rule.isPresent() ? time : ownersView(time),
                line(vevent, "LOCATION", MAX_LOCATION),
                text(vevent, "DESCRIPTION", MAX_DESCRIPTION),
                participants(vevent),
                rule.map(Recurrence::rule),
                rule.isPresent() ? excluded(vevent, time) : List.of(),
                Event.Kind.APPOINTMENT);
    }

    Optional<EventUid> uid(Component vevent) {
        return vevent.value("UID").filter(uid -> uid.length() <= MAX_UID).map(EventUid::new);
    }

    /** Which instance the component is about; empty for an event or a whole series. */
    Optional<Instance> instance(Component vevent) {
        return uid(vevent).flatMap(uid -> vevent.first("RECURRENCE-ID")
                .flatMap(this::zoned)
                .map(originally -> new Instance(uid, originally)));
    }

    /** The series' UID and the instance's original time, in UTC: the same whatever zone a sender writes it in. */
    private static EventUid instanceUid(Instance instance) {
        return new EventUid(instance.series().value() + "/"
                + instance.originally().withZoneSameInstant(ZoneOffset.UTC).toLocalDateTime());
    }

    private static Optional<Recurrence> rule(Component vevent, EventTime time) {
        return vevent.value("RRULE").flatMap(rule -> Recurrence.of(rule, time));
    }

    /** A time in UTC names a moment, not a place's clock: shown on the owner's clock. A series needs its own clock. */
    private EventTime ownersView(EventTime time) {
        return time instanceof EventTime.Timed timed && isUtc(timed.start().getZone())
                ? new EventTime.Timed(timed.start().withZoneSameInstant(zones.floating()), timed.length())
                : time;
    }

    private static boolean isUtc(ZoneId zone) {
        return zone.normalized().equals(ZoneOffset.UTC);
    }

    private Optional<EventTime> time(Component vevent) {
        Optional<Property> start = vevent.first("DTSTART");
        Optional<DateValue> value = start.flatMap(property -> DateValue.parse(property.value()));
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.get().dated() || wholeDays(vevent, value.get())) {
            return Optional.of(days(vevent, value.get().date()));
        }
        return start.flatMap(this::zoned).map(zoned -> new EventTime.Timed(zoned, length(vevent, zoned)));
    }

    /** Outlook writes whole days from midnight to midnight and says so in a property of its own. */
    private static boolean wholeDays(Component vevent, DateValue start) {
        return start.local().toLocalTime().equals(LocalTime.MIDNIGHT)
                && vevent.value("X-MICROSOFT-CDO-ALLDAYEVENT")
                        .filter(value -> value.equalsIgnoreCase("TRUE"))
                        .isPresent();
    }

    private static EventTime days(Component vevent, LocalDate first) {
        LocalDate end = vevent.value("DTEND")
                .flatMap(DateValue::parse)
                .map(DateValue::date)
                .or(() -> vevent.value("DURATION")
                        .flatMap(EventReader::amount)
                        .map(length -> first.plusDays(days(length))))
                .filter(last -> last.isAfter(first) && last.isBefore(first.plusDays(MAX_LENGTH.toDays())))
                .orElse(first.plusDays(1));
        return new EventTime.AllDay(first, end);
    }

    private Duration length(Component vevent, ZonedDateTime start) {
        return vevent.first("DTEND")
                .flatMap(this::zoned)
                .or(() -> vevent.value("DURATION").flatMap(EventReader::amount).map(start::plus))
                .map(end -> Duration.between(start, end))
                .filter(length -> !length.isNegative() && length.compareTo(MAX_LENGTH) <= 0)
                .orElse(Duration.ZERO);
    }

    private static Optional<TemporalAmount> amount(String duration) {
        if (duration.length() > 30) {
            return Optional.empty();
        }
        try {
            TemporalAmount amount = TemporalAmountAdapter.parse(duration.toUpperCase(Locale.ROOT))
                    .getDuration();
            return days(amount) <= MAX_LENGTH.toDays() ? Optional.of(amount) : Optional.empty();
        } catch (DateTimeParseException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static long days(TemporalAmount amount) {
        return switch (amount) {
            case Duration duration -> duration.toDays();
            case Period period -> period.toTotalMonths() * 31 + period.getDays();
            default -> Long.MAX_VALUE;
        };
    }

    /** A date or time with its zone: Z, TZID, or the floating one; a date is its midnight. */
    private Optional<ZonedDateTime> zoned(Property property) {
        return DateValue.parse(property.value()).map(value -> zoned(property, value));
    }

    private ZonedDateTime zoned(Property property, DateValue value) {
        if (value.utc()) {
            return value.local().atZone(ZoneOffset.UTC);
        }
        ZoneId zone = property.parameter("TZID")
                .filter(tzid -> !value.dated())
                .map(tzid -> zones.zone(tzid, value.local()))
                .orElse(zones.floating());
        return value.local().atZone(zone);
    }

    private List<LocalDateTime> excluded(Component vevent, EventTime time) {
        return vevent.all("EXDATE").stream()
                .flatMap(property -> Stream.of(property.value().split(","))
                        .map(date -> new Property(property.name(), date, property.parameters())))
                .limit(MAX_EXCLUDED)
                .flatMap(property -> zoned(property).stream())
                .map(instance -> local(instance, time))
                .distinct()
                .toList();
    }

    private static LocalDateTime local(ZonedDateTime instance, EventTime time) {
        return switch (time) {
            case EventTime.Timed timed ->
                instance.withZoneSameInstant(timed.start().getZone()).toLocalDateTime();
            case EventTime.AllDay day -> instance.toLocalDate().atStartOfDay();
        };
    }

    /** Organizer first, then the attendees who are people; names where there are any. */
    private List<String> participants(Component vevent) {
        Set<String> names = new LinkedHashSet<>();
        Stream.concat(vevent.all("ORGANIZER").stream().limit(1), vevent.all("ATTENDEE").stream())
                .limit(MAX_PARTICIPANTS)
                .filter(EventReader::isPerson)
                .filter(person -> !ownAddresses.contains(address(person)))
                .forEach(person -> name(person).ifPresent(names::add));
        return List.copyOf(names);
    }

    private static boolean isPerson(Property attendee) {
        String type = attendee.parameter("CUTYPE").orElse("INDIVIDUAL").toUpperCase(Locale.ROOT);
        return !type.equals("ROOM") && !type.equals("RESOURCE");
    }

    /** Display name, else address; empty where there is neither. */
    static Optional<String> name(Property person) {
        return person.parameter("CN")
                .map(name -> PlainText.line(ComponentReader.text(name), MAX_TITLE))
                .filter(name -> !name.isEmpty())
                .or(() -> Optional.of(address(person)).filter(address -> !address.isEmpty()));
    }

    /** Lower-case, without {@code mailto:}. */
    static String address(Property person) {
        String value = PlainText.line(person.value(), MAX_TITLE).toLowerCase(Locale.ROOT);
        return value.startsWith("mailto:") ? value.substring("mailto:".length()).strip() : value;
    }

    private static Optional<String> line(Component vevent, String property, int max) {
        return vevent.value(property)
                .map(value -> PlainText.line(ComponentReader.text(value), max))
                .filter(value -> !value.isEmpty());
    }

    private static Optional<String> text(Component vevent, String property, int max) {
        return vevent.value(property)
                .map(ComponentReader::text)
                .map(value -> PlainText.lines(value, max))
                .filter(value -> !value.isEmpty());
    }
}
