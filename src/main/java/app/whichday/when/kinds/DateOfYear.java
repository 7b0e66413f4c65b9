package app.whichday.when.kinds;

import app.whichday.when.meaning.Days;
import app.whichday.when.meaning.Deixis;
import app.whichday.when.meaning.Kind;
import app.whichday.when.meaning.Language;
import app.whichday.when.meaning.Match;
import app.whichday.when.meaning.Unit;
import app.whichday.when.words.Role;
import app.whichday.when.words.Words;
import org.jspecify.annotations.Nullable;

/** "June 1 next year", "the 3rd of May this year", "March 5 of last year". */
public final class DateOfYear implements Kind {
    private static final MonthDate DATE = new MonthDate();

    @Override
    public long first() {
        return DATE.first();
    }

    @Override
    public boolean figures() {
        return true;
    }

    @Override
    public @Nullable Match at(Words words, int i, Language language) {
        Match date = DATE.at(words, i, language);
        if (date == null || !(date.day() instanceof Days.Date named) || named.year() != 0) {
            return null;
        }
        int at = words.is(date.end(), Role.OF) || words.isMark(date.end(), ',') ? date.end() + 1 : date.end();
        Pointer pointer = Pointer.at(words, at);
        boolean year =
                words.is(pointer.end(), Role.UNIT) && Unit.of(words.value(pointer.end(), Role.UNIT)) == Unit.YEAR;
        return year && pointer.deixis() != Deixis.NONE && !pointer.following()
                ? Match.day(pointer.end() + 1, new Days.DateOfYear(shift(pointer.deixis()), named))
                : null;
    }

    private static int shift(Deixis deixis) {
        return switch (deixis) {
            case NONE, THIS -> 0;
            case NEXT, COMING -> 1;
            case LAST, PAST -> -1;
            case AFTER_NEXT -> 2;
            case BEFORE_LAST -> -2;
        };
    }
}
