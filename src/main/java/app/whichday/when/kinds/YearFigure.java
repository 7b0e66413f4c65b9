package app.whichday.when.kinds;

import app.whichday.when.meaning.Kind;
import app.whichday.when.meaning.Language;
import app.whichday.when.meaning.Match;
import app.whichday.when.meaning.Periods;
import app.whichday.when.words.Role;
import app.whichday.when.words.Words;
import org.jspecify.annotations.Nullable;

/** "in 2014", "since 1998": seldom a day that matters, so the filter decides. */
public final class YearFigure implements Kind {
    private static final long STARTS = Role.set(Role.IN, Role.SINCE, Role.AFTER);

    @Override
    public long first() {
        return STARTS;
    }

    @Override
    public @Nullable Match at(Words words, int i, Language language) {
        Amount year = words.isNumber(i + 1) ? Amount.year(words, i + 1) : null;
        return year == null || words.startsLine(i + 1) || goesOn(words, year.end())
                ? null
                : Match.day(year.end(), new Periods.Year(year.value(), Periods.Edge.NONE))
                        .asWeak();
    }

    /** "in 2017 April", "in 2019-H2". */
    private static boolean goesOn(Words words, int end) {
        int at = words.isDash(end) && words.glued(end) ? end + 1 : end;
        boolean part = (words.is(at, "q") || words.is(at, "h")) && words.isNumber(at + 1) && words.glued(at + 1);
        return part || words.is(at, Role.MONTH);
    }
}
