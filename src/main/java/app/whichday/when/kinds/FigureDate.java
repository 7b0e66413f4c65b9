package app.whichday.when.kinds;

import app.whichday.when.meaning.Day;
import app.whichday.when.meaning.Days;
import app.whichday.when.meaning.Kind;
import app.whichday.when.meaning.Language;
import app.whichday.when.meaning.Match;
import app.whichday.when.meaning.Periods;
import app.whichday.when.words.Role;
import app.whichday.when.words.Words;
import org.jspecify.annotations.Nullable;

/** 3/14, 03/04/2026, 3-14-00, 01.07.2026, 14.1., 15-Dec-2025, and 11/00 for a month. */
public final class FigureDate implements Kind {
    @Override
    public long first() {
        return 0;
    }

    @Override
    public boolean figures() {
        return true;
    }

    @Override
    public @Nullable Match at(Words words, int i, Language language) {
        int first = words.number(i);
        if (versioned(words, i)) {
            return null;
        }
        if (words.digits(i) > 2
                || first < 1
                || first > 31
                || IsoDate.isPartOfNumber(words, i)
                || !words.isMark(i + 1)) {
            return null;
        }
        char mark = words.isDash(i + 1) ? '-' : words.isMark(i + 1, '/') ? '/' : words.isMark(i + 1, '.') ? '.' : 0;
        if (mark == 0 || !words.glued(i + 1)) {
            return null;
        }
        if (mark != '.' && words.is(i + 2, Role.MONTH) && words.glued(i + 2)) {
            return named(words, i, first);
        }
        if (!words.isNumber(i + 2) || !words.glued(i + 2)) {
            return null;
        }
        int second = words.number(i + 2);
        int end = i + 3;
        boolean more = (mark == '-' ? words.isDash(end) : words.isMark(end, mark))
                && words.glued(end)
                && words.isNumber(end + 1)
                && words.glued(end + 1);
        if (more) {
            return withYear(words, i, first, second, end + 1, mark);
        }
        return short_(words, i, first, second, mark, language);
    }

    /** "Version: 1.10.30", "release 3.10". */
    private static boolean versioned(Words words, int i) {
        int before = words.isMark(i - 1, ':') ? i - 2 : i - 1;
        return words.is(before, "version") || words.is(before, "release") || words.is(before, "build");
    }

    private static @Nullable Match named(Words words, int i, int day) {
        int month = words.value(i + 2, Role.MONTH);
        int end = i + 3;
        boolean year = (words.isDash(end) || words.isMark(end, '/')) && words.isNumber(end + 1) && words.glued(end + 1);
        if (year && (words.digits(end + 1) == 4 || words.digits(end + 1) == 2)) {
            int value = words.digits(end + 1) == 4 ? words.number(end + 1) : Amount.century(words.number(end + 1));
            return date(end + 2, value, month, day);
        }
        return words.glued(end) && !words.isMark(end) ? null : date(end, 0, month, day);
    }

    private static @Nullable Match date(int end, int year, int month, int day) {
        return day >= 1 && day <= 31 && year <= 9999 ? Match.day(end, new Days.Date(year, month, day)) : null;
    }

    private static @Nullable Match withYear(Words words, int i, int first, int second, int at, char mark) {
        int digits = words.digits(at);
        int year = words.number(at);
        boolean goesOn = words.glued(at + 1)
                && (words.isMark(at + 1, mark) || words.isWord(at + 1))
                && words.glued(at + 2)
                && words.isNumber(at + 2);
        if (digits != 2 && digits != 4 || second < 1 || digits == 4 && !Amount.plausibleYear(year) || goesOn) {
            return null;
        }
        int full = digits == 2 ? Amount.century(year) : year;
        if (first <= 31 && second <= 12 || first <= 12 && second <= 31) {
            Day day =
                    mark == '.' && second <= 12 ? dayFirst(full, second, first) : new Days.Figures(first, second, full);
            return day == null ? null : Match.day(at + 1, day);
        }
        return null;
    }

    private static @Nullable Day dayFirst(int year, int month, int day) {
        return month >= 1 && month <= 12 ? new Days.Date(year, month, day) : null;
    }

    private static @Nullable Match short_(Words words, int i, int first, int second, char mark, Language language) {
        int end = i + 3;
        if (words.digits(i + 2) == 4 && mark == '/' && first <= 12 && Amount.plausibleYear(second)) {
            return Match.day(end, new Periods.Month(second, first, Periods.Edge.NONE));
        }
        if (words.digits(i + 2) > 2 || fraction(words, end) || first == 24 && second == 7) {
            return null;
        }
        if (mark == '/' && first <= 12 && words.digits(i + 2) == 2 && (second == 0 || second >= 70)) {
            return Match.day(end, new Periods.Month(Amount.century(second), first, Periods.Edge.NONE));
        }
        if (second < 1 || second > 31 || Math.min(first, second) > 12) {
            return null;
        }
        if (words.is(end, Role.SUFFIX) && words.glued(end)) {
            end++;
        } else if (words.isWord(end) && words.glued(end)) {
            return null;
        }
        Days.Figures date = new Days.Figures(first, second, 0);
        boolean year =
                mark == '/' && first <= 12 && words.digits(i + 2) == 2 && second < 13 && words.number(i + 2) < 10;
        Match match = Match.day(
                end,
                year
                        ? new Days.Either(date, new Periods.Month(Amount.century(second), first, Periods.Edge.NONE))
                        : date);
        if (mark == '.') {
            boolean dotted = words.isMark(end, '.') && words.glued(end);
            if (!language.code().equals("de")) {
                return null;
            }
            return second <= 12
                    ? Match.day(dotted ? end + 1 : end, new Days.Date(0, second, first))
                            .open(match.open())
                    : null;
        }
        return mark == '-' ? match.asWeak() : match;
    }

    /** "3/4 of the total", "1/2 hour", "24/7". */
    private static boolean fraction(Words words, int end) {
        return words.is(end, Role.OF) && !words.is(end + 1, Role.THIS)
                || words.is(end, Role.UNIT)
                || words.isMark(end, '%')
                || words.isMark(end, '"')
                || words.isMark(end, '/') && words.glued(end)
                || words.isMark(end, ':') && words.glued(end) && words.isNumber(end + 1);
    }
}
