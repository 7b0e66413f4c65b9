package app.whichday.when.kinds;

import app.whichday.when.meaning.Clock;
import app.whichday.when.meaning.Hours;
import app.whichday.when.meaning.Language;
import app.whichday.when.meaning.Match;
import app.whichday.when.words.Role;
import app.whichday.when.words.Words;
import org.jspecify.annotations.Nullable;

/** Two bare figures right after a day: "Friday 10-12", "Monday 3 to 5". Anywhere else they are no times. */
public final class BareRange {
    private BareRange() {}

    public static @Nullable Match at(Words words, int i, Language language) {
        ClockWords first = ClockWords.at(words, i, true);
        if (first == null || !words.isDash(first.end()) && !words.is(first.end(), Role.TO)) {
            return null;
        }
        ClockWords last = ClockWords.at(words, first.end() + 1, true);
        if (last == null || !last.sure() && ClockTime.counts(words, last.end()) || words.isDash(last.end())) {
            return null;
        }
        return Match.hours(last.end(), of(first.clock(), last.clock()));
    }

    /** The range from one time to another; see {@link ClockTime#range}. */
    public static Hours of(Clock first, Clock last) {
        return ClockTime.range(first, last);
    }
}
