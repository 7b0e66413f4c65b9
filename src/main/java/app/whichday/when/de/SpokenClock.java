package app.whichday.when.de;

import app.whichday.when.kinds.Amount;
import app.whichday.when.meaning.Clock;
import app.whichday.when.meaning.Hours;
import app.whichday.when.meaning.Kind;
import app.whichday.when.meaning.Language;
import app.whichday.when.meaning.Match;
import app.whichday.when.words.Role;
import app.whichday.when.words.Words;
import org.jspecify.annotations.Nullable;

/** "halb vier" is half past three, "dreiviertel vier" a quarter to four; "3 Uhr 15", "15 Uhr 20", "18.30 Uhr". */
final class SpokenClock implements Kind {
    private static final long STARTS = Role.set(Role.HALF, Role.AT, Role.NUMBER, Role.UNIT);

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
        int at = words.is(i, Role.AT) ? i + 1 : i;
        int towards = towards(words, at);
        if (towards > 0) {
            return towards(words, at + 1, towards);
        }
        if (!words.isNumber(at) || words.digits(at) > 2 || words.number(at) > 23) {
            return null;
        }
        boolean spoken = words.is(at + 1, Role.OCLOCK)
                && words.isNumber(at + 2)
                && words.digits(at + 2) == 2
                && words.number(at + 2) < 60;
        boolean dotted = words.isMark(at + 1, '.')
                && words.glued(at + 1)
                && words.isNumber(at + 2)
                && words.glued(at + 2)
                && words.digits(at + 2) == 2
                && words.number(at + 2) < 60
                && words.is(at + 3, Role.OCLOCK);
        if (!spoken && !dotted) {
            return null;
        }
        Clock.Half half = words.number(at) > 12 || words.number(at) == 0 ? Clock.Half.EXACT : Clock.Half.OPEN;
        return Match.hours(dotted ? at + 4 : at + 3, Hours.at(new Clock(words.number(at), words.number(at + 2), half)));
    }

    /** How many minutes of the hour that is named have passed: 30 for "halb"; 0 for other words. */
    private static int towards(Words words, int i) {
        return words.is(i, "halb") ? 30 : words.is(i, "viertel") ? 15 : words.is(i, "dreiviertel") ? 45 : 0;
    }

    private static @Nullable Match towards(Words words, int i, int minutes) {
        Amount hour = Amount.at(words, i);
        if (hour == null || hour.value() < 1 || hour.value() > 12 || !hour.whole()) {
            return null;
        }
        int before = hour.value() == 1 ? 12 : hour.value() - 1;
        int end = words.is(hour.end(), Role.OCLOCK) ? hour.end() + 1 : hour.end();
        return Match.hours(end, Hours.at(new Clock(before, minutes, Clock.Half.OPEN)));
    }
}
