package app.whichday.when.kinds;

import app.whichday.when.meaning.Day;
import app.whichday.when.meaning.DayRange;
import app.whichday.when.meaning.Days;
import app.whichday.when.meaning.Kind;
import app.whichday.when.meaning.Language;
import app.whichday.when.meaning.Match;
import app.whichday.when.meaning.Periods;
import app.whichday.when.words.Role;
import app.whichday.when.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * A date with the month's name: "November 17", "Nov. 3rd, 2025", "the 17th of November", "17-20 June 2001", "June 3 - 6",
 * "May 5th and 6th"; and the month alone: "March", "March 2001".
 */
public final class MonthDate implements Kind {
    private static final long STARTS = Role.set(Role.MONTH, Role.THE, Role.ORDINAL, Role.NUMBER);

    @Override
    public long first() {
        return STARTS;
    }

    @Override
    public boolean figures() {
        return true;
    }

    @Override
    public @Nullable Match at(Words words, int i, Language language) {
        if (words.is(i, Role.MONTH)) {
            return monthFirst(words, i);
        }
        if (words.isNumber(i) && IsoDate.isPartOfNumber(words, i)) {
            return null;
        }
        boolean year = words.isNumber(i) && words.digits(i) == 4 && Amount.plausibleYear(words.number(i));
        if (year && words.is(i + 1, Role.MONTH) && !words.startsLine(i + 1)) {
            return yearFirst(words, i);
        }
        return dayFirst(words, words.is(i, Role.THE) ? i + 1 : i);
    }

    /** "2018 March 18", "2017 April". */
    private static Match yearFirst(Words words, int i) {
        int month = words.value(i + 1, Role.MONTH);
        Amount day = number(words, i + 2);
        return day == null || followedByClock(words, day.end()) || words.startsLine(i + 2)
                ? Match.day(i + 2, new Periods.Month(words.number(i), month, Periods.Edge.NONE))
                : Match.day(day.end(), new Days.Date(words.number(i), month, day.value()));
    }

    private static @Nullable Match monthFirst(Words words, int i) {
        int month = words.value(i, Role.MONTH);
        int at = dot(words, i + 1);
        int the = words.is(at, Role.THE) || words.isMark(at, ',') && words.isNumber(at + 1) && words.digits(at + 1) <= 2
                ? at + 1
                : at;
        Amount day = number(words, the);
        if (day == null || followedByClock(words, day.end()) || words.startsParagraph(the)) {
            return alone(words, i, at, month);
        }
        return withDay(words, day, month, day.end());
    }

    private static Match withDay(Words words, Amount day, int month, int end) {
        Amount last = following(words, end);
        int stop = last != null && last.value() > day.value() && !clockOrYear(words, last) ? last.end() : end;
        Amount year = Amount.year(words, words.isMark(stop, '.') && words.isMark(stop + 1, ',') ? stop + 1 : stop);
        year = year == null ? shortYear(words, stop) : year;
        year = year == null ? Amount.shortYear(words, stop) : year;
        int inYear = year == null ? 0 : year.value();
        Day first = new Days.Date(inYear, month, day.value());
        int close = year == null ? stop : year.end();
        return Match.day(
                close,
                stop == end
                        ? first
                        : new DayRange(first, new Days.Date(inYear, month, last == null ? 1 : last.value())));
    }

    /** "Mar 3/01" is rare enough; "5-Nov-01" belongs to the figures. */
    private static @Nullable Amount shortYear(Words words, int at) {
        boolean dash = (words.isDash(at) || words.isMark(at, '/'))
                && words.glued(at)
                && words.isNumber(at + 1)
                && words.glued(at + 1);
        return dash && words.digits(at + 1) == 4 && Amount.plausibleYear(words.number(at + 1))
                ? new Amount(at + 2, words.number(at + 1) * 2, false)
                : null;
    }

    private static boolean clockOrYear(Words words, Amount last) {
        return followedByClock(words, last.end());
    }

    /** "3pm", "3:30", "3 o'clock", "30%": not a day. */
    static boolean followedByClock(Words words, int end) {
        return words.isMark(end, ':') && words.glued(end) && words.isNumber(end + 1)
                || words.is(end, Role.MERIDIEM)
                || words.is(end, Role.OCLOCK)
                || words.is(end, "o") && words.is(end + 1, "clock")
                || words.isMark(end, '%')
                || words.glued(end) && words.isWord(end) && !words.is(end, Role.SUFFIX) && !words.is(end, Role.TO)
                || words.glued(end) && words.isMark(end, '/') && words.isNumber(end + 1)
                || words.glued(end) && words.isMark(end, '.') && words.isNumber(end + 1) && words.glued(end + 1)
                || words.glued(end)
                        && words.isMark(end, ',')
                        && words.isNumber(end + 1)
                        && words.glued(end + 1)
                        && words.digits(end + 1) == 3;
    }

