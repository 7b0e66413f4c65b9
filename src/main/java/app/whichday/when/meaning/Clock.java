package app.whichday.when.meaning;

import org.jspecify.annotations.Nullable;

/**
 * A time on the clock as stated.
 *
 * @param hour 0 to 24
 * @param half which half of the day
 */
public record Clock(int hour, int minute, Half half) {
    /** Whether a.m. or p.m. was stated. */
    public enum Half {
        AM,
        PM,
        /** "3", "9:30": either. */
        OPEN,
        /** "15:00", "09:30", "noon": no question. */
        EXACT
    }

    public Clock {
        if (hour < 0 || hour > 24 || minute < 0 || minute > 59 || hour == 24 && minute > 0) {
            throw new IllegalArgumentException("Not a time on the clock: " + hour + ":" + minute);
        }
    }

    public Clock with(Half stated) {
        return half == Half.OPEN ? new Clock(hour, minute, stated) : this;
    }

    /** Minutes after midnight, 1440 for the midnight at the end of the day; {@code afternoon} decides an open half. */
    public int minutes(boolean afternoon) {
        int h =
                switch (half) {
                    case AM -> hour == 12 ? 0 : hour;
                    case PM -> hour < 12 ? hour + 12 : hour;
                    case EXACT -> hour;
                    case OPEN -> afternoon ? hour < 12 ? hour + 12 : hour : hour == 12 ? 0 : hour;
                };
        return h * 60 + minute;
    }

    /** The clock so much later on the same day, its half undecided where this one's is; null past midnight. */
    public @Nullable Clock plus(int amount, Unit unit) {
        long more =
                switch (unit) {
                    case MINUTE -> amount;
                    case HOUR -> 60L * amount;
                    default -> 0;
                };
        long sum = minutes(false) + more;
        if (more <= 0 || sum >= 24 * 60) {
            return null;
        }
        boolean undecided = open() && sum < 13 * 60;
        return new Clock((int) sum / 60, (int) sum % 60, undecided ? half : Half.EXACT);
    }

    public boolean open() {
        return half == Half.OPEN && hour >= 1 && hour <= 12;
    }

    /** The half that people mean when they don't say: offices are open from 7 to 18. */
    public boolean usuallyAfternoon() {
        return hour == 12 || hour < 7;
    }
}
