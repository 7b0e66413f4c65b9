package app.whichday.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.validate.ValidationEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The feed as a calendar program gets it: parsed back by ical4j, and valid by its strict rules. */
class FeedTest {
    private static final Instant CREATED = Instant.parse("2025-11-05T08:30:00Z");
    private static final Instant UPDATED = Instant.parse("2025-11-06T08:30:00Z");
    private static final EventTime.Timed FRIDAY_THREE =
            new EventTime.Timed(ZonedDateTime.parse("2025-11-14T15:00+01:00[Europe/Berlin]"), Duration.ofHours(1));

    @Test
    void anEmptyCalendarIsOne() {
        assertThat(Feed.of(List.of()).lines())
                .startsWith("BEGIN:VCALENDAR")
                .contains("VERSION:2.0", "X-WR-CALNAME:Whichday", "REFRESH-INTERVAL;VALUE=DURATION:PT15M")
                .noneMatch(line -> line.startsWith("METHOD"))
                .endsWith("END:VCALENDAR");
    }

    @Test
    void anAppointmentIsAtItsInstantInItsZone() {
        String feed = feed(event(FRIDAY_THREE));
        assertThat(feed.lines())
                .contains(
                        "UID:x@example.com",
                        "SEQUENCE:2",
                        "DTSTAMP:20251106T083000Z",
                        "CREATED:20251105T083000Z",
                        "DTSTART;TZID=Europe/Berlin:20251114T150000",
                        "DTEND;TZID=Europe/Berlin:20251114T160000",
                        "SUMMARY:Lunch",
                        "TRANSP:OPAQUE",
                        "STATUS:CONFIRMED",
                        "TZID:Europe/Berlin");
        VEvent event = only(parsed(feed));
        assertThat(instant(event.getDateTimeStart().getDate())).isEqualTo(Instant.parse("2025-11-14T14:00:00Z"));
        assertThat(instant(event.getDateTimeEnd().getDate())).isEqualTo(Instant.parse("2025-11-14T15:00:00Z"));
    }

    @Test
    void wholeDaysAreDatesWithTheEndAfterTheLast() {
        String feed = feed(event(new EventTime.AllDay(LocalDate.parse("2025-11-14"), LocalDate.parse("2025-11-16"))));
        assertThat(feed.lines())
                .contains("DTSTART;VALUE=DATE:20251114", "DTEND;VALUE=DATE:20251116")
                .doesNotContain("BEGIN:VTIMEZONE");
        assertValid(feed);
    }

    @Test
    void aDeadlineTakesNoTimeAndIsAQuarterOfAnHourLong() {
        String feed = feed(new Event(
                new EventUid("x@example.com"),
                "Send the offer",
                new EventTime.Timed(FRIDAY_THREE.start(), Duration.ZERO),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Event.Kind.DEADLINE));
        assertThat(feed.lines())
                .contains(
                        "TRANSP:TRANSPARENT",
                        "DTSTART;TZID=Europe/Berlin:20251114T150000",
                        "DTEND;TZID=Europe/Berlin:20251114T151500");
        assertValid(feed);
    }

    @Test
    void textIsEscapedFoldedAndFreeOfControls() {
        String title =
                "Lunch, dinner; a \\ and “quotes” — äöü, " + "long ".repeat(30).strip();
        String feed = feed(new Event(
                new EventUid("x@example.com"),
                title + "\u0007",
                FRIDAY_THREE,
                Optional.of("Room 5; left\r\ndoor"),
                Optional.of("First line\nsecond line\u0000"),
                List.of("Anna", "bert@example.com"),
                Optional.empty(),
                Event.Kind.APPOINTMENT));
        assertThat(feed.lines()).allMatch(line -> line.length() <= 75);
        assertThat(feed.replace("\r\n", ""))
                .doesNotContain("\n")
                .doesNotContain("\u0007")
                .doesNotContain("\u0000");
        VEvent event = only(parsed(feed));
        assertThat(event.getSummary().getValue()).isEqualTo(title);
        assertThat(event.getDescription().getValue())
                .isEqualTo("With: Anna, bert@example.com\n\nFirst line\nsecond line");
        assertThat(event.getLocation().getValue()).isEqualTo("Room 5; left  door");
    }

    @Test
    void aSeriesHasItsRuleInUtcAndItsExceptionsInItsZone() {
        String feed = feed(
                series(FRIDAY_THREE, "FREQ=WEEKLY;UNTIL=20251219", List.of(LocalDateTime.parse("2025-11-21T15:00"))));
        assertThat(feed.lines())
                .contains("RRULE:FREQ=WEEKLY;UNTIL=20251219T225959Z", "EXDATE;TZID=Europe/Berlin:20251121T150000");
        assertValid(feed);
    }

