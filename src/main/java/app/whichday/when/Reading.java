package app.whichday.when;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * One interval that an expression may mean.
 *
 * @param start local; at 00:00 where no clock time is meant; null only where the expression is open to the past ("before Friday")
 * @param end exclusive for days and longer ("Tue-Thu" ends Friday 00:00), the stated end for clock times; null where none is stated
 * @param grain the grain of start
 * @param open whether it reaches without limit to one side of what is stated
 * @param zone null for the anchor's zone; else the zone that the text names
 * @param convention how a person would explain it: "this week's", "next week's", "the latest past"
 */
public record Reading(
        @Nullable LocalDateTime start,
        @Nullable LocalDateTime end,
        Grain grain,
        Open open,
        @Nullable ZoneId zone,
        String convention) {
    /** Which side has no limit. */
    public enum Open {
        NO,
        BEFORE,
        AFTER
    }

    public Reading {
        if (start == null && end == null) {
            throw new IllegalArgumentException("A reading needs a start or an end");
        }
        if (start != null && end != null && end.isBefore(start)) {
            throw new IllegalArgumentException("A reading that ends before it starts: " + start + " to " + end);
        }
    }

    /** The day that it points at: that of its start, or of its end where it is open to the past. */
    public LocalDate day() {
        return start != null ? start.toLocalDate() : end.toLocalDate();
    }

    /** The same times on the clocks of {@code other}, where this reading names a zone of its own. */
    public Reading in(ZoneId other) {
        if (zone == null) {
            return this;
        }
        return new Reading(moved(start, zone, other), moved(end, zone, other), grain, open, null, convention);
    }

    Reading explained(String why) {
        return new Reading(start, end, grain, open, zone, why);
    }

    private static @Nullable LocalDateTime moved(@Nullable LocalDateTime time, ZoneId from, ZoneId to) {
        return time == null ? null : time.atZone(from).withZoneSameInstant(to).toLocalDateTime();
    }

    /** Whether a clock time is meant. */
    public boolean timed() {
        return grain == Grain.MINUTE || grain == Grain.HOUR;
    }
}
