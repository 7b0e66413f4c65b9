package app.whichday.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import app.whichday.when.Grain;
import app.whichday.when.Reading;
import app.whichday.when.Span;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GoldTest {
    private static Gold gold(Gold.Unit unit, String start, @Nullable String end) {
        return new Gold(
                new Span(0, 6),
                Gold.Kind.CLEAR,
                false,
                unit,
                List.of(new Gold.Meaning(Gold.Meaning.time(start), end == null ? null : Gold.Meaning.time(end))));
    }

    private static Reading reading(String start, @Nullable String end, Grain grain) {
        return new Reading(
                LocalDateTime.parse(start),
                end == null ? null : LocalDateTime.parse(end),
                grain,
                Reading.Open.NO,
                null,
                "as told");
    }

    @Test
    void aClockTimeIsRightToTheMinuteAndWithItsEndWhereOneIsLabelled() {
        Reading threeToFour = reading("2025-11-07T15:00", "2025-11-07T16:00", Grain.MINUTE);
        assertThat(gold(Gold.Unit.MINUTE, "2025-11-07T15:00", null).right(threeToFour))
                .isTrue();
        assertThat(gold(Gold.Unit.MINUTE, "2025-11-07T15:00", "2025-11-07T16:00")
                        .right(threeToFour))
                .isTrue();
        assertThat(gold(Gold.Unit.MINUTE, "2025-11-07T15:00", "2025-11-07T17:00")
                        .right(threeToFour))
                .isFalse();
        assertThat(gold(Gold.Unit.MINUTE, "2025-11-07T03:00", null).right(threeToFour))
                .isFalse();
        assertThat(gold(Gold.Unit.MINUTE, "2025-11-07T03:00", null).rightDay(threeToFour))
                .isTrue();
    }

    @Test
    void lastDaysAreLabelledInclusiveAndReadExclusive() {
        Reading tuesdayToThursday = reading("2025-11-04T00:00", "2025-11-07T00:00", Grain.DAY);
        assertThat(gold(Gold.Unit.DAY, "2025-11-04", "2025-11-06").right(tuesdayToThursday))
                .isTrue();
        assertThat(gold(Gold.Unit.DAY, "2025-11-04", "2025-11-07").right(tuesdayToThursday))
                .isFalse();
        assertThat(gold(Gold.Unit.DAY, "2025-11-04", null).right(tuesdayToThursday))
                .isTrue();
    }

    @Test
    void aWeekIsTheSameFromWhicheverDayItIsCounted() {
        Gold week = gold(Gold.Unit.WEEK, "2025-11-03", "2025-11-09");
        assertThat(week.right(reading("2025-11-05T00:00", "2025-11-08T00:00", Grain.WEEK)))
                .isTrue();
        assertThat(week.right(reading("2025-11-10T00:00", "2025-11-17T00:00", Grain.WEEK)))
                .isFalse();
        assertThat(week.rightDay(reading("2025-11-10T00:00", "2025-11-17T00:00", Grain.WEEK)))
                .as("no day is claimed")
                .isTrue();
    }
}
