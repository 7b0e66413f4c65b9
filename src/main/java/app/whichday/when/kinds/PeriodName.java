package app.whichday.when.kinds;

import app.whichday.when.meaning.Day;
import app.whichday.when.meaning.Days;
import app.whichday.when.meaning.Deixis;
import app.whichday.when.meaning.Kind;
import app.whichday.when.meaning.Language;
import app.whichday.when.meaning.Match;
import app.whichday.when.meaning.Periods;
import app.whichday.when.meaning.Periods.Edge;
import app.whichday.when.meaning.Unit;
import app.whichday.when.words.Role;
import app.whichday.when.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * Weeks, weekends, months, quarters, years: "this week", "the next three days", "the end of the month", "mid-December", "early
 * next week", "the week of the 24th", "week commencing 3 June", "the week after Thanksgiving", "Q3 2001", "last summer".
 */
public final class PeriodName implements Kind {
    private static final long STARTS = Role.set(
            Role.THIS,
            Role.NEXT,
            Role.LAST,
            Role.COMING,
            Role.FOLLOWING,
            Role.THE,
            Role.START,
            Role.MID,
            Role.END,
            Role.LATER,
            Role.REST,
            Role.SEASON,
            Role.ORDINAL,
            Role.UNIT,
            Role.ABOUT,
            Role.TOPIC,
            Role.WEEKNUMBER);
    private static final Match NO_MATCH = Match.day(0, new Periods.Year(2000, Edge.NONE));

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
        if (words.is(i, Role.ORDINAL)) {
            return ordinalQuarter(words, i);
        }
        int at = words.is(i, Role.THE) ? i + 1 : i;
        Match edged = edged(words, at, language);
        if (edged != null) {
            return edged == NO_MATCH ? null : edged;
        }
        if (words.is(at, Role.SEASON)) {
            return season(words, at, Deixis.NONE, at > i);
        }
        boolean dottedWeek = words.isNumber(at)
                && words.isMark(at + 1, '.')
                && (words.is(at + 2, "kalenderwoche") || words.is(at + 2, "kw"));
        if (dottedWeek && words.number(at) >= 1 && words.number(at) <= 53) {
            Amount year = Amount.year(words, at + 3);
            return Match.day(
                    year == null ? at + 3 : year.end(),
                    new Periods.IsoWeek(year == null ? 0 : year.value(), words.number(at)));
        }
        if (words.isNumber(at) || Amount.ordinal(words, at) != null) {
            return ordinalQuarter(words, at);
        }
        if (words.is(at, Role.UNIT) && at > i) {
            return the(words, at, language);
        }
        if (words.is(at, "week") && (words.is(at + 1, Role.OF) || words.is(at + 1, "commencing"))) {
            return beside(words, at, language);
        }
        if (words.is(at, Role.UNIT) && words.is(at - 1, "am") && words.value(at, Role.UNIT) == Unit.WEEKEND.ordinal()) {
            // German: "am Wochenende".
            return Match.day(at + 1, new Periods.Relative(Unit.WEEKEND, Deixis.NONE, Edge.NONE));
        }
        if (words.is(at, "w")) {
            return weekShort(words, at, language);
        }
        if (words.is(at, Role.WEEKNUMBER)
                && words.isNumber(at + 1)
                && words.number(at + 1) >= 1
                && words.number(at + 1) <= 53) {
            Amount year = Amount.year(words, at + 2);
            return Match.day(
                            year == null ? at + 2 : year.end(),
                            new Periods.IsoWeek(year == null ? 0 : year.value(), words.number(at + 1)))
                    .asWeak();
        }
        if (words.is(at, "that") || words.is(at, "same")) {
            boolean day = words.is(at + 1, "day") || words.is(at + 1, "date") || words.is(at + 1, "week");
            return day
                    ? Match.day(at + 2, new Periods.Topic(words.is(at + 1, "week") ? Unit.WEEK : Unit.DAY, 0))
                            .asWeak()
                    : null;
        }
        Pointer pointer = Pointer.at(words, at);
        return pointer.deixis() == Deixis.NONE ? null : pointed(words, pointer, at > i);
    }

    /** British "w/c 3 June", "w/e 7 June": the week that begins or ends there. */
    private static @Nullable Match weekShort(Words words, int at, Language language) {
        boolean slash = words.isMark(at + 1, '/') && words.glued(at + 1) && words.glued(at + 2);
        Match base = slash && (words.is(at + 2, "c") || words.is(at + 2, "e")) ? language.day(words, at + 3) : null;
        return base == null || base.day() == null || !base.day().oneDay()
                ? null
                : Match.day(base.end(), new Days.Around(base.day(), Unit.WEEK));
    }

    /** "the end of the month", "early next week", "mid-December", "later this week", "year end". */
    private static @Nullable Match edged(Words words, int at, Language language) {
        Edge edge = edge(words, at);
        if (edge == Edge.NONE) {
            boolean reversed = words.is(at, Role.UNIT) && words.is(at + 1, "end");
            Unit unit = reversed ? Unit.of(words.value(at, Role.UNIT)) : Unit.DAY;
            return reversed && (unit == Unit.YEAR || unit == Unit.MONTH || unit == Unit.QUARTER)
                    ? Match.day(at + 2, new Periods.Relative(unit, Deixis.THIS, Edge.END))
                    : null;
        }
        int next = at + 1;
        next = words.isDash(next) && words.glued(next) ? next + 1 : next;
        boolean to = words.is(next, Role.TO) && edge(words, next + 1) != Edge.NONE;
        next = to ? next + 2 : next;
        boolean in = words.is(next, Role.OF) || words.is(next, Role.IN) || words.is(next, Role.ON);
        next = in ? next + 1 : next;
        // "they start in the week of June 4"
        boolean verb = edge == Edge.START && !words.is(at + 1, Role.OF) && !noun(words, at);
        in |= noun(words, at);
        boolean the = words.is(next, Role.THE);
        next = the ? next + 1 : next;
        if (edge == Edge.START && !in) {
            return null;
        }
        if (words.is(next, Role.MONTH)
                && language.day(words, next) instanceof Match named
                && named.day() != null
                && !(named.day() instanceof Periods.Month)) {
            return null;
        }
        if (words.is(next, Role.MONTH)) {
            Amount year =
                    Amount.year(words, words.isMark(next + 1, '.') && words.glued(next + 1) ? next + 2 : next + 1);
            return Match.day(
                    year == null ? next + 1 : year.end(),
                    new Periods.Month(year == null ? 0 : year.value(), words.value(next, Role.MONTH), edge));
        }
        if (in && !the && words.isNumber(next) && Amount.year(words, next) instanceof Amount year) {
            return Match.day(year.end(), new Periods.Year(year.value(), edge));
        }
        if (edge != Edge.START && words.isNumber(next) && Amount.year(words, next) instanceof Amount year) {
            // "early 2025"
            return words.is(at, Role.END)
                    ? null
                    : Match.day(year.end(), new Periods.Year(year.value(), edge))
                            .asWeak();
        }
        boolean quarter = words.is(next, "q") && words.isNumber(next + 1) && words.glued(next + 1);
        if (quarter && words.number(next + 1) >= 1 && words.number(next + 1) <= 4) {
            Amount year = Amount.year(words, next + 2);
            return Match.day(
                    year == null ? next + 2 : year.end(),
                    new Periods.Quarter(year == null ? 0 : year.value(), words.number(next + 1), edge));
        }
        Pointer pointer = Pointer.at(words, next);
        if (words.is(pointer.end(), Role.UNIT)) {
            return edgedUnit(words, edge, pointer, at, in && !verb && (the || noun(words, at)));
        }
        if (words.is(at, Role.REST) && language.day(words, next) instanceof Match day) {
            return day.endingAt(day.end());
        }
        return null;
    }

    /** German says "Anfang Mai", "Ende 2025", without a preposition. */
    private static boolean noun(Words words, int i) {
        return words.is(i, "anfang") || words.is(i, "beginn") || words.is(i, "mitte") || words.is(i, "ende");
    }

    private static @Nullable Match edgedUnit(Words words, Edge edge, Pointer pointer, int at, boolean ofThe) {
        Unit unit = Unit.of(words.value(pointer.end(), Role.UNIT));
        boolean pointed = pointer.deixis() != Deixis.NONE;
        boolean weekMid = words.is(at, "mid") && unit == Unit.WEEK;
        if (unit.short_() || !pointed && !ofThe && !weekMid && edge != Edge.END) {
            return NO_MATCH;
        }
        if (unit == Unit.DAY) {
            return null;
        }
        Deixis deixis = pointed ? pointer.deixis() : Deixis.THIS;
        if (words.is(at, Role.LATER) || words.is(at, Role.REST)) {
            return pointed || ofThe
                    ? Match.day(pointer.end() + 1, new Periods.Relative(unit, deixis, Edge.LATE))
                    : NO_MATCH;
        }
        Amount year = unit == Unit.YEAR ? Amount.year(words, pointer.end() + 1) : null;
        Day meant = year == null ? new Periods.Relative(unit, deixis, edge) : new Periods.Year(year.value(), edge);
        return Match.day(year == null ? pointer.end() + 1 : year.end(), meant);
    }

    private static Edge edge(Words words, int i) {
        if (words.is(i, Role.MID)) {
            return Edge.MID;
        }
        if (words.is(i, "anfang")) {
            return Edge.EARLY;
        }
        if (words.is(i, Role.START)) {
            return Edge.START;
        }
        if (words.is(i, Role.END)) {
            return Edge.END;
        }
        if (words.is(i, "early") || words.is(i, "earlier")) {
            return Edge.EARLY;
        }
        return words.is(i, Role.LATER) || words.is(i, Role.REST) ? Edge.LATE : Edge.NONE;
    }

    /** "the week of the 24th", "the weekend", "the week after", "the month of May", "the year 2001". */
    private static @Nullable Match the(Words words, int at, Language language) {
        Unit unit = Unit.of(words.value(at, Role.UNIT));
        if (words.is(at + 1, Role.OF)
                || words.is(at + 1, Role.AFTER)
                || words.is(at + 1, Role.BEFORE)
                || words.is(at + 1, "ending")
                || words.is(at + 1, "starting")
                || words.is(at + 1, "commencing")
                || words.is(at + 1, "beginning")
                || words.is(at + 1, Role.START)) {
            return beside(words, at, language);
        }
        if (unit == Unit.WEEKEND) {
            return Match.day(at + 1, new Periods.Relative(unit, Deixis.NONE, Edge.NONE));
        }
        if (unit == Unit.YEAR && Amount.year(words, at + 1) instanceof Amount year) {
            return Match.day(year.end(), new Periods.Year(year.value(), Edge.NONE))
                    .asWeak();
        }
        return null;
    }

    private static @Nullable Match beside(Words words, int at, Language language) {
        Unit unit = Unit.of(words.value(at, Role.UNIT));
        if (unit != Unit.WEEK && unit != Unit.WEEKEND && unit != Unit.MONTH && unit != Unit.YEAR) {
            return null;
        }
        boolean after = words.is(at + 1, Role.AFTER);
        boolean before = words.is(at + 1, Role.BEFORE);
        if ((after || before) && words.is(at + 2, after ? Role.NEXT : Role.LAST) && !words.is(at + 3, Role.UNIT)) {
            return Match.day(
                    at + 3, new Periods.Relative(unit, after ? Deixis.AFTER_NEXT : Deixis.BEFORE_LAST, Edge.NONE));
        }
        if (unit == Unit.YEAR) {
            return Amount.year(words, at + 2) instanceof Amount year
                    ? Match.day(year.end(), new Periods.Year(year.value(), Edge.NONE))
                            .asWeak()
                    : null;
        }
        Match base = language.day(words, words.is(at + 2, Role.ON) ? at + 3 : at + 2);
        if (base == null || base.day() == null) {
            boolean alone = (after || before) && (words.isMark(at + 2) || at + 2 >= words.size());
            return alone
                    ? Match.day(at + 2, new Periods.Topic(unit, after ? 1 : -1)).asWeak()
                    : null;
        }
        if (after || before) {
            return Match.day(base.end(), new Days.Beside(base.day(), after, unit, 0));
        }
        return unit == Unit.MONTH && base.day().oneDay()
                ? null
                : Match.day(base.end(), new Days.Around(base.day(), unit));
    }

    /** "this week", "next three weeks", "the past few days", "last summer", "next March". */
    private static @Nullable Match pointed(Words words, Pointer pointer, boolean the) {
        int at = pointer.end();
        if (words.is(at, Role.SEASON)) {
            return season(words, at, pointer.deixis(), true);
        }
        if (words.is(at, Role.MONTH)) {
            return month(words, pointer);
        }
        boolean business = words.is(at, Role.BUSINESS) && words.is(at + 1, "day");
        if (words.is(business ? at + 1 : at, Role.UNIT) && !words.startsParagraph(at)) {
            return unit(words, pointer, business ? at + 1 : at, the);
        }
        Amount amount = pointer.deixis() == Deixis.THIS ? null : Amount.at(words, at);
        Length length = amount == null || amount.article() ? null : Length.after(words, amount);
        if (length == null || length.unit().short_() && !the && pointer.deixis() == Deixis.COMING) {
            return null;
        }
        boolean back = pointer.deixis() == Deixis.LAST || pointer.deixis() == Deixis.PAST;
        return Match.day(length.end(), new Periods.Span(length.count(), length.unit(), !back));
    }

    private static @Nullable Match unit(Words words, Pointer pointer, int at, boolean the) {
        Unit unit = Unit.of(words.value(at, Role.UNIT));
        if (unit.short_()) {
            boolean next = pointer.deixis() == Deixis.NEXT && !pointer.following();
            return next || pointer.deixis() == Deixis.LAST
                    ? Match.day(at + 1, new Days.Away(next ? 1 : -1, unit)).asWeak()
                    : null;
        }
        if (pointer.following() || unit == Unit.DAY && pointer.deixis() == Deixis.NEXT) {
            return Match.day(at + 1, new Periods.Topic(unit, 1)).asWeak();
        }
        if (unit == Unit.DAY) {
            return pointer.deixis() == Deixis.THIS && !the
                    ? Match.day(at + 1, new Periods.Topic(Unit.DAY, 0)).asWeak()
                    : null;
        }
        if (the && pointer.deixis() == Deixis.NEXT && lasts(words, pointer.end() - 3)) {
            return Match.day(at + 1, new Periods.Span(1, unit, true));
        }
        boolean rolling = the && words.is(pointer.end() - 1, "past") && pointer.deixis() == Deixis.LAST;
        if (rolling) {
            return Match.day(
                    at + 1,
                    unit == Unit.WEEK || unit == Unit.WEEKEND
                            ? new Periods.Relative(unit, Deixis.LAST, Edge.NONE)
                            : new Periods.Span(1, unit, false));
        }
        Match match = Match.day(at + 1, new Periods.Relative(unit, pointer.deixis(), Edge.NONE));
        boolean several =
                words.is(at, "weeks") || words.is(at, "months") || words.is(at, "years") || words.is(at, "weekends");
        return several ? match.asWeak() : match;
    }

    /** "within the next week" begins now; "the next week" may be the calendar's. */
    private static boolean lasts(Words words, int i) {
        return words.is(i, "for")
                || words.is(i, "in")
                || words.is(i, "within")
                || words.is(i, "over")
                || words.is(i, "during")
                || words.is(i, "throughout");
    }

    private static Match month(Words words, Pointer pointer) {
        int month = words.value(pointer.end(), Role.MONTH);
        Day named = new Periods.Month(0, month, Edge.NONE);
        Match match = Match.day(pointer.end() + 1, new PointedMonth(named, pointer.deixis(), month));
        return words.capital(pointer.end()) ? match : match.asWeak();
    }

    private static @Nullable Match season(Words words, int at, Deixis deixis, boolean sure) {
        Amount year = Amount.year(words, at + 1);
        if (year != null) {
            return Match.day(year.end(), new Periods.Season(year.value(), words.value(at, Role.SEASON), deixis));
        }
        Match match = Match.day(at + 1, new Periods.Season(0, words.value(at, Role.SEASON), deixis));
        return sure && !words.is(at, "spring") || deixis != Deixis.NONE ? match : match.asWeak();
    }

    /** "3rd quarter", "fourth quarter of 2001", "the first week of June" is the business of {@link NthOfPeriod}. */
    private static @Nullable Match ordinalQuarter(Words words, int i) {
        boolean dotted = words.isNumber(i) && words.isMark(i + 1, '.') && words.glued(i + 1) && !words.glued(i + 2);
        Amount ordinal = dotted && words.number(i) > 0
                ? new Amount(i + 2, 2 * words.number(i), false)
                : Amount.ordinal(words, i);
        if (ordinal == null
                || dotted && !words.is(ordinal.end(), "quartal")
                || ordinal.value() > 4
                || !words.is(ordinal.end(), Role.UNIT)
                || words.value(ordinal.end(), Role.UNIT) != Unit.QUARTER.ordinal()
                || words.is(ordinal.end(), "viertel")) {
            return null;
        }
        Amount year = Amount.year(words, ordinal.end() + 1);
        return Match.day(
                year == null ? ordinal.end() + 1 : year.end(),
                new Periods.Quarter(year == null ? 0 : year.value(), ordinal.value(), Edge.NONE));
    }
}
