package app.whichday.when.kinds;

import app.whichday.when.meaning.Kind;
import app.whichday.when.meaning.Language;
import app.whichday.when.meaning.Match;
import app.whichday.when.meaning.Periods;
import app.whichday.when.words.Role;
import app.whichday.when.words.Words;
import org.jspecify.annotations.Nullable;

/** "the second half of July", "the first half of 2025", "in der ersten Hälfte des nächsten Monats". */
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
        Amount which = Amount.ordinal(words, at);
        boolean half = which != null && (words.is(which.end(), "half") || words.is(which.end(), "hälfte"));
        if (which == null || !half || which.value() > 2 || !words.is(which.end() + 1, Role.OF)) {
            return null;
        }
        Match whole = NthOfPeriod.period(words, which.end() + 2, language);
        return whole == null || whole.day() == null
                ? null
                : Match.day(whole.end(), new Periods.HalfOf(which.value(), whole.day()));
    }
}
