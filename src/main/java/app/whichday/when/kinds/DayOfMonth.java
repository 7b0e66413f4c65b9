package app.whichday.when.kinds;

import app.whichday.when.meaning.Day;
import app.whichday.when.meaning.DayRange;
import app.whichday.when.meaning.Days;
import app.whichday.when.meaning.Kind;
import app.whichday.when.meaning.Language;
import app.whichday.when.meaning.Match;
import app.whichday.when.words.Role;
import app.whichday.when.words.Words;
import org.jspecify.annotations.Nullable;

/** "the 21st", "21st", "the 15th and 16th". Ordinals before a noun ("the 2nd floor") are left alone. */
public final class DayOfMonth implements Kind {
    private static final long STARTS = Role.set(Role.THE, Role.ORDINAL);
    private static final long MAY_FOLLOW = Role.set(
            Role.AT,
            Role.ON,
            Role.AND,
            Role.OR,
            Role.TO,
            Role.FROM,
            Role.OF,
            Role.IN,
            Role.BY,
            Role.AFTER,
            Role.BEFORE,
            Role.PRESENT,
            Role.AHEAD,
            Role.THEN,
            Role.PART,
            Role.THIS,
            Role.NOT,
            Role.BETWEEN,
            Role.SINCE,
            Role.POSSESSIVE,
            Role.WEEKDAY,
            Role.THE,
            Role.A,
            Role.NOON,
            Role.ABOUT);

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
        boolean the = words.is(i, Role.THE);
        Amount day = Amount.ordinal(words, the ? i + 1 : i);
        if (day == null || day.value() > 31 || words.isNumber(i) && IsoDate.isPartOfNumber(words, i)) {
            return null;
        }
        boolean spelled = !words.isNumber(the ? i + 1 : i);
        if (spelled && (!the || day.value() < 4 && !closes(words, day.end()))) {
            return null;
        }
        Match pair = pair(words, day);
        if (pair != null) {
            return pair;
        }
        Match single = Match.day(ofThisMonth(words, day.end()), new Days.DayOfMonth(day.value()));
        return the && !spelled && mayFollow(words, day.end()) ? single : single.asWeak();
    }

    private static int ofThisMonth(Words words, int end) {
        return words.is(end, Role.OF) && words.is(end + 1, Role.THIS) && words.is(end + 2, "month") ? end + 3 : end;
    }

    private static @Nullable Match pair(Words words, Amount first) {
        int at = first.end();
        if (!words.is(at, Role.AND)
                && !words.isMark(at, '&')
                && !words.isDash(at)
                && !words.is(at, Role.TO)
                && !words.isMark(at, '/')) {
            return null;
        }
        at = words.is(at + 1, Role.THE) ? at + 2 : at + 1;
        Amount last = words.isNumber(at) ? Amount.ordinal(words, at) : null;
        if (last == null
                || last.value() <= first.value()
                || words.is(last.end(), Role.MONTH)
                || words.is(last.end(), Role.OF) && words.is(last.end() + 1, Role.MONTH)) {
            return null;
        }
        Day range = new DayRange(new Days.DayOfMonth(first.value()), new Days.DayOfMonth(last.value()));
        return Match.day(ofThisMonth(words, last.end()), range);
    }

    private static boolean closes(Words words, int end) {
        return end >= words.size() || words.isMark(end) || words.startsLine(end);
    }

    private static boolean mayFollow(Words words, int end) {
        return closes(words, end) || words.any(end, MAY_FOLLOW) || words.isNumber(end) || !words.isWord(end);
    }
}
