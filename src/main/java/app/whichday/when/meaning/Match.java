package app.whichday.when.meaning;

import app.whichday.when.Reading;
import org.jspecify.annotations.Nullable;

/**
 * What a kind of expression found.
 *
 * @param end one past its last token
 * @param recurring "every Tuesday": day is the next of them
 * @param weak as likely no time at all ("at 2", "May"): needs company, or the filter's word
 * @param open "after 3": no limit on that side
 */
public record Match(
        int end, @Nullable Day day, @Nullable Hours hours, boolean recurring, boolean weak, Reading.Open open) {
    public static Match day(int end, Day day) {
        return new Match(end, day, null, false, false, Reading.Open.NO);
    }

    public static Match hours(int end, Hours hours) {
        return new Match(end, null, hours, false, false, Reading.Open.NO);
    }

    public static Match both(int end, Day day, Hours hours) {
        return new Match(end, day, hours, false, false, Reading.Open.NO);
    }

    public Match asWeak() {
        return new Match(end, day, hours, recurring, true, open);
    }

    public Match asRecurring() {
        return new Match(end, day, hours, true, weak, open);
    }

    public Match endingAt(int token) {
        return new Match(token, day, hours, recurring, weak, open);
    }

    public Match open(Reading.Open side) {
        return new Match(end, day, hours, recurring, weak, side);
    }
}
