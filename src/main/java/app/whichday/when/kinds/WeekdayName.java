package app.whichday.when.kinds;

import app.whichday.when.meaning.Day;
import app.whichday.when.meaning.Days;
import app.whichday.when.meaning.Deixis;
import app.whichday.when.meaning.Kind;
import app.whichday.when.meaning.Language;
import app.whichday.when.meaning.Match;
import app.whichday.when.meaning.Periods;
import app.whichday.when.meaning.Unit;
import app.whichday.when.words.Role;
import app.whichday.when.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * "Friday", "this coming Friday", "Friday next week", "Wednesday of last week", "next week Friday", "Monday week", "the Friday
 * after next", "Monday the week after next".
 */
public final class WeekdayName implements Kind {
    private static final long STARTS =
            Role.set(Role.WEEKDAY, Role.THIS, Role.NEXT, Role.LAST, Role.COMING, Role.FOLLOWING, Role.THE);

    @Override
    public long first() {
        return STARTS;
    }

    @Override
    public @Nullable Match at(Words words, int i, Language language) {
        int at = words.is(i, Role.THE) ? i + 1 : i;
        Pointer pointer = Pointer.at(words, at);
        int day = pointer.end();
        if (pointer.deixis() != Deixis.NONE
                && words.is(day, Role.UNIT)
                && words.value(day, Role.UNIT) == Unit.WEEK.ordinal()) {
            int after = words.isMark(day + 1, ',') || words.is(day + 1, Role.ON) || words.is(day + 1, Role.POSSESSIVE)
                    ? day + 2
                    : day + 1;
            return words.is(after, Role.WEEKDAY) && !words.startsSentence(after)
                    ? Match.day(
                            after + 1, new Days.WeekdayOfWeek(words.value(after, Role.WEEKDAY), week(pointer.deixis())))
                    : null;
        }
        if (!words.is(day, Role.WEEKDAY) || words.startsParagraph(day) && day > i) {
            return null;
        }
        int weekday = words.value(day, Role.WEEKDAY);
        if (pointer.deixis() == Deixis.NONE) {
            return plain(words, day, weekday);
        }
        if (pointer.following()) {
            return Match.day(day + 1, new Days.Beside(new Periods.Topic(Unit.DAY, 0), true, Unit.DAY, weekday));
        }
        return Match.day(day + 1, new Days.Weekday(weekday, pointer.deixis()));
    }

    private static Match plain(Words words, int i, int weekday) {
        int end = words.isMark(i + 1, '.') && words.glued(i + 1) && words.is(i + 2, Role.OF) ? i + 2 : i + 1;
        int at = words.is(end, Role.OF) || words.is(end, Role.FROM) || words.isMark(end, ',') ? end + 1 : end;
        Pointer pointer = Pointer.at(words, at);
        if (pointer.deixis() != Deixis.NONE
                && words.is(pointer.end(), Role.UNIT)
                && words.value(pointer.end(), Role.UNIT) == Unit.WEEK.ordinal()) {
            return Match.day(pointer.end() + 1, new Days.WeekdayOfWeek(weekday, week(pointer.deixis())));
        }
        int week = words.is(at, Role.THE) && words.is(at + 1, "week") ? at + 2 : 0;
        boolean afterNext = week > 0 && words.is(week, Role.AFTER) && words.is(week + 1, Role.NEXT);
        if (afterNext || week > 0 && words.is(week, Role.BEFORE) && words.is(week + 1, "last")) {
            Deixis far = afterNext ? Deixis.AFTER_NEXT : Deixis.BEFORE_LAST;
            return Match.day(week + 2, new Days.WeekdayOfWeek(weekday, week(far)));
        }
        if (words.is(end, "fortnight") && !words.isWord(end + 1)) {
            return Match.day(end + 1, new Days.From(new Days.Weekday(weekday, Deixis.COMING), 2, Unit.WEEK));
        }
        if (words.is(end, Role.AFTER) && words.is(end + 1, Role.NEXT)) {
            return Match.day(end + 2, new Days.Weekday(weekday, Deixis.AFTER_NEXT));
        }
        if (words.is(end, Role.AFTER)
                && words.is(end + 1, Role.THE)
                && words.is(end + 2, Role.NEXT)
                && !words.isWord(end + 3)) {
            return Match.day(end + 3, new Days.Weekday(weekday, Deixis.AFTER_NEXT));
        }
        if (words.is(end, Role.BEFORE) && words.is(end + 1, Role.LAST)) {
            return Match.day(end + 2, new Days.Weekday(weekday, Deixis.BEFORE_LAST));
        }
        if (words.is(end, Role.NEXT) && !words.is(end + 1, Role.UNIT) && !words.isWord(end + 1)) {
            return Match.day(end + 1, new Days.Weekday(weekday, Deixis.NEXT));
        }
        if (words.is(end, Role.LAST) && words.is(end, "last") && !words.isWord(end + 1)) {
            return Match.day(end + 1, new Days.Weekday(weekday, Deixis.LAST));
        }
        if (words.is(end, "week") && !words.isWord(end + 1)) {
            return Match.day(end + 1, new Days.From(new Days.Weekday(weekday, Deixis.COMING), 1, Unit.WEEK));
        }
        Match match = Match.day(i + 1, new Days.Weekday(weekday, Deixis.NONE));
        return words.end(i) - words.begin(i) <= 2 ? match.asWeak() : match;
    }

    private static Day week(Deixis deixis) {
        return new Periods.Relative(Unit.WEEK, deixis, Periods.Edge.NONE);
    }
}
