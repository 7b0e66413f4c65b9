package app.whichday.when.kinds;

import app.whichday.when.meaning.Day;
import app.whichday.when.meaning.Days;
import app.whichday.when.meaning.Kind;
import app.whichday.when.meaning.Language;
import app.whichday.when.meaning.Match;
import app.whichday.when.meaning.Periods;
import app.whichday.when.meaning.Unit;
import app.whichday.when.words.Role;
import app.whichday.when.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * A length of time counted from now or from a day: "in three weeks", "two days ago", "48 hours from now", "a week from
 * Tuesday", "two days before the 5th", "the day after tomorrow".
 */
public final class Counted implements Kind {
    private static final long STARTS = Role.set(Role.IN, Role.NUMBER, Role.A, Role.HALF, Role.THE);

    @Override
    public long first() {
        return STARTS;
    }

    @Override
    public boolean figures() {
        return true;
    }

    @Override
    public boolean simple() {
        return false;
    }

    @Override
    public @Nullable Match at(Words words, int i, Language language) {
        boolean in = words.is(i, Role.IN);
        if (words.is(i, Role.THE)) {
            return theDay(words, i, language);
        }
        if (words.isNumber(i) && IsoDate.isPartOfNumber(words, i)) {
            return null;
        }
        int from = in && words.is(i + 1, Role.ABOUT) ? i + 2 : in ? i + 1 : i;
        Amount amount = Amount.at(words, from);
        Length length = amount == null ? null : Length.after(words, amount);
        if (length == null) {
            return null;
        }
        if (words.is(length.end(), Role.AGO) && (words.is(length.end(), "ago") || !words.isWord(length.end() + 1))) {
            return in ? null : Match.day(length.end() + 1, length.away(-1));
        }
        if (words.is(length.end(), Role.FROM)
                || words.is(length.end(), Role.AFTER) && !words.is(length.end(), Role.PAST)
                || words.is(length.end(), Role.AFTER)) {
            return counted(words, length, 1, language);
        }
        if (words.is(length.end(), Role.BEFORE) && !in) {
            return counted(words, length, -1, language);
        }
        boolean possessive = in && words.isMark(length.end(), '\'');
        boolean within = words.is(i, "within");
        boolean beforeMonth = words.is(length.end(), Role.OF);
        boolean ends = in && !possessive && !(amount.article() && beforeMonth && !within) && !words.is(i + 1, "one");
        if (!ends) {
            return later(words, length);
        }
        Match match = Match.day(length.end(), length.away(1));
        return within ? match.asWeak() : match;
    }

    /** "a week later": counted from what was spoken of. */
    private static @Nullable Match later(Words words, Length length) {
        boolean later = words.is(length.end(), "later") && !length.unit().short_();
        return later
                ? Match.day(
                                length.end() + 1,
                                new Days.From(new Periods.Topic(Unit.DAY, 0), length.count(), length.unit()))
                        .asWeak()
                : null;
    }

    private static @Nullable Match counted(Words words, Length length, int sign, Language language) {
        int at = length.end() + 1;
        if (words.is(at, Role.NOW)) {
            return sign > 0 ? Match.day(at + 1, length.away(sign)) : null;
        }
        Match base = language.day(words, at);
        if (base == null || base.day() == null || length.unit().short_()) {
            return null;
        }
        return Match.day(base.end(), new Days.From(base.day(), sign * length.count(), length.unit()));
    }

    /** "the day after tomorrow", "the week before last" stays with the periods. */
    private static @Nullable Match theDay(Words words, int i, Language language) {
        boolean day = words.is(i + 1, Role.UNIT) && words.value(i + 1, Role.UNIT) == Unit.DAY.ordinal();
        int sign = words.is(i + 2, Role.AFTER) ? 1 : words.is(i + 2, Role.BEFORE) ? -1 : 0;
        Match base = day && sign != 0 ? language.day(words, i + 3) : null;
        if (base == null || base.day() == null) {
            return null;
        }
        Day meant = base.day() instanceof Days.Away away && away.unit() == Unit.DAY
                ? new Days.Away(away.amount() + sign, Unit.DAY)
                : new Days.From(base.day(), sign, Unit.DAY);
        return Match.day(base.end(), meant);
    }
}
