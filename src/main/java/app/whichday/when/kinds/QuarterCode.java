package app.whichday.when.kinds;

import app.whichday.when.meaning.DayRange;
import app.whichday.when.meaning.Kind;
import app.whichday.when.meaning.Language;
import app.whichday.when.meaning.Match;
import app.whichday.when.meaning.Periods;
import app.whichday.when.words.Role;
import app.whichday.when.words.Words;
import org.jspecify.annotations.Nullable;

/** "Q1", "Q3 2001", "Q4'01", "2017-Q1", "18Q4"; and halves of a year: "2019 H2", "H1 2020". */
public final class QuarterCode implements Kind {
    private static final long STARTS = Role.set(Role.WORDYEAR);

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
        if (words.isNumber(i)) {
            return yearFirst(words, i);
        }
        if (words.is(i, "h") && words.isNumber(i + 1) && words.glued(i + 1) && !words.glued(i)) {
            Amount year = Amount.year(words, i + 2);
            return year == null ? null : half(words, i + 1, year.value(), year.end());
        }
        if (!words.is(i, "q")
                || !words.isNumber(i + 1)
                || !words.glued(i + 1)
                || words.digits(i + 1) != 1
                || IsoDate.isPartOfNumber(words, i)) {
            return null;
        }
        int quarter = words.number(i + 1);
        if (quarter < 1 || quarter > 4) {
            return null;
        }
        Amount year = Amount.year(words, i + 2);
        return Match.day(
                year == null ? i + 2 : year.end(),
                new Periods.Quarter(year == null ? 0 : year.value(), quarter, Periods.Edge.NONE));
    }

    private static @Nullable Match yearFirst(Words words, int i) {
        boolean short_ = words.digits(i) == 2 && words.glued(i + 1);
        boolean long_ = words.digits(i) == 4 && Amount.plausibleYear(words.number(i));
        if (!short_ && !long_ || IsoDate.isPartOfNumber(words, i)) {
            return null;
        }
        int year = long_ ? words.number(i) : Amount.century(words.number(i));
        int at = words.isDash(i + 1) ? i + 2 : i + 1;
        boolean figure = words.isNumber(at + 1) && words.glued(at + 1) && words.digits(at + 1) == 1;
        if (!figure || words.glued(at + 2) && !words.isMark(at + 2)) {
            return null;
        }
        if (words.is(at, "h") && long_) {
            return half(words, at + 1, year, at + 2);
        }
        int quarter = words.number(at + 1);
        return words.is(at, "q") && quarter >= 1 && quarter <= 4
                ? Match.day(at + 2, new Periods.Quarter(year, quarter, Periods.Edge.NONE))
                : null;
    }

    private static @Nullable Match half(Words words, int figure, int year, int end) {
        int half = words.digits(figure) == 1 ? words.number(figure) : 0;
        return half == 1 || half == 2
                ? Match.day(
                        end,
                        new DayRange(
                                new Periods.Quarter(year, 2 * half - 1, Periods.Edge.NONE),
                                new Periods.Quarter(year, 2 * half, Periods.Edge.NONE)))
                : null;
    }
}
