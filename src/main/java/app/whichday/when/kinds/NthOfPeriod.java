package app.whichday.when.kinds;

import app.whichday.when.meaning.Days;
import app.whichday.when.meaning.Deixis;
import app.whichday.when.meaning.Kind;
import app.whichday.when.meaning.Language;
import app.whichday.when.meaning.Match;
import app.whichday.when.meaning.Periods;
import app.whichday.when.meaning.Unit;
import app.whichday.when.words.Role;
import app.whichday.when.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * "the first Tuesday of next month", "the last Friday in June", "the first week of January", "the last weekend in May", "the third business day", "the
 * first of the month"; and a weekday beside a day: "the Friday before Thanksgiving", "the third Tuesday after
 * Christmas".
 */
public final class NthOfPeriod implements Kind {
    private static final long STARTS = Role.set(Role.THE, Role.ORDINAL, Role.LAST, Role.WEEKDAY);

    @Override
    public long first() {
        return STARTS;
    }

    @Override
    public boolean figures() {
        return true;
    }

    @Override
    public boolean simple() {
        return false;
    }

    @Override
    public @Nullable Match at(Words words, int i, Language language) {
        int at = words.is(i, Role.THE) ? i + 1 : i;
        if (words.is(at, Role.WEEKDAY)) {
            return beside(words, at, language);
        }
        boolean last = last(words, at);
        Amount ordinal = last ? new Amount(at + 1, -2, false) : Amount.ordinal(words, at);
        if (ordinal == null) {
            return null;
        }
        int n = last ? -1 : ordinal.value();
        if (!last && words.is(ordinal.end(), "last")) {
            // "the second last week of October"
            n = -n;
            ordinal = new Amount(ordinal.end() + 1, 2 * n, false);
        }
        int what = words.is(ordinal.end(), Role.BUSINESS) ? ordinal.end() + 1 : ordinal.end();
        boolean business = what > ordinal.end();
        if (words.is(what, Role.WEEKDAY)) {
            Match beside = n > 0 ? beside(words, what, language) : null;
            return beside == null || beside.day() == null
                    ? ofPeriod(words, what + 1, n, words.value(what, Role.WEEKDAY), language)
                    : Match.day(
                            beside.end(),
                            new Days.From(beside.day(), words.is(what + 1, Role.AFTER) ? n - 1 : 1 - n, Unit.WEEK));
        }
        if (words.is(what, Role.UNIT) && words.value(what, Role.UNIT) == Unit.DAY.ordinal()) {
            return ofPeriod(words, what + 1, n, business ? -1 : 0, language);
        }
        Unit unit = words.is(what, Role.UNIT) ? Unit.of(words.value(what, Role.UNIT)) : Unit.DAY;
        if ((unit == Unit.WEEK || unit == Unit.WEEKEND)
                && (words.is(what + 1, Role.OF) || words.is(what + 1, Role.IN))) {
            return week(words, what + 2, n, unit, language);
        }
        boolean of = words.is(what, Role.OF);
        if (n == 1 && of && (words.is(what + 1, Role.THE) || words.is(what + 1, Role.NEXT))) {
            return ofPeriod(words, what, n, 0, language);
        }
        return of && n > 1 && n <= 31 ? dayOfMonth(words, what + 1, n) : null;
    }

    /** "20th of the previous month", "the 3rd of next month". */
    private static @Nullable Match dayOfMonth(Words words, int i, int n) {
        Pointer pointer = Pointer.at(words, words.is(i, Role.THE) ? i + 1 : i);
        return pointer.deixis() != Deixis.NONE && !pointer.following() && words.is(pointer.end(), "month")
                ? Match.day(
                        pointer.end() + 1,
                        new Periods.Nth(n, 0, new Periods.Relative(Unit.MONTH, pointer.deixis(), Periods.Edge.NONE)))
                : null;
    }

    private static @Nullable Match beside(Words words, int at, Language language) {
        boolean after = words.is(at + 1, Role.AFTER);
        if (!after && !words.is(at + 1, Role.BEFORE)) {
            return null;
        }
        Match base = language.day(words, at + 2);
        return base == null || base.day() == null || base.day().weekday() != 0
                ? null
                : Match.day(base.end(), new Days.Beside(base.day(), after, Unit.DAY, words.value(at, Role.WEEKDAY)));
    }

    private static @Nullable Match ofPeriod(Words words, int at, int n, int weekday, Language language) {
        if (!words.is(at, Role.OF) && !words.is(at, Role.IN)) {
            return null;
        }
        Match period = period(words, at + 1, language);
        return period == null || period.day() == null
                ? null
                : recurring(period, Match.day(period.end(), new Periods.Nth(n, weekday, period.day())));
    }

    /** "last" counts from the end; "past" and "previous" don't. */
    private static boolean last(Words words, int i) {
        return words.is(i, Role.LAST)
                && (words.lower(i).equals("last") || words.lower(i).startsWith("letzt"));
    }

    /** "the first Monday of each month" */
    private static Match recurring(Match period, Match match) {
        return period.recurring() ? match.asRecurring() : match;
    }

    private static @Nullable Match week(Words words, int at, int n, Unit unit, Language language) {
        Match period = period(words, at, language);
        return period == null || period.day() == null
                ? null
                : Match.day(period.end(), new Periods.NthWeek(n, unit, period.day()));
    }

    /** The month, year, week or quarter at the token: "June 2025", "2025", "next month". */
    static @Nullable Match period(Words words, int i, Language language) {
        int at = words.is(i, Role.THE) ? i + 1 : i;
        if (words.is(at, Role.MONTH)) {
            Amount year = Amount.year(words, words.isMark(at + 1, '.') ? at + 2 : at + 1);
            return Match.day(
                    year == null ? at + 1 : year.end(),
                    new Periods.Month(year == null ? 0 : year.value(), words.value(at, Role.MONTH), Periods.Edge.NONE));
        }
        if (words.isNumber(at) && Amount.year(words, at) instanceof Amount year) {
            return Match.day(year.end(), new Periods.Year(year.value(), Periods.Edge.NONE));
        }
        boolean every = words.is(at, Role.EVERY) && words.is(at + 1, "month");
        if (every) {
            return Match.day(at + 2, new Periods.Relative(Unit.MONTH, Deixis.NONE, Periods.Edge.NONE))
                    .asRecurring();
        }
        Pointer pointer = Pointer.at(words, at);
        if (!words.is(pointer.end(), Role.UNIT)) {
            return null;
        }
        Unit unit = Unit.of(words.value(pointer.end(), Role.UNIT));
        boolean long_ = unit == Unit.WEEK || unit == Unit.MONTH || unit == Unit.QUARTER || unit == Unit.YEAR;
        Deixis deixis = pointer.deixis();
        return long_ ? Match.day(pointer.end() + 1, new Periods.Relative(unit, deixis, Periods.Edge.NONE)) : null;
    }
}
