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
        return year == null || words.startsLine(i + 1)
                ? null
                : Match.day(year.end(), new Periods.Year(year.value(), Periods.Edge.NONE))
                        .asWeak();
    }
}
