package app.whichday.when.de;

import app.whichday.when.meaning.DayRange;
import app.whichday.when.meaning.Days;
import app.whichday.when.meaning.Kind;
import app.whichday.when.meaning.Language;
import app.whichday.when.meaning.Match;
import app.whichday.when.words.Role;
import app.whichday.when.words.Words;
import org.jspecify.annotations.Nullable;

/** "am 15.", "14. - 15.10.", "14./15.10.2018": days as figures with a full stop. */
final class FigureDays implements Kind {
    private static final long STARTS = Role.set(Role.ON, Role.THE, Role.FROM, Role.BY);

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
        int at = words.isNumber(i) ? i : i + 1;
        if (!words.isNumber(at)
                || words.digits(at) > 2
                || words.number(at) < 1
                || words.number(at) > 31
                || at == i && words.glued(i)) {
            return null;
        }
        boolean dot = words.isMark(at + 1, '.') && words.glued(at + 1);
        int next = dot ? at + 2 : at + 1;
        boolean range = words.isDash(next) || words.is(next, Role.TO) || words.isMark(next, '/');
        Match last = range && words.isNumber(next + 1) && !words.glued(next) || range && dot
                ? last(words, next + 1, language)
                : null;
        if (last != null && last.day() instanceof Days.Date date && date.day() > words.number(at)) {
            return Match.day(
                    last.end(), new DayRange(new Days.Date(date.year(), date.month(), words.number(at)), date));
        }
        boolean alone =
                dot && at > i && !words.glued(at + 2) && !words.is(at + 2, Role.MONTH) && !words.isNumber(at + 2);
        return alone ? Match.day(at + 2, new Days.DayOfMonth(words.number(at))) : null;
    }

    private static @Nullable Match last(Words words, int i, Language language) {
        Match day = words.isNumber(i) && !words.glued(i) ? language.day(words, i) : null;
        return day != null ? day : FigureLast.at(words, i);
    }
}
