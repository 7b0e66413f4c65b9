package app.whichday.when.meaning;

import app.whichday.when.Grain;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Days that an expression may mean.
 *
 * @param end exclusive
 * @param rule the name of the rule that gave it, stable: what a chooser learns about
 * @param convention how a person would explain it
 * @param exact the moment, where the words count from now in hours or minutes
 */
public record DayReading(
        LocalDate start,
        LocalDate end,
        Grain grain,
        String rule,
        String convention,
        @Nullable LocalDateTime exact) {
    public static DayReading day(LocalDate day, String rule, String convention) {
        return new DayReading(day, day.plusDays(1), Grain.DAY, rule, convention, null);
    }

    public static DayReading of(LocalDate first, Unit unit, String rule, String convention) {
        return new DayReading(first, unit.ceiling(first), unit.grain(), rule, convention, null);
    }

    /** One day, not a longer period. */
    public boolean single() {
        return grain == Grain.DAY && end.equals(start.plusDays(1));
    }
}
