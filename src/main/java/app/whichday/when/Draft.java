package app.whichday.when;

import app.whichday.when.meaning.Day;
import app.whichday.when.meaning.Hours;
import app.whichday.when.meaning.Match;
import org.jspecify.annotations.Nullable;

/**
 * An expression while it is being put together from neighbours. {@code begin} and {@code end} are tokens.
 *
 * <p>{@code lastDay} and {@code lastHours} are the other end of "Saturday 22:00 – Sunday 02:00".
 */
final class Draft {
    int begin;
    int end;

    @Nullable
    Day day;

    @Nullable
    Hours hours;

    @Nullable
    Day lastDay;

    @Nullable
    Hours lastHours;

    boolean recurring;
    boolean weak;
    /** A stretch given day by day: "Monday and Tuesday". */
    boolean listed;

    /** How many matches it was joined from: what stands together supports each other. */
    int parts = 1;

    /** How many of the same shape begin lines as this one does; 0 if this one doesn't. */
    int column;

    /** Another expression of its sentence tells the hour: "our Friday call at, say, 3". */
    boolean hourApart;

    Reading.Open open = Reading.Open.NO;

    Draft(int begin, Match match) {
        this.begin = begin;
        this.end = match.end();
        this.day = match.day();
        this.hours = match.hours();
        this.recurring = match.recurring();
        this.weak = match.weak();
        this.open = match.open();
    }

    /** Whether nothing tells the hour but, perhaps, a part of the day. */
    boolean dayAlone() {
        return !hourApart && lastDay == null && (hours == null || hours.from() == null);
    }

    void joined(Match match) {
        end = match.end();
        recurring |= match.recurring();
        weak &= match.weak();
        parts++;
    }
}
