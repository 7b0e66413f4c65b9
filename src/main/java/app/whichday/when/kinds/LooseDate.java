package app.whichday.when.kinds;

import app.whichday.when.meaning.Day;
import app.whichday.when.meaning.Days;
import app.whichday.when.meaning.Kind;
import app.whichday.when.meaning.Language;
import app.whichday.when.meaning.Match;
import app.whichday.when.meaning.Periods;
import app.whichday.when.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * Figures that are a date only where nothing speaks against it: "15 / 2", "31 10 1974", "2016 10 16", "20161016", "2014/10". All of
 * them weak: in a mail the filter decides.
 */
public final class LooseDate implements Kind {
    private static final int COMPACT = 8;

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
        if (words.glued(i)) {
            return null;
        }
        Match found = compact(words, i);
        found = found == null ? spacedThree(words, i) : found;
        found = found == null ? spacedTwo(words, i) : found;
        found = found == null ? yearMonth(words, i) : found;
        return found == null || goesOn(words, found.end()) ? null : found.asWeak();
    }

    /** "20251107-3" is the number of an invoice. */
    private static boolean goesOn(Words words, int end) {
        return words.glued(end) && (!words.isMark(end) || words.glued(end + 1));
    }

    private static @Nullable Match compact(Words words, int i) {
        if (words.digits(i) != COMPACT) {
            return null;
        }
        int figure = words.number(i);
        return date(i + 1, figure / 10_000, figure / 100 % 100, figure % 100);
    }

    private static @Nullable Match spacedThree(Words words, int i) {
        if (!spaced(words, i + 1) || !spaced(words, i + 2)) {
            return null;
        }
        if (isYear(words, i)) {
            return date(i + 3, words.number(i), words.number(i + 1), words.number(i + 2));
        }
        return isYear(words, i + 2) ? figures(i + 3, words.number(i), words.number(i + 1), words.number(i + 2)) : null;
    }

    private static @Nullable Match spacedTwo(Words words, int i) {
        boolean mark = (words.isDash(i + 1) || words.isMark(i + 1, '/')) && !words.glued(i + 1);
        boolean alone = mark
                && spaced(words, i + 2)
                && words.digits(i) <= 2
                && words.digits(i + 2) <= 2
                && !words.isMark(i + 3)
                && !words.isNumber(i - 1);
        return alone ? figures(i + 3, words.number(i), words.number(i + 2), 0) : null;
    }

    private static @Nullable Match yearMonth(Words words, int i) {
        boolean two = isYear(words, i)
                && words.isMark(i + 1, '/')
                && words.glued(i + 1)
                && words.isNumber(i + 2)
                && words.glued(i + 2)
                && words.digits(i + 2) == 2
                && words.number(i + 2) >= 1
                && words.number(i + 2) <= 12
                && !words.glued(i + 3);
        return two
                ? Match.day(i + 3, new Periods.Month(words.number(i), words.number(i + 2), Periods.Edge.NONE))
                : null;
    }

    private static @Nullable Match figures(int end, int first, int second, int year) {
        boolean one = first >= 1 && second >= 1 && first <= 31 && second <= 31 && Math.min(first, second) <= 12;
        return one ? Match.day(end, new Days.Figures(first, second, year)) : null;
    }

    private static @Nullable Match date(int end, int year, int month, int day) {
        Day date = new Days.Date(year, month, day);
        return Amount.plausibleYear(year) && Periods.valid(year, month, day) ? Match.day(end, date) : null;
    }

    private static boolean spaced(Words words, int i) {
        return words.isNumber(i) && !words.glued(i) && !words.startsLine(i);
    }

    private static boolean isYear(Words words, int i) {
        return words.isNumber(i) && words.digits(i) == 4 && Amount.plausibleYear(words.number(i));
    }
}
