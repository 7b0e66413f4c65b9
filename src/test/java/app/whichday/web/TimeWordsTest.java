package app.whichday.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.whichday.calendar.EventTime;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeWordsTest {
    private final TimeWords words = new TimeWords(SampleWorld.NOW, SampleWorld.BERLIN);

    @ParameterizedTest
    @CsvSource({
        "2025-11-05, today",
        "2025-11-06, tomorrow",
        "2025-11-04, yesterday",
        "2025-11-08, in 3 days",
        "2025-11-18, in 13 days",
        "2025-11-19, in 2 weeks",
        "2025-11-20, in 15 days",
        "2025-10-31, 5 days ago",
        "2026-02-05, in 3 months",
        "2028-11-05, in 3 years",
    })
    void howFarADayIs(LocalDate day, String expected) {
        assertThat(words.howFar(day)).isEqualTo(expected);
    }

    @Test
    void aMomentIsSpelledOut() {
        assertThat(words.moment(SampleWorld.timed("2025-11-14T15:00", 60)).inFull())
                .isEqualTo("Friday 14 November 2025, 15:00–16:00, Europe/Berlin");
    }

    @Test
    void aMomentWithoutLengthHasNoEnd() {
        assertThat(words.moment(SampleWorld.timed("2025-11-14T17:00", 0)).clock())
                .isEqualTo("17:00");
    }

    @Test
    void anotherZoneSaysWhatThatIsAtHome() {
        Moment moment = words.moment(new EventTime.Timed(
                LocalDateTime.parse("2025-11-06T20:00").atZone(ZoneId.of("America/New_York")), Duration.ofHours(1)));
        assertThat(moment.day()).isEqualTo("Thursday 6 November 2025");
        assertThat(moment.atHome()).contains("Fri 7 Nov 02:00 in Europe/Berlin");
        assertThat(moment.howFar()).isEqualTo("in 2 days");
    }

    @Test
    void wholeDaysEndOnTheirLastDay() {
        Moment moment =
                words.moment(new EventTime.AllDay(LocalDate.parse("2025-11-14"), LocalDate.parse("2025-11-17")));
        assertThat(moment.day()).isEqualTo("Fri 14 Nov to Sunday 16 November 2025");
        assertThat(moment.lastDate()).isEqualTo("2025-11-16");
    }

    @Test
    void lengthsAreSaidInWords() {
        assertThat(TimeWords.length(Duration.ofMinutes(90))).isEqualTo("1 hour 30 minutes");
        assertThat(TimeWords.length(Duration.ofMinutes(45))).isEqualTo("45 minutes");
        assertThat(TimeWords.length(Duration.ofHours(2))).isEqualTo("2 hours");
    }
}
