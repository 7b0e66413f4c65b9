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
 * A length of time counted from now or from a day: "in three weeks", "two days ago", "48 hours from now", "a week from
 * Tuesday", "two days before the 5th", "the day after tomorrow".
 */
public final class Counted implements Kind {
    private static final long STARTS =
            Role.set(Role.IN, Role.NUMBER, Role.A, Role.HALF, Role.THE, Role.UNIT, Role.AFTER);

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
        if (words.is(i, "after")) {
            return afterAll(words, i);
        }
        boolean in = words.is(i, Role.IN);
        if (words.is(i, Role.THE) || words.is(i, Role.UNIT)) {
            return theDay(words, words.is(i, Role.THE) ? i : i - 1, language);
        }
        if (words.isNumber(i) && IsoDate.isPartOfNumber(words, i)) {
            return null;
        }
        boolean about = in && (words.is(i + 1, Role.ABOUT) || words.is(i + 1, "von"));
        int from = about ? i + 2 : in ? i + 1 : i;
        Amount amount = Amount.at(words, from);
        Length length = Length.at(words, from);
        if (length == null) {
            return amount == null ? null : weekdays(words, amount);
        }
        Match lasting = words.is(i - 1, "for") || words.is(i - 1, "für") ? lasting(words, length, language) : null;
        if (lasting != null) {
            return lasting;
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
            Match before = counted(words, length, -1, language);
            return before == null ? later(words, length) : before;
        }
        boolean possessive = in && words.isMark(length.end(), '\'');
        boolean within = words.is(i, "within");
        boolean beforeMonth = words.is(length.end(), Role.OF);
        boolean article = amount != null && amount.article();
        boolean ends = in && !possessive && !(article && beforeMonth && !within);
        if (!ends) {
            return later(words, length);
        }
        Match match = Match.day(length.end(), length.away(1));
        return within || words.is(i + 1, "one") ? match.asWeak() : match;
    }

    /** "for 10 days from 18 June", "for two weeks starting on Monday": not the day at their end. */
    private static @Nullable Match lasting(Words words, Length length, Language language) {
        int at = length.end();
        boolean starting = words.is(at, "starting") || words.is(at, "beginning");
        int day = starting && (words.is(at + 1, Role.ON) || words.is(at + 1, Role.FROM)) ? at + 2 : at + 1;
        Match first = length.days() > 0 && (starting || words.is(at, Role.FROM)) ? language.day(words, day) : null;
        return first == null || first.day() == null || !first.day().oneDay()
                ? null
                : Match.day(first.end(), new Periods.Lasting(first.day(), length.days()));
    }

    /** "after 5 days", "after an hour". */
    private static @Nullable Match afterAll(Words words, int i) {
        Length length = Length.at(words, i + 1);
        boolean closes = length != null && !words.is(length.end(), Role.OF) && !words.is(length.end(), Role.AGO);
        return closes ? Match.day(length.end(), length.away(1)).asWeak() : null;
    }

    /** "three Fridays from now", "two Thursdays ago". */
    private static @Nullable Match weekdays(Words words, Amount amount) {
        int at = amount.end();
        int weekday = words.is(at, Role.WEEKDAYS) ? words.value(at, Role.WEEKDAYS) : 0;
        if (weekday == 0) {
            return null;
        }
        boolean ahead = words.is(at + 1, Role.FROM) && words.is(at + 2, "now");
        if (!ahead && !words.is(at + 1, Role.AGO)) {
            return null;
        }
        Deixis first = ahead ? Deixis.COMING : Deixis.PAST;
        int more = amount.value() - 1;
        Day meant = new Days.From(new Days.Weekday(weekday, first), ahead ? more : -more, Unit.WEEK);
        return Match.day(ahead ? at + 3 : at + 2, meant);
    }

    /** "a week later": counted from what was spoken of. */
    private static @Nullable Match later(Words words, Length length) {
        if (words.is(length.end(), Role.HENCE)
                || words.is(length.end(), "later") && length.unit().short_()) {
            Match match = Match.day(length.end() + 1, length.away(1));
            return words.isNumber(length.end() - 2) ? match : match.asWeak();
        }
        boolean short_ = length.unit().short_() && !words.isWord(length.end() + 1);
        if (short_ && (words.is(length.end(), "earlier") || words.is(length.end(), "before"))) {
            return Match.day(length.end() + 1, length.away(-1)).asWeak();
        }
        boolean later = words.is(length.end(), "later");
        return later
                ? Match.day(
                                length.end() + 1,
                                new Days.From(new Periods.Topic(Unit.DAY, 0), length.count(), length.unit()))
                        .asWeak()
                : null;
    }

    private static @Nullable Match counted(Words words, Length length, int sign, Language language) {
        int at = length.end() + 1;
        if (words.is(at, "now")) {
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
