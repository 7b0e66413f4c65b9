package app.whichday.when.kinds;

import app.whichday.when.meaning.Days;
import app.whichday.when.meaning.Kind;
import app.whichday.when.meaning.Language;
import app.whichday.when.meaning.Match;
import app.whichday.when.meaning.Periods;
import app.whichday.when.words.Role;
import app.whichday.when.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * Dates with a month's name, joined by hyphens or slashes, in every order: "2019-Aug-01", "August/10/2012", "Sep-2020-23",
 * "2024-August", "May/22". {@link FigureDate} reads "15-Dec-2025".
 */
public final class JoinedDate implements Kind {
    private static final long STARTS = Role.set(Role.MONTH);

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
        if (words.isNumber(i) && IsoDate.isPartOfNumber(words, i) || !joined(words, i + 1)) {
            return null;
        }
        return joined(words, i + 3) && sameMark(words, i + 1, i + 3) ? three(words, i) : two(words, i);
    }

    /** A hyphen or slash without space on either side. */
    private static boolean joined(Words words, int i) {
        return (words.isDash(i) || words.isMark(i, '/')) && words.glued(i) && words.glued(i + 1);
    }

    private static boolean sameMark(Words words, int i, int k) {
        return words.isDash(i) == words.isDash(k);
    }

    private static @Nullable Match three(Words words, int i) {
        int month = 0;
        int year = 0;
        int day = 0;
        for (int at = i; at <= i + 4; at += 2) {
            if (words.is(at, Role.MONTH) && month == 0) {
                month = words.value(at, Role.MONTH);
            } else if (isYear(words, at) && year == 0) {
                year = words.number(at);
            } else if (isDay(words, at) && day == 0) {
                day = words.number(at);
            } else {
                return null;
            }
        }
        boolean whole = month > 0 && year > 0 && day > 0 && !goesOn(words, i + 5);
        return whole ? Match.day(i + 5, new Days.Date(year, month, day)) : null;
    }

    private static @Nullable Match two(Words words, int i) {
        if (goesOn(words, i + 3)) {
            return null;
        }
        if (isYear(words, i) && words.is(i + 2, Role.MONTH)) {
            return Match.day(
                    i + 3, new Periods.Month(words.number(i), words.value(i + 2, Role.MONTH), Periods.Edge.NONE));
        }
        if (!words.is(i, Role.MONTH) || !isDay(words, i + 2)) {
            return null;
        }
        Amount year = Amount.year(words, i + 3);
        boolean clear = year != null || words.isMark(i + 1, '/');
        return clear
                ? Match.day(
                        year == null ? i + 3 : year.end(),
                        new Days.Date(year == null ? 0 : year.value(), words.value(i, Role.MONTH), words.number(i + 2)))
                : null;
    }

    private static boolean isYear(Words words, int i) {
        return words.isNumber(i) && words.digits(i) == 4 && Amount.plausibleYear(words.number(i));
    }

    private static boolean isDay(Words words, int i) {
        return words.isNumber(i) && words.digits(i) <= 2 && words.number(i) >= 1 && words.number(i) <= 31;
    }

    private static boolean goesOn(Words words, int i) {
        return words.glued(i) && (words.isWord(i) || words.isNumber(i) || joined(words, i));
    }
}
