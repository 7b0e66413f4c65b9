package app.whichday.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import app.whichday.calendar.LocalCalendar.Occurrence;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestTransaction
class LocalCalendarTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Inject
    LocalCalendar calendar;

    @Test
    void whatIsPutIsFoundAsItWas() {
        Event timed = new Event(
                new EventUid("timed@calendar.test"),
                "Review, \"final\"",
                new EventTime.Timed(
                        ZonedDateTime.parse("1971-11-14T15:00-05:00[America/New_York]"), Duration.ofMinutes(50)),
                Optional.of("Room 5"),
                Optional.of("Two\nlines"),
                List.of("Anna", "bert@example.com"),
                Optional.of("FREQ=WEEKLY;COUNT=3"),
                List.of(LocalDateTime.parse("1971-11-21T15:00")),
                Event.Kind.APPOINTMENT);
        Event days = event(
                "days@calendar.test",
                new EventTime.AllDay(LocalDate.parse("1971-11-13"), LocalDate.parse("1971-11-16")));
        calendar.put(timed);
        calendar.put(days);

        assertThat(calendar.find(timed.uid())).contains(timed);
        assertThat(calendar.find(days.uid())).contains(days);
        assertThat(calendar.find(new EventUid("nothing@calendar.test"))).isEmpty();
    }

    @Test
    void aSecondPutReplacesTheFirstAtAHigherSequence() {
        Event event = event("again@calendar.test", timed("1971-11-14T15:00+01:00[Europe/Berlin]"));
        Event later = event.at(timed("1971-11-14T16:00+01:00[Europe/Berlin]"));
        calendar.put(event);
        assertThat(calendar.version(event.uid())).contains(new LocalCalendar.Version(event, 0));
        calendar.put(later);
        assertThat(calendar.version(event.uid())).contains(new LocalCalendar.Version(later, 1));
        calendar.put(new LocalCalendar.Version(event, 7));
        assertThat(calendar.version(event.uid())).contains(new LocalCalendar.Version(event, 7));
    }

    @Test
    void whatIsRemovedIsGoneFromTheFeed() {
        Event event = event("gone@calendar.test", timed("1971-11-14T15:00+01:00[Europe/Berlin]"));
        calendar.put(event);
        assertThat(calendar.feed().lines())
                .contains("UID:gone@calendar.test", "DTSTART;TZID=Europe/Berlin:19711114T150000");
        calendar.remove(event.uid());
        calendar.remove(event.uid());
        assertThat(calendar.find(event.uid())).isEmpty();
        assertThat(calendar.feed()).doesNotContain("gone@calendar.test");
    }

    @Test
    void theDaysOfTheAgendaHoldWhatTouchesThemByStart() {
        Stream.of(
                        event("tuesday@calendar.test", timed("1971-11-16T00:00+01:00[Europe/Berlin]")),
                        event("monday@calendar.test", timed("1971-11-15T09:00-05:00[America/New_York]")),
                        event("sunday@calendar.test", timed("1971-11-14T23:00+01:00[Europe/Berlin]")),
                        event("night@calendar.test", timed("1971-11-14T23:30+01:00[Europe/Berlin]")),
                        event(
                                "fair@calendar.test",
                                new EventTime.AllDay(LocalDate.parse("1971-11-15"), LocalDate.parse("1971-11-16"))),
                        event(
                                "past@calendar.test",
                                new EventTime.AllDay(LocalDate.parse("1971-11-14"), LocalDate.parse("1971-11-15"))))
                .forEach(calendar::put);
        calendar.put(new Event(
                new EventUid("series@calendar.test"),
                "Series",
                timed("1971-11-08T08:00+01:00[Europe/Berlin]"),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.of("FREQ=WEEKLY"),
                Event.Kind.APPOINTMENT));

        List<Occurrence> monday =
                calendar.between(LocalDate.parse("1971-11-15"), LocalDate.parse("1971-11-16"), BERLIN);

        assertThat(monday)
                .extracting(occurrence -> occurrence.event().uid().value())
                .containsExactly(
                        "night@calendar.test", "fair@calendar.test", "series@calendar.test", "monday@calendar.test");
        assertThat(monday.get(2).time()).isEqualTo(timed("1971-11-15T08:00+01:00[Europe/Berlin]"));
    }

    @Test
    void aTextThatTheDatabaseRefusesIsKeptWithoutTheCharacter() {
        calendar.put(new Event(
                new EventUid("nul@calendar.test"),
                "Tea\0time",
                timed("1971-11-14T15:00+01:00[Europe/Berlin]"),
                Optional.empty(),
                Optional.of("\0"),
                List.of("\0"),
                Optional.empty(),
                Event.Kind.APPOINTMENT));
        assertThat(calendar.find(new EventUid("nul@calendar.test")))
                .hasValueSatisfying(event -> assertThat(event.title()).isEqualTo("Tea time"));
    }

    private static EventTime.Timed timed(String start) {
        return new EventTime.Timed(ZonedDateTime.parse(start), Duration.ofHours(1));
    }

    private static Event event(String uid, EventTime time) {
        return new Event(
                new EventUid(uid),
                "Something",
                time,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Event.Kind.APPOINTMENT);
    }
}
