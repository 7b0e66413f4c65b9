package app.whichday.when.kinds;

import app.whichday.when.meaning.Deixis;
import app.whichday.when.meaning.Kind;
import app.whichday.when.meaning.Language;
import app.whichday.when.meaning.Match;
import app.whichday.when.meaning.Periods;
import app.whichday.when.meaning.Unit;
import app.whichday.when.words.Role;
import app.whichday.when.words.Words;
import org.jspecify.annotations.Nullable;

/** "the second half of July", "the first half of 2025", "in der ersten Hälfte des nächsten Monats", "2. Halbjahr 2024". */
public final class HalfOfPeriod implements Kind {
    private static final long STARTS = Role.set(Role.THE, Role.ORDINAL);

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
        boolean dotted = words.isNumber(at) && words.isMark(at + 1, '.') && words.glued(at + 1);
        Amount which =
                dotted ? new Amount(at + 2, 2 * Math.min(words.number(at), 3), false) : Amount.ordinal(words, at);
        if (which != null && words.is(which.end(), "halbjahr") && which.value() >= 1 && which.value() <= 2) {
            Amount year = Amount.year(words, which.end() + 1);
            return Match.day(
                    year == null ? which.end() + 1 : year.end(),
                    new Periods.HalfOf(
                            which.value(),
                            year == null
                                    ? new Periods.Relative(Unit.YEAR, Deixis.THIS, Periods.Edge.NONE)
                                    : new Periods.Year(year.value(), Periods.Edge.NONE)));
        }
        boolean half = which != null && (words.is(which.end(), "half") || words.is(which.end(), "hälfte"));
        if (which == null || !half || which.value() < 1 || which.value() > 2 || !words.is(which.end() + 1, Role.OF)) {
            return null;
        }
        Match whole = NthOfPeriod.period(words, which.end() + 2, language);
        return whole == null || whole.day() == null
                ? null
                : Match.day(whole.end(), new Periods.HalfOf(which.value(), whole.day()));
    }
}
