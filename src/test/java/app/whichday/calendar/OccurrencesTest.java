package app.whichday.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import app.whichday.calendar.LocalCalendar.Occurrence;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OccurrencesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final EventTime.Timed FRIDAY_THREE =
            new EventTime.Timed(ZonedDateTime.parse("2025-11-14T15:00+01:00[Europe/Berlin]"), Duration.ofHours(1));

    @ParameterizedTest
    @CsvSource({
        "2025-11-14, 2025-11-15, true",
        "2025-11-10, 2025-11-17, true",
        "2025-11-13, 2025-11-14, false",
        "2025-11-15, 2025-11-16, false",
    })
    void anEventIsThereOnItsDay(LocalDate from, LocalDate to, boolean there) {
        assertThat(times(single(FRIDAY_THREE), from, to).isEmpty()).isEqualTo(!there);
    }

    @Test
    void anEventOverMidnightIsThereOnBothDays() {
        Event night = single(
                new EventTime.Timed(ZonedDateTime.parse("2025-11-14T23:00+01:00[Europe/Berlin]"), Duration.ofHours(2)));
        assertThat(times(night, LocalDate.parse("2025-11-14"), LocalDate.parse("2025-11-15")))
                .hasSize(1);
        assertThat(times(night, LocalDate.parse("2025-11-15"), LocalDate.parse("2025-11-16")))
                .hasSize(1);
    }

    @Test
    void anEventThatEndsAtMidnightIsNotThereOnTheNextDay() {
        Event evening = single(
                new EventTime.Timed(ZonedDateTime.parse("2025-11-14T23:00+01:00[Europe/Berlin]"), Duration.ofHours(1)));
        assertThat(times(evening, LocalDate.parse("2025-11-15"), LocalDate.parse("2025-11-16")))
                .isEmpty();
    }

    @Test
    void aMomentAtMidnightIsThereOnTheDayItBegins() {
        Event midnight = single(
                new EventTime.Timed(ZonedDateTime.parse("2025-11-15T00:00+01:00[Europe/Berlin]"), Duration.ZERO));
        assertThat(times(midnight, LocalDate.parse("2025-11-14"), LocalDate.parse("2025-11-15")))
                .isEmpty();
        assertThat(times(midnight, LocalDate.parse("2025-11-15"), LocalDate.parse("2025-11-16")))
                .hasSize(1);
    }

    @Test
    void threeWholeDaysAreThereOnTheThirdAndNotOnTheFourth() {
        Event days = single(new EventTime.AllDay(LocalDate.parse("2025-11-14"), LocalDate.parse("2025-11-17")));
        assertThat(times(days, LocalDate.parse("2025-11-16"), LocalDate.parse("2025-11-17")))
                .hasSize(1);
        assertThat(times(days, LocalDate.parse("2025-11-17"), LocalDate.parse("2025-11-18")))
                .isEmpty();
    }

    @Test
    void aSeriesKeepsItsWallClockOverTheChangeOfTheClocks() {
        Event series = series(
                new EventTime.Timed(ZonedDateTime.parse("2025-10-24T15:00+02:00[Europe/Berlin]"), Duration.ofHours(1)),
                "FREQ=WEEKLY");
        assertThat(starts(series, "2025-10-20", "2025-11-08"))
                .containsExactly(
                        ZonedDateTime.parse("2025-10-24T15:00+02:00[Europe/Berlin]"),
                        ZonedDateTime.parse("2025-10-31T15:00+01:00[Europe/Berlin]"),
                        ZonedDateTime.parse("2025-11-07T15:00+01:00[Europe/Berlin]"));
    }

    @Test
    void anInstanceInTheGapOfTheClocksComesAnHourLaterAndTheNextOneOnTime() {
        Event series = series(
                new EventTime.Timed(ZonedDateTime.parse("2026-03-28T02:30+01:00[Europe/Berlin]"), Duration.ofHours(1)),
                "FREQ=DAILY");
        assertThat(starts(series, "2026-03-28", "2026-03-31"))
                .containsExactly(
                        ZonedDateTime.parse("2026-03-28T02:30+01:00[Europe/Berlin]"),
                        ZonedDateTime.parse("2026-03-29T03:30+02:00[Europe/Berlin]"),
                        ZonedDateTime.parse("2026-03-30T02:30+02:00[Europe/Berlin]"));
    }

    @Test
    void whatASeriesLeavesOutIsNotThere() {
        Event series = series(FRIDAY_THREE, "FREQ=WEEKLY;COUNT=4")
                .without(ZonedDateTime.parse("2025-11-21T14:00Z"))
                .without(ZonedDateTime.parse("2025-11-21T15:00+01:00[Europe/Berlin]"));
        assertThat(series.excluded()).containsExactly(LocalDateTime.parse("2025-11-21T15:00"));
        assertThat(starts(series, "2025-11-01", "2026-01-01"))
                .extracting(ZonedDateTime::toLocalDate)
                .containsExactly(
                        LocalDate.parse("2025-11-14"), LocalDate.parse("2025-11-28"), LocalDate.parse("2025-12-05"));
    }

    @ParameterizedTest
    @CsvSource({
        "FREQ=WEEKLY;UNTIL=20251128T140000Z, 3",
        "FREQ=WEEKLY;UNTIL=20251128T135959Z, 2",
        "FREQ=WEEKLY;UNTIL=20251128T150000, 3",
        "FREQ=WEEKLY;UNTIL=20251128, 3",
        "FREQ=WEEKLY;UNTIL=20251127, 2",
        "FREQ=WEEKLY;COUNT=2, 2",
    })
    void aSeriesEndsWithItsLastInstance(String rule, int instances) {
        assertThat(starts(series(FRIDAY_THREE, rule), "2025-11-01", "2026-06-01"))
                .hasSize(instances);
    }

    @Test
    void wholeDaysRecur() {
        Event series = new Event(
                new EventUid("x"),
                "Fair",
                new EventTime.AllDay(LocalDate.parse("2025-11-14"), LocalDate.parse("2025-11-16")),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.of("FREQ=MONTHLY;UNTIL=20260114"),
                List.of(LocalDateTime.parse("2025-12-14T00:00")),
                Event.Kind.APPOINTMENT);
        assertThat(times(series, LocalDate.parse("2025-11-15"), LocalDate.parse("2026-06-01")))
                .containsExactly(
                        new EventTime.AllDay(LocalDate.parse("2025-11-14"), LocalDate.parse("2025-11-16")),
                        new EventTime.AllDay(LocalDate.parse("2026-01-14"), LocalDate.parse("2026-01-16")));
    }

    @Test
    void anEndlessSeriesIsCapped() {
        assertThat(starts(series(FRIDAY_THREE, "FREQ=DAILY"), "2025-11-01", "2099-01-01"))
                .hasSize(1_000);
    }

    private static List<EventTime> times(Event event, LocalDate from, LocalDate to) {
        return new Occurrences(from, to, BERLIN).of(event).map(Occurrence::time).toList();
    }

    private static List<ZonedDateTime> starts(Event event, String from, String to) {
        return times(event, LocalDate.parse(from), LocalDate.parse(to)).stream()
                .map(time -> ((EventTime.Timed) time).start())
                .toList();
    }

    private static Event single(EventTime time) {
        return event(time, Optional.empty());
    }

    private static Event series(EventTime time, String rule) {
        return event(time, Optional.of(rule));
    }

    private static Event event(EventTime time, Optional<String> rule) {
        return new Event(
                new EventUid("x"),
                "Something",
                time,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                rule,
                Event.Kind.APPOINTMENT);
    }
}
