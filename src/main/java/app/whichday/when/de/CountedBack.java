package app.whichday.when.de;

import app.whichday.when.kinds.Amount;
import app.whichday.when.meaning.Days;
import app.whichday.when.meaning.Kind;
import app.whichday.when.meaning.Language;
import app.whichday.when.meaning.Match;
import app.whichday.when.meaning.Unit;
import app.whichday.when.words.Role;
import app.whichday.when.words.Words;
import org.jspecify.annotations.Nullable;

/** "vor zwei Wochen". */
final class CountedBack implements Kind {
    private static final long STARTS = Role.set(Role.AGO);

    @Override
    public long first() {
        return STARTS;
    }

    @Override
    public @Nullable Match at(Words words, int i, Language language) {
        Amount amount = Amount.at(words, i + 1);
        if (amount == null || !amount.whole() || !words.is(amount.end(), Role.UNIT)) {
            return null;
        }
        return Match.day(
                amount.end() + 1, new Days.Away(-amount.value(), Unit.of(words.value(amount.end(), Role.UNIT))));
    }
}
