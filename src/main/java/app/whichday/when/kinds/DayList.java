package app.whichday.when.kinds;

import app.whichday.when.meaning.DayRange;
import app.whichday.when.meaning.Days;
import app.whichday.when.meaning.Kind;
import app.whichday.when.meaning.Language;
import app.whichday.when.meaning.Match;
import app.whichday.when.words.Role;
import app.whichday.when.words.Words;
import org.jspecify.annotations.Nullable;

/** "July 5, 6 and 9", "September 12, 13, and 14th": one stretch, from the first to the last. */
public final class DayList implements Kind {
    private static final int MOST_DAYS = 7;

    @Override
    public long first() {
        return Role.set(Role.MONTH);
    }

    @Override
    public @Nullable Match at(Words words, int i, Language language) {
        int at = words.isMark(i + 1, '.') && words.glued(i + 1) ? i + 2 : i + 1;
        Amount first = MonthDate.number(words, at);
        Amount day = first;
        for (int days = 1; day != null && days < MOST_DAYS; days++) {
            int next = day.end();
            boolean comma = words.isMark(next, ',');
            next = comma ? next + 1 : next;
            boolean and = words.is(next, Role.AND) || words.isMark(next, '&');
            next = and ? next + 1 : next;
            Amount following = comma || and ? MonthDate.number(words, next) : null;
            if (following == null
                    || following.value() <= day.value()
                    || MonthDate.followedByClock(words, following.end())) {
                return null;
            }
            day = following;
            if (and) {
                return days > 1 ? list(words, i, first.value(), day) : null;
            }
        }
        return null;
    }

    private static Match list(Words words, int month, int first, Amount last) {
        Amount year = Amount.year(words, last.end());
        int inYear = year == null ? 0 : year.value();
        int of = words.value(month, Role.MONTH);
        return Match.day(
                year == null ? last.end() : year.end(),
                new DayRange(new Days.Date(inYear, of, first), new Days.Date(inYear, of, last.value())));
    }
}
