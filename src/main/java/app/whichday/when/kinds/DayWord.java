package app.whichday.when.kinds;

import app.whichday.when.meaning.Days;
import app.whichday.when.meaning.Hours;
import app.whichday.when.meaning.Kind;
import app.whichday.when.meaning.Language;
import app.whichday.when.meaning.Match;
import app.whichday.when.meaning.Part;
import app.whichday.when.meaning.Unit;
import app.whichday.when.words.Role;
import app.whichday.when.words.Words;
import org.jspecify.annotations.Nullable;

/** "today", "tomorrow", "yesterday", and "tonight", which is a day and a part of it. */
public final class DayWord implements Kind {
    private static final long STARTS = Role.set(Role.DAYWORD);

    @Override
    public long first() {
        return STARTS;
    }

    @Override
    public @Nullable Match at(Words words, int i, Language language) {
        Days.Away day = new Days.Away(words.value(i, Role.DAYWORD), Unit.DAY);
        boolean night = words.is(i, "tonight") || words.is(i, "tonite") || words.is(i, "tonigh");
        return night ? Match.both(i + 1, day, Hours.in(Part.NIGHT)) : Match.day(i + 1, day);
    }
}
