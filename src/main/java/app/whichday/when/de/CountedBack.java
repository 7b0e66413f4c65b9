package app.whichday.when.de;

import app.whichday.when.kinds.Length;
import app.whichday.when.meaning.Kind;
import app.whichday.when.meaning.Language;
import app.whichday.when.meaning.Match;
import app.whichday.when.words.Role;
import app.whichday.when.words.Words;
import org.jspecify.annotations.Nullable;

/** "vor zwei Wochen", "vor anderthalb Stunden", "vor einer Viertelstunde". */
final class CountedBack implements Kind {
    private static final long STARTS = Role.set(Role.AGO);

    @Override
    public long first() {
        return STARTS;
    }

    @Override
    public @Nullable Match at(Words words, int i, Language language) {
        Length length = Length.at(words, i + 1);
        return length == null ? null : Match.day(length.end(), length.away(-1));
    }
}
