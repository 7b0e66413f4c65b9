package app.whichday.when.kinds;

import app.whichday.when.meaning.Days;
import app.whichday.when.meaning.Kind;
import app.whichday.when.meaning.Language;
import app.whichday.when.meaning.Match;
import app.whichday.when.meaning.Unit;
import app.whichday.when.words.Role;
import app.whichday.when.words.Words;
import org.jspecify.annotations.Nullable;

/** "now", "right now": mostly an empty word in mails, so the filter decides. */
public final class NowWord implements Kind {
    private static final long STARTS = Role.set(Role.NOW);

    @Override
    public long first() {
        return STARTS;
    }

    @Override
    public boolean simple() {
        return false;
    }

    @Override
    public @Nullable Match at(Words words, int i, Language language) {
        int end = words.is(i, "right") || words.is(i, "just") ? i + 2 : i + 1;
        return words.is(end - 1, Role.NOW) && (end == i + 1) == words.is(i, "now")
                ? Match.day(end, new Days.Away(0, Unit.MINUTE)).asWeak()
                : null;
    }
}