    @Test
    void aSeriesOfDaysHasDates() {
        String feed = feed(series(
                new EventTime.AllDay(LocalDate.parse("2025-11-14"), LocalDate.parse("2025-11-15")),
                "FREQ=WEEKLY;UNTIL=20251219T235959Z",
                List.of(LocalDateTime.parse("2025-11-21T00:00"), LocalDateTime.parse("2025-11-28T00:00"))));
        assertThat(feed.lines())
                .contains(
                        "RRULE:FREQ=WEEKLY;UNTIL=20251219", "EXDATE;VALUE=DATE:20251121", "EXDATE;VALUE=DATE:20251128");
        assertValid(feed);
    }

    @Test
    void aMomentAtAMereOffsetIsInUtc() {
        String feed =
                feed(event(new EventTime.Timed(ZonedDateTime.parse("2025-11-14T15:00+05:30"), Duration.ofHours(1))));
        assertThat(feed.lines()).contains("DTSTART:20251114T093000Z").doesNotContain("BEGIN:VTIMEZONE");
        assertValid(feed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Berlin",
                "Europe/London",
                "Europe/Dublin",
                "America/New_York",
                "America/Sao_Paulo",
                "America/Nuuk",
                "Asia/Jerusalem",
                "Asia/Kolkata",
                "Asia/Tehran",
                "Africa/Cairo",
                "Africa/Casablanca",
                "Australia/Lord_Howe",
                "Pacific/Apia",
                "Pacific/Chatham",
                "America/Santiago",
                "UTC",
                "Etc/GMT+5",
            })
    void theDefinitionOfAZoneIsTheZone(String id) {
        ZoneId zone = ZoneId.of(id);
        ZonedDateTime since = LocalDateTime.parse("2005-06-15T12:00").atZone(zone);
        Component definition = ComponentReader.read(
                        "BEGIN:VCALENDAR\r\n" + TimeZoneComponent.of(id, since) + "END:VCALENDAR\r\n")
                .orElseThrow()
                .children("VTIMEZONE")
                .getFirst();
        ZoneDefinition rules = ZoneDefinition.of(definition).orElseThrow();
        for (LocalDateTime at = since.toLocalDateTime(); at.getYear() < 2034; at = at.plusHours(491)) {
            // In gaps and overlaps both answers are right.
            if (zone.getRules().getValidOffsets(at).size() == 1) {
                assertThat(rules.offset(at))
                        .as("%s at %s", id, at)
                        .isEqualTo(zone.getRules().getOffset(at));
            }
        }
    }

    @Test
    void theJvmsZonesStayItsOwn() {
        Set<String> before = ZoneId.getAvailableZoneIds();
        feed(series(FRIDAY_THREE, "FREQ=WEEKLY", List.of()));
        Invitations.read(feed(event(FRIDAY_THREE)), ZoneId.of("Europe/Berlin"));
        assertThat(ZoneId.getAvailableZoneIds()).isEqualTo(before);
    }

    @Test
    void whatIsWrittenIsReadAsItWas() {
        Event event = series(FRIDAY_THREE, "FREQ=WEEKLY;COUNT=5", List.of(LocalDateTime.parse("2025-11-21T15:00")));
        assertThat(Invitations.read(feed(event), ZoneId.of("UTC")).orElseThrow().event())
                .isEqualTo(event);
    }

    private static String feed(Event... events) {
        return Feed.of(Arrays.stream(events)
                .map(event -> new Feed.Entry(event, 2, CREATED, UPDATED))
                .toList());
    }

    private static Event event(EventTime time) {
        return event(time, Optional.empty(), List.of());
    }

    private static Event series(EventTime time, String rule, List<LocalDateTime> excluded) {
        return event(time, Optional.of(rule), excluded);
    }

    private static Event event(EventTime time, Optional<String> rule, List<LocalDateTime> excluded) {
        return new Event(
                new EventUid("x@example.com"),
                "Lunch",
                time,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                rule,
                excluded,
                Event.Kind.APPOINTMENT);
    }

    private static Instant instant(java.time.temporal.Temporal temporal) {
        return Instant.from(temporal);
    }

    private static void assertValid(String feed) {
        parsed(feed);
    }

    private static Calendar parsed(String feed) {
        try {
            Calendar calendar = new CalendarBuilder().build(new StringReader(feed));
            assertThat(calendar.validate(true).getEntries())
                    .extracting(ValidationEntry::getMessage)
                    .as(feed)
                    .isEmpty();
            assertThat(calendar.getComponents().stream()
                            .flatMap(component -> component.getProperties().stream())
                            .filter(property ->
                                    Stream.of("DTSTART", "DTEND", "EXDATE").anyMatch(property.getName()::equals))
                            .map(Property::getClass)
                            .filter(type -> type.getSimpleName().equals("XProperty")))
                    .isEmpty();
            return calendar;
        } catch (IOException | ParserException e) {
            throw new AssertionError(feed, e);
        }
    }

    private static VEvent only(Calendar calendar) {
        List<VEvent> events = calendar.getComponents("VEVENT");
        assertThat(events).hasSize(1);
        return events.getFirst();
    }
}
