package app.whichday.when.kinds;

import app.whichday.when.meaning.Day;
import app.whichday.when.meaning.Days;
import app.whichday.when.meaning.Deixis;
import app.whichday.when.meaning.Hours;
import app.whichday.when.meaning.Kind;
import app.whichday.when.meaning.Language;
import app.whichday.when.meaning.Match;
import app.whichday.when.meaning.Part;
import app.whichday.when.meaning.Unit;
import app.whichday.when.words.Role;
import app.whichday.when.words.Words;
import org.jspecify.annotations.Nullable;

/** "this morning", "last night", "in the afternoon", "the morning"; a bare "morning" needs a day beside it. */
public final class PartOfDay implements Kind {
    private static final long STARTS = Role.set(
            Role.THIS, Role.LAST, Role.THE, Role.PART, Role.IN, Role.LATER, Role.MID, Role.FOLLOWING, Role.NEXT);

    @Override
    public long first() {
        return STARTS;
    }

    @Override
    public @Nullable Match at(Words words, int i, Language language) {
        int at = words.is(i, Role.LATER) ? i + 1 : i;
        at = words.is(at, Role.IN) || words.is(at, Role.ON) && at > i ? at + 1 : at;
        boolean the = words.is(at, Role.THE);
        at = the ? at + 1 : at;
        Deixis deixis = words.is(at, Role.THIS)
                ? Deixis.THIS
                : words.is(at, "last") || words.is(at, "letzte") || words.is(at, "letzten")
                        ? Deixis.LAST
                        : words.is(at, Role.FOLLOWING) || words.is(at, Role.NEXT) ? Deixis.NEXT : Deixis.NONE;
        at = deixis == Deixis.NONE ? at : at + 1;
        int edge = words.is(at, Role.LATER) || words.is(at, Role.MID) ? at + 1 : at;
        edge = edge > at && words.isDash(edge) ? edge + 1 : edge;
        if (!words.is(edge, Role.PART) || words.is(edge, Role.WEEKDAY) || words.startsParagraph(edge) && edge > i) {
            return null;
        }
        Part part = Part.of(words.value(edge, Role.PART));
        if (part == Part.LUNCH && deixis == Deixis.NONE) {
            return null;
        }
        Hours hours = Hours.in(part);
        if (deixis == Deixis.THIS) {
            return Match.both(edge + 1, new Days.Away(0, Unit.DAY), hours);
        }
        if (deixis == Deixis.LAST) {
            return part == Part.NIGHT || part == Part.EVENING ? Match.both(edge + 1, new LastNight(), hours) : null;
        }
        if (deixis == Deixis.NEXT) {
            return Match.both(edge + 1, new app.whichday.when.meaning.Periods.Topic(Unit.DAY, 1), hours)
                    .asWeak();
        }
        boolean alone = !the && edge == i;
        return alone && (words.is(edge - 1, "good") || words.is(edge - 1, Role.EVERY))
                ? null
                : Match.hours(edge + 1, hours).asWeak();
    }

    /** The night between yesterday and today; said in the small hours it may have begun the day before. */
    private record LastNight() implements Day {
        @Override
        public java.util.List<app.whichday.when.meaning.DayReading> readings(app.whichday.when.meaning.Scene scene) {
            return new Days.Away(-1, Unit.DAY).readings(scene);
        }

        @Override
        public boolean fixed() {
            return true;
        }
    }
}
