package app.whichday.when.kinds;

import app.whichday.when.meaning.Hours;
import app.whichday.when.meaning.Language;
import app.whichday.when.meaning.Match;
import app.whichday.when.meaning.Part;
import app.whichday.when.words.Role;
import app.whichday.when.words.Words;
import org.jspecify.annotations.Nullable;

/** What is a time only right after a day: "Friday 10-12", "Tuesday at 2 works", "Monday am". Anywhere else it may be anything. */
public final class AfterDay {
    private AfterDay() {}

    public static @Nullable Match at(Words words, int i, Language language) {
        if (words.is(i, Role.MERIDIEM) && words.end(i) - words.begin(i) <= 4) {
            return Match.hours(i + 1, Hours.in(words.value(i, Role.MERIDIEM) == 0 ? Part.MORNING : Part.AFTERNOON));
        }
        if (words.is(i, Role.PART) && words.is(i, Role.DAYWORD)) {
            return Match.hours(i + 1, Hours.in(Part.of(words.value(i, Role.PART))));
        }
        boolean led = words.any(i, Role.set(Role.AT, Role.AFTER, Role.BEFORE, Role.BY)) || words.isMark(i, '@');
        ClockWords first = ClockWords.at(words, led ? i + 1 : i, true);
        if (first == null) {
            return null;
        }
        boolean range = words.isDash(first.end()) || words.is(first.end(), Role.TO);
        ClockWords last = range ? ClockWords.at(words, first.end() + 1, true) : null;
        if (last != null && (last.sure() || !ClockTime.counts(words, last.end())) && !words.isDash(last.end())) {
            return ClockTime.trailing(words, last.end(), ClockTime.range(first.clock(), last.clock()), language);
        }
        boolean counts = words.is(first.end(), Role.UNIT)
                || words.glued(first.end()) && words.isMark(first.end()) && ClockTime.counts(words, first.end());
        return led && !range && !counts
                ? ClockTime.trailing(words, first.end(), Hours.at(first.clock()), language)
                : null;
    }
}
