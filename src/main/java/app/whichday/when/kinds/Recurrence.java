package app.whichday.when.kinds;

import app.whichday.when.meaning.Day;
import app.whichday.when.meaning.Days;
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

/** "every Tuesday", "Mondays", "each month", "every other week", "every morning": the next one, marked as recurring. */
public final class Recurrence implements Kind {
    private static final long STARTS = Role.set(Role.EVERY, Role.WEEKDAYS);

    @Override
    public long first() {
        return STARTS;
    }

    @Override
    public boolean simple() {
        return false;
    }

    @Override
    public @Nullable Match at(Words words, int i, Language language) {
        if (words.is(i, Role.WEEKDAYS)) {
            return Match.day(i + 1, new Days.Weekday(words.value(i, Role.WEEKDAYS), Deixis.COMING))
                    .asRecurring();
        }
        int at = words.is(i + 1, "other") || words.is(i + 1, "single") ? i + 2 : i + 1;
        Amount amount = Amount.ordinal(words, at);
        at = amount == null ? at : amount.end();
        if (words.is(at, Role.WEEKDAY)) {
            return Match.day(at + 1, new Days.Weekday(words.value(at, Role.WEEKDAY), Deixis.COMING))
                    .asRecurring();
        }
        if (words.is(at, Role.PART)) {
            return Match.both(at + 1, new Days.Away(1, Unit.DAY), Hours.in(Part.of(words.value(at, Role.PART))))
                    .asRecurring();
        }
        if (words.is(at, Role.UNIT)) {
            Unit unit = Unit.of(words.value(at, Role.UNIT));
            Day next = unit.short_() || unit == Unit.DAY
                    ? new Days.Away(1, Unit.DAY)
                    : new Periods.Relative(unit, Deixis.COMING, Periods.Edge.NONE);
            return unit.short_() ? null : Match.day(at + 1, next).asRecurring();
        }
        return words.is(at, Role.MONTH)
                ? Match.day(at + 1, new Periods.Month(0, words.value(at, Role.MONTH), Periods.Edge.NONE))
                        .asRecurring()
                : null;
    }
}
