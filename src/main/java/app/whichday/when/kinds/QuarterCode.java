package app.whichday.when.kinds;

import app.whichday.when.meaning.Kind;
import app.whichday.when.meaning.Language;
import app.whichday.when.meaning.Match;
import app.whichday.when.meaning.Periods;
import app.whichday.when.words.Role;
import app.whichday.when.words.Words;
import org.jspecify.annotations.Nullable;

/** "Q1", "Q3 2001", "Q4'01". */
public final class QuarterCode implements Kind {
    private static final long STARTS = Role.set(Role.WORDYEAR);

    @Override
    public long first() {
        return STARTS;
    }

    @Override
    public @Nullable Match at(Words words, int i, Language language) {
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
}
