package app.whichday.when.kinds;

import app.whichday.when.meaning.Deixis;
import app.whichday.when.meaning.Hours;
import app.whichday.when.meaning.Kind;
import app.whichday.when.meaning.Language;
import app.whichday.when.meaning.Match;
import app.whichday.when.meaning.Part;
import app.whichday.when.meaning.Periods;
import app.whichday.when.meaning.Unit;
import app.whichday.when.words.Role;
import app.whichday.when.words.Words;
import org.jspecify.annotations.Nullable;

/** "EOD", "COB", "close of business", "end of the day", "EOW", "EOM", "first thing". */
public final class Closing implements Kind {
    private static final long STARTS = Role.set(Role.CLOSING, Role.END, Role.ORDINAL, Role.THE);
    private static final Unit[] UNITS = {Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.YEAR};

    @Override
    public long first() {
        return STARTS;
    }

    @Override
    public @Nullable Match at(Words words, int i, Language language) {
        if (words.is(i, Role.CLOSING)) {
            Unit unit = UNITS[words.value(i, Role.CLOSING)];
            if (unit == Unit.DAY) {
                return Match.hours(i + 1, Hours.in(Part.CLOSE));
            }
            return Match.day(i + 1, new Periods.Relative(unit, Deixis.THIS, Periods.Edge.END));
        }
        if (words.is(i, "first") && words.is(i + 1, "thing")) {
            int end =
                    words.is(i + 2, Role.IN) && words.is(i + 3, Role.THE) && words.is(i + 4, Role.PART) ? i + 5 : i + 2;
            return Match.hours(end, Hours.in(Part.EARLY)).asWeak();
        }
        int at = words.is(i, Role.THE) ? i + 1 : i;
        if (!words.is(at, Role.END) || !words.is(at + 1, Role.OF)) {
            return null;
        }
        int what = words.is(at + 2, Role.THE) ? at + 3 : at + 2;
        if (words.is(what, Role.BUSINESS)) {
            return Match.hours(words.is(what + 1, "day") ? what + 2 : what + 1, Hours.in(Part.CLOSE));
        }
        return words.is(what, "day") || words.is(what, "today") && what > at + 2
                ? Match.hours(what + 1, Hours.in(Part.CLOSE))
                : null;
    }
}