    static @Nullable Amount number(Words words, int i) {
        Amount ordinal = Amount.ordinal(words, i);
        if (ordinal != null) {
            return ordinal;
        }
        Amount spelled = words.is(i, Role.NUMBER) && !words.isNumber(i) ? Amount.at(words, i) : null;
        if (spelled != null && spelled.whole() && spelled.value() >= 4 && spelled.value() <= 31) {
            return spelled;
        }
        return words.isNumber(i) && words.digits(i) <= 2 && words.number(i) >= 1 && words.number(i) <= 31
                ? new Amount(i + 1, words.number(i) * 2, false)
                : null;
    }

    /** "-20", "to the 20th", "and 6th", "& 9". */
    private static @Nullable Amount following(Words words, int end) {
        int at = end;
        if (words.isDash(at) || words.is(at, Role.TO) || words.isMark(at, '/') && words.glued(at)) {
            at++;
            at = words.isDash(at) ? at + 1 : at;
        } else if (words.is(at, Role.AND) || words.isMark(at, '&')) {
            at++;
        } else {
            return null;
        }
        return number(words, words.is(at, Role.THE) ? at + 1 : at);
    }

    private static int dot(Words words, int i) {
        return words.isMark(i, '.') && words.glued(i) ? i + 1 : i;
    }

    private static @Nullable Match alone(Words words, int i, int at, int month) {
        Amount year = Amount.year(words, at);
        year = year == null ? Amount.shortYear(words, at) : year;
        if (year != null) {
            return Match.day(year.end(), new Periods.Month(year.value(), month, Periods.Edge.NONE));
        }
        boolean glued = words.isDash(at)
                && words.glued(at)
                && words.isNumber(at + 1)
                && words.glued(at + 1)
                && words.digits(at + 1) == 2;
        if (glued) {
            return Match.day(at + 2, new Periods.Month(Amount.century(words.number(at + 1)), month, Periods.Edge.NONE));
        }
        return Match.day(at == i + 1 ? at : i + 1, new Periods.Month(0, month, Periods.Edge.NONE))
                .asWeak();
    }

    private static @Nullable Match dayFirst(Words words, int i) {
        Amount day = number(words, i);
        if (day == null) {
            return null;
        }
        Amount last = following(
                words,
                words.isDash(dot(words, day.end())) || words.is(dot(words, day.end()), Role.TO)
                        ? dot(words, day.end())
                        : day.end());
        int end = last != null && last.value() > day.value() ? last.end() : day.end();
        int at = words.is(end, Role.OF) ? end + 1 : words.isMark(end, '.') && words.glued(end) ? end + 1 : end;
        at = words.is(at, Role.THE) ? at + 1 : at;
        if (!words.is(at, Role.MONTH)
                || words.startsParagraph(at)
                || words.isMark(at - 1, '.') && at > end && words.startsLine(at)) {
            return null;
        }
        if (words.is(at, "may") && !words.is(at - 1, Role.OF) && words.isWord(at + 1) && !words.capital(at)) {
            return null;
        }
        int month = words.value(at, Role.MONTH);
        if (!words.is(i + 1, Role.SUFFIX) && at == end && nextIsDay(words, at)) {
            return null;
        }
        int stop = dot(words, at + 1);
        Amount year = Amount.year(words, words.isDash(stop) && words.glued(stop) ? stop + 1 : stop);
        year = year == null ? Amount.shortYear(words, stop) : year;
        int inYear = year == null ? 0 : year.value();
        Day first = new Days.Date(inYear, month, day.value());
        Day meant = last != null && end == last.end()
                ? new DayRange(first, new Days.Date(inYear, month, last.value()))
                : first;
        return Match.day(year == null ? at + 1 : year.end(), meant);
    }

    /** "Room 5 March 17": the day is the one after the month. */
    private static boolean nextIsDay(Words words, int month) {
        int at = dot(words, month + 1);
        return number(words, at) != null && words.digits(at) <= 2 && !followedByClock(words, at + 1);
    }
}
