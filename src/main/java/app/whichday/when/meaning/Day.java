package app.whichday.when.meaning;

import java.util.List;

/** What words say about the day (or week, month, ...). Immutable and independent of when it was said. */
public interface Day {
    /** Every reading that a person could mean, the usual one first; empty if there is none (30 February). */
    List<DayReading> readings(Scene scene);

    /** More of them, further off: for a weekday to agree with ("Monday the 1st" may be months away). */
    default List<DayReading> wide(Scene scene) {
        return readings(scene);
    }

    /** 1 to 7 when only a weekday is stated, with or without "next"; else 0. */
    default int weekday() {
        return 0;
    }

    /** Whether no other word could change which day it is ("2001-11-05", "tomorrow"). */
    default boolean fixed() {
        return false;
    }

    /** What sort of words they are, stable: choosers learn about it. */
    default String shape() {
        return getClass().getSimpleName();
    }

    /** Whether it names one day; a week or a month does not. */
    default boolean oneDay() {
        return true;
    }
}
