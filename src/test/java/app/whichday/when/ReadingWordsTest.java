package app.whichday.when;

import static app.whichday.when.Grain.DAY;
import static app.whichday.when.Grain.HOUR;
import static app.whichday.when.Grain.MINUTE;
import static app.whichday.when.Grain.MONTH;
import static app.whichday.when.Grain.QUARTER;
import static app.whichday.when.Grain.WEEK;
import static app.whichday.when.Grain.WEEKEND;
import static app.whichday.when.Grain.YEAR;
import static org.assertj.core.api.Assertions.assertThat;

import app.whichday.when.Reading.Open;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadingWordsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static String words(@Nullable String start, @Nullable String end, Grain grain, Open open) {
        return ReadingWords.of(new Reading(at(start), at(end), grain, open, null, ""), BERLIN);
    }

    private static @Nullable LocalDateTime at(@Nullable String text) {
        return text == null ? null : LocalDateTime.parse(text.contains("T") ? text : text + "T00:00");
    }

    @Test
    void aClockTimeHasItsZone() {
        assertThat(words("2025-11-14T15:00", null, MINUTE, Open.NO))
                .isEqualTo("Friday 14 November 2025, 15:00, Europe/Berlin");
        assertThat(words("2025-11-14T15:00", "2025-11-14T16:30", HOUR, Open.NO))
                .isEqualTo("Friday 14 November 2025, 15:00 to 16:30, Europe/Berlin");
        assertThat(words("2025-11-14T22:00", "2025-11-15T02:00", HOUR, Open.NO))
                .isEqualTo("Friday 14 November 2025, 22:00 to Saturday 15 November 2025, 02:00, Europe/Berlin");
    }

    @Test
    void theZoneThatTheTextNamesWins() {
        Reading tokyo = new Reading(at("2025-11-14T15:00"), null, MINUTE, Open.NO, ZoneId.of("Asia/Tokyo"), "");
        assertThat(ReadingWords.of(tokyo, BERLIN)).isEqualTo("Friday 14 November 2025, 15:00, Asia/Tokyo");
    }

    @Test
    void wholeDaysEndWithTheirLastDay() {
        assertThat(words("2025-11-14", null, DAY, Open.NO)).isEqualTo("Friday 14 November 2025");
        assertThat(words("2025-11-14", "2025-11-15", DAY, Open.NO)).isEqualTo("Friday 14 November 2025");
        assertThat(words("2025-11-11", "2025-11-14", DAY, Open.NO))
                .isEqualTo("Tuesday 11 November 2025 to Thursday 13 November 2025");
    }

    @Test
    void longerUnitsHaveTheirNames() {
        assertThat(words("2025-11-15", "2025-11-17", WEEKEND, Open.NO))
                .isEqualTo("the weekend of Saturday 15 November 2025");
        assertThat(words("2025-11-10", "2025-11-17", WEEK, Open.NO)).isEqualTo("the week of Monday 10 November 2025");
        assertThat(words("2025-11-01", "2025-12-01", MONTH, Open.NO)).isEqualTo("November 2025");
        assertThat(words("2025-10-01", "2026-01-01", QUARTER, Open.NO)).isEqualTo("quarter 4 of 2025");
        assertThat(words("2025-01-01", null, YEAR, Open.NO)).isEqualTo("2025");
        assertThat(words("2025-11-01", "2026-01-01", MONTH, Open.NO))
                .isEqualTo("Saturday 1 November 2025 to Wednesday 31 December 2025");
    }

    @Test
    void whatIsOpenSaysToWhichSide() {
        assertThat(words(null, "2025-11-14", DAY, Open.BEFORE)).isEqualTo("before Friday 14 November 2025");
        assertThat(words("2025-11-14T15:00", null, MINUTE, Open.AFTER))
                .isEqualTo("from Friday 14 November 2025, 15:00 on, Europe/Berlin");
    }
}
