package app.whichday.when.kinds;

import app.whichday.when.meaning.Day;
import app.whichday.when.meaning.Days;
import app.whichday.when.meaning.Deixis;
import app.whichday.when.meaning.Kind;
import app.whichday.when.meaning.Language;
import app.whichday.when.meaning.Match;
import app.whichday.when.meaning.Unit;
import app.whichday.when.words.Role;
import app.whichday.when.words.Words;
import org.jspecify.annotations.Nullable;

/** "Friday in two weeks"; "Freitag in einer Woche", "heute in zwei Wochen", "Mittwoch vor zwei Wochen": weeks from the coming one on. */
public final class WeekdayCounted implements Kind {
    private static final long STARTS = Role.set(Role.WEEKDAY, Role.DAYWORD);

    @Override
    public long first() {
        return STARTS;
    }

    @Override
    public @Nullable Match at(Words words, int i, Language language) {
        int sign = words.is(i + 1, "in") ? 1 : words.is(i + 1, Role.AGO) ? -1 : 0;
        Amount amount = sign == 0 ? null : Amount.at(words, i + 2);
        boolean weeks = amount != null
                && words.is(amount.end(), Role.UNIT)
                && words.value(amount.end(), Role.UNIT) == Unit.WEEK.ordinal();
        if (amount == null || !weeks) {
            return null;
        }
        Day first = words.is(i, Role.WEEKDAY)
                ? new Days.Weekday(words.value(i, Role.WEEKDAY), Deixis.COMING)
                : new Days.Away(words.value(i, Role.DAYWORD), Unit.DAY);
        return Match.day(amount.end() + 1, new Days.From(first, sign * amount.value(), Unit.WEEK));
    }
}
