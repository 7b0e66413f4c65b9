package app.whichday.calendar;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Created;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * Writes events as one iCalendar object that calendar programs subscribe to (RFC 5545, RFC 7986).
 *
 * <p>There is no METHOD: it is a calendar, not a message, and PUBLISH would ask for an organizer (RFC 5546 §3.2.1).
 * Participants stand in the description, as ATTENDEE wants addresses and makes some programs write to them. A moment, such as
 * a deadline, gets a quarter of an hour, as Google Calendar and Thunderbird hardly show an event without length.
 */
final class Feed {
    private static final String NAME = "Whichday";
    private static final String REFRESH = "PT15M";
    private static final Duration SHOWN_LENGTH_OF_A_MOMENT = Duration.ofMinutes(15);
    private static final int MAX_LINE = 1_000;
    private static final int MAX_TEXT = 20_000;
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

    /** Zones in use, each with the earliest moment that it is used for. */
    private final Map<String, ZonedDateTime> zones = new TreeMap<>();

    /** An event as it stands in the calendar. */
    record Entry(Event event, int sequence, Instant created, Instant updated) {}

    private Feed() {}

    static String of(List<Entry> entries) {
        Feed feed = new Feed();
        List<VEvent> events = entries.stream().map(feed::event).toList();
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Whichday//Whichday//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new Name(NAME));
        calendar.add(new XProperty("X-WR-CALNAME", NAME));
        calendar.add(new RefreshInterval(parameters(Value.DURATION), REFRESH));
        calendar.add(new XProperty("X-PUBLISHED-TTL", REFRESH));
        feed.zones.forEach((id, earliest) -> calendar.add(TimeZoneComponent.of(id, earliest)));
        events.forEach(calendar::add);
        StringWriter text = new StringWriter();
        try {
            // Not validated here: one odd event must not take the whole calendar away. Tests validate.
            new CalendarOutputter(false).output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private VEvent event(Entry entry) {
        Event event = entry.event();
        VEvent vevent = new VEvent(false);
        vevent.add(new Uid(PlainText.line(event.uid().value(), MAX_LINE)));
        vevent.add(new DtStamp(entry.updated()));
        vevent.add(new Created(entry.created()));
        vevent.add(new LastModified(entry.updated()));
        vevent.add(new Sequence(entry.sequence()));
        vevent.add(new Summary(PlainText.line(event.title(), MAX_LINE)));
        switch (event.time()) {
            case EventTime.Timed timed -> addTimed(vevent, event, timed);
            case EventTime.AllDay day -> addDays(vevent, event, day);
        }
        event.location().ifPresent(place -> vevent.add(new Location(PlainText.line(place, MAX_LINE))));
        String description = description(event);
        if (!description.isEmpty()) {
            vevent.add(new Description(description));
        }
        vevent.add(
                switch (event.kind()) {
                    case APPOINTMENT -> ImmutableTransp.OPAQUE;
                    case DEADLINE -> ImmutableTransp.TRANSPARENT;
                });
        vevent.add(ImmutableStatus.VEVENT_CONFIRMED);
        return vevent;
    }

    private static String description(Event event) {
        List<String> parts = new ArrayList<>();
        if (!event.participants().isEmpty()) {
            parts.add("With: " + String.join(", ", event.participants()));
        }
        event.description().ifPresent(parts::add);
        return PlainText.lines(String.join("\n\n", parts), MAX_TEXT);
    }

    private void addTimed(VEvent vevent, Event event, EventTime.Timed timed) {
        Duration length = timed.length().isZero() ? SHOWN_LENGTH_OF_A_MOMENT : timed.length();
        ZonedDateTime start = timed.start();
        vevent.add(moment("DTSTART", event, start));
        vevent.add(moment("DTEND", event, start.plus(length)));
        event.recurrence().flatMap(rule -> Recurrence.of(rule, timed)).ifPresent(rule -> {
            vevent.add(new RRule<>(rule.rule()));
            event.excluded().forEach(date -> vevent.add(moment("EXDATE", event, date.atZone(start.getZone()))));
        });
    }

    private static void addDays(VEvent vevent, Event event, EventTime.AllDay day) {
        vevent.add(day("DTSTART", day.first().atStartOfDay()));
        vevent.add(day("DTEND", day.end().atStartOfDay()));
        event.recurrence().flatMap(rule -> Recurrence.of(rule, day)).ifPresent(rule -> {
            vevent.add(new RRule<>(rule.ruleOfDays()));
            event.excluded().forEach(date -> vevent.add(day("EXDATE", date)));
        });
    }

    /**
     * A moment in its zone; in UTC where the zone is no more than an offset and there is no rule that needs it.
     *
     * <p>Written as a plain property: ical4j's own, given a zone, adds hundreds of zone ids of its own to those of the JVM.
     */
    private Property moment(String name, Event event, ZonedDateTime at) {
        ZoneId zone = at.getZone();
        boolean utc = zone.normalized().equals(ZoneOffset.UTC);
        if (utc
                || (zone.normalized() instanceof ZoneOffset
                        && event.recurrence().isEmpty())) {
            return new XProperty(name, LOCAL.format(at.withZoneSameInstant(ZoneOffset.UTC)) + "Z");
        }
        zones.merge(zone.getId(), at, (a, b) -> a.isBefore(b) ? a : b);
        return new XProperty(name, parameters(new TzId(zone.getId())), LOCAL.format(at));
    }

    private static Property day(String name, LocalDateTime date) {
        return new XProperty(name, parameters(Value.DATE), DateTimeFormatter.BASIC_ISO_DATE.format(date.toLocalDate()));
    }

    private static ParameterList parameters(net.fortuna.ical4j.model.Parameter parameter) {
        return new ParameterList(List.of(parameter));
    }
}
