package app.whichday.when.kinds;

import app.whichday.when.meaning.Clock;
import app.whichday.when.meaning.Days;
import app.whichday.when.meaning.Hours;
import app.whichday.when.meaning.Kind;
import app.whichday.when.meaning.Language;
import app.whichday.when.meaning.Match;
import app.whichday.when.meaning.Periods;
import app.whichday.when.meaning.Zones;
import app.whichday.when.words.Words;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** ISO 8601: 2025-11-20, 2025-11-13T14:00Z, 2025/11/20, 2025-11. */
public final class IsoDate implements Kind {
    @Override
    public long first() {
        return 0;
    }

    @Override
    public boolean figures() {
        return true;
    }

    @Override
    public @Nullable Match at(Words words, int i, Language language) {
        if (words.digits(i) != 4 || !Amount.plausibleYear(words.number(i)) || isPartOfNumber(words, i)) {
            return null;
        }
        boolean dash = words.isDash(i + 1);
        if (!dash && !words.isMark(i + 1, '/') && !words.isMark(i + 1, '.') || !figure(words, i + 2)) {
            return null;
        }
        int month = words.number(i + 2);
        boolean second =
                (dash ? words.isDash(i + 3) : words.isMark(i + 3, (char) words.number(i + 1))) && words.glued(i + 3);
        if (!second || !figure(words, i + 4)) {
            boolean alone = dash && words.digits(i + 2) == 2 && month >= 1 && month <= 12 && !words.glued(i + 3);
            return alone ? Match.day(i + 3, new Periods.Month(words.number(i), month, Periods.Edge.NONE)) : null;
        }
        int day = words.number(i + 4);
        if (month < 1 || month > 12 || day < 1 || day > 31 || goesOn(words, i + 5)) {
            return null;
        }
        Days.Date date = new Days.Date(words.number(i), month, day);
        Match timed = time(words, i + 5, date);
        return timed != null ? timed : Match.day(i + 5, date);
    }

    private static boolean figure(Words words, int i) {
        return words.isNumber(i) && words.glued(i) && words.glued(i - 1) && words.digits(i) <= 2;
    }

    private static boolean goesOn(Words words, int i) {
        return words.glued(i) && (words.isDash(i) && words.isNumber(i + 1) && words.glued(i + 1) || words.isNumber(i));
    }

    static boolean isPartOfNumber(Words words, int i) {
        if (!words.glued(i)) {
            return false;
        }
        return words.isNumber(i - 1)
                || words.isWord(i - 1)
                || words.isMark(i - 1, '$')
                || words.isMark(i - 1, '#')
                || words.isMark(i - 1, '.') && words.glued(i - 1)
                || words.isMark(i - 1, '_')
                || words.isMark(i - 1, '=')
                || afterMark(words, i);
    }

    /** "555-0130", "4/5/6", "10:30:15"; but the second date of "3/11-3/31" starts anew. */
    private static boolean afterMark(Words words, int i) {
        boolean mark = words.isDash(i - 1) || words.isMark(i - 1, '/') || words.isMark(i - 1, ':');
        if (!mark || !words.glued(i - 1) || !words.isNumber(i - 2) && !words.isWord(i - 2)) {
            return false;
        }
        return !words.isDash(i - 1) || !words.isNumber(i - 2) || !words.isMark(i - 3, '/');
    }

    private static @Nullable Match time(Words words, int i, Days.Date date) {
        if (!words.is(i, "t") || !words.glued(i) || !words.isNumber(i + 1) || !words.glued(i + 1)) {
            return null;
        }
        int at = i + 1;
        int hour = words.number(at);
        if (!words.isMark(at + 1, ':') || !words.isNumber(at + 2) || hour > 23 || words.number(at + 2) > 59) {
            return null;
        }
        Hours hours = Hours.at(new Clock(hour, words.number(at + 2), Clock.Half.EXACT));
        int end = at + 3;
        if (words.isMark(end, ':') && words.glued(end) && words.isNumber(end + 1)) {
            end += 2;
            if (words.isMark(end, '.') && words.glued(end) && words.isNumber(end + 1) && words.glued(end + 1)) {
                end += 2;
            }
        }
        if (words.is(end, "z") && words.glued(end)) {
            return Match.both(end + 1, date, hours.with((ZoneId) ZoneOffset.UTC));
        }
        Zones.Found offset = words.glued(end) ? Zones.offset(words, end) : null;
        return offset == null
                ? Match.both(end, date, hours)
                : Match.both(offset.end(), date, hours.with(offset.zone()));
    }
}
