package app.whichday.when.kinds;

import app.whichday.when.meaning.Deixis;
import app.whichday.when.meaning.Feasts;
import app.whichday.when.meaning.Kind;
import app.whichday.when.meaning.Language;
import app.whichday.when.meaning.Match;
import app.whichday.when.words.Role;
import app.whichday.when.words.Words;
import org.jspecify.annotations.Nullable;

/** "Thanksgiving", "last Christmas", "New Year's Eve 2001". */
public final class FeastName implements Kind {
    private static final long STARTS = Role.set(Role.FEAST, Role.NEXT, Role.LAST, Role.THIS);

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
        Pointer pointer = words.is(i, Role.FEAST) ? new Pointer(i, Deixis.NONE, false) : Pointer.at(words, i);
        if (!words.is(pointer.end(), Role.FEAST) && !words.isNumber(pointer.end())) {
            return null;
        }
        Feasts.Found found = language.feasts().at(words, pointer.end());
        if (found == null) {
            return null;
        }
        Deixis deixis = pointer.deixis() == Deixis.THIS ? Deixis.NONE : pointer.deixis();
        return Match.day(
                found.end(),
                deixis == Deixis.NONE ? found.feast() : found.feast().with(deixis));
    }
}
