package app.whichday.when.kinds;

import app.whichday.when.meaning.Clock;
import app.whichday.when.meaning.Hours;
import app.whichday.when.meaning.Kind;
import app.whichday.when.meaning.Language;
import app.whichday.when.meaning.Match;
import app.whichday.when.meaning.Part;
import app.whichday.when.meaning.Zones;
import app.whichday.when.words.Role;
import app.whichday.when.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * A time on the clock or a range of them, with its zone: "3pm", "9:30", "at 2", "noon", "half past nine", "3-4pm", "between 2
 * and 4", "from 9 to 9:45", "15:00 CET", "2:00 PM (GMT+1)", "7 in the evening".
 */
public final class ClockTime implements Kind {
    private static final long STARTS = Role.set(
            Role.NOON,
            Role.MIDNIGHT,
            Role.NUMBER,
            Role.HALF,
            Role.UNIT,
            Role.AT,
            Role.BETWEEN,
            Role.FROM,
            Role.BY,
            Role.AFTER,
            Role.BEFORE,
            Role.ABOUT,
            Role.A,
            Role.TO,
            Role.SINCE);

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
        boolean between = words.is(i, Role.BETWEEN) || words.is(i, Role.FROM);
        boolean led = words.any(i, Role.set(Role.AT, Role.BY, Role.AFTER, Role.BEFORE, Role.ABOUT, Role.TO, Role.SINCE))
                && !words.isNumber(i);
        int at = between || led ? i + 1 : i;
        at = led && words.is(at, Role.ABOUT) ? at + 1 : at;
        ClockWords first = ClockWords.at(words, at, true);
        if (first == null || words.startsParagraph(at) && at > i) {
            return null;
        }
        if (!first.sure() && words.isNumber(at) && IsoDate.isPartOfNumber(words, at)) {
            return null;
        }
        ClockWords halved = halved(words, first);
        Match range = range(words, halved == null ? first : halved, between, language);
        if (range != null) {
            return range;
        }
        if (between || led && !first.sure() && !words.any(i, Role.set(Role.AT, Role.BY, Role.AFTER, Role.BEFORE))) {
            return null;
        }
        boolean told = told(words, first.end());
        if (!first.sure() && !told && (!led || counts(words, first.end()))) {
            return null;
        }
        Match match = trailing(words, first.end(), Hours.at(first.clock()), language);
        return first.sure()
                        || words.is(match.end() - 1, Role.PART)
                        || match.hours() != null && match.hours().zoneWords()
                ? match
                : match.asWeak();
    }

    /** Whether "in the morning" or "at night" follows. */
    private static boolean told(Words words, int end) {
        return words.is(end, Role.IN) && words.is(end + 1, Role.THE) && words.is(end + 2, Role.PART)
                || words.is(end, Role.AT) && words.is(end + 1, "night");
    }

    /** "3 in the morning" as the first of a range: its half of the day is told, and the range goes on behind it. */
    private static @Nullable ClockWords halved(Words words, ClockWords first) {
        boolean part = words.is(first.end(), Role.IN) && told(words, first.end());
        return part && first.clock().open()
                ? new ClockWords(
                        first.end() + 3,
                        first.clock().with(words.is(first.end() + 2, "morning") ? Clock.Half.AM : Clock.Half.PM),
                        true)
                : null;
    }

    /** "at 2 locations", "by 10 percent", "at 5,500", "after 3 days". */
    static boolean counts(Words words, int end) {
        if (words.isMark(end) && words.glued(end)) {
            boolean number = words.isNumber(end + 1) && words.glued(end + 1);
            return number
                    || words.isMark(end, '%')
                    || words.isMark(end, '/')
                    || words.isMark(end, '$')
                    || words.isMark(end, '-') && words.glued(end + 1);
        }
        if (words.glued(end) && (words.isWord(end) || words.isNumber(end))) {
            return true;
        }
        long mayFollow = Role.set(
                Role.ON,
                Role.IN,
                Role.AND,
                Role.OR,
                Role.TO,
                Role.WEEKDAY,
                Role.DAYWORD,
                Role.PART,
                Role.THIS,
                Role.ZONE,
                Role.AT,
                Role.BY,
                Role.MONTH,
                Role.THE,
                Role.PRESENT,
                Role.AHEAD,
                Role.SCHEDULING,
                Role.THEN);
        return words.isWord(end) && !words.any(end, mayFollow) && !words.startsLine(end);
    }

    private static @Nullable Match range(Words words, ClockWords first, boolean between, Language language) {
        int at = first.end();
        boolean dash = words.isDash(at);
        boolean join = dash || words.is(at, Role.TO) || between && words.is(at, Role.AND);
        if (!join || words.startsParagraph(at + 1)) {
            return null;
        }
        at = words.isDash(at + 1) ? at + 2 : at + 1;
        ClockWords last = ClockWords.at(words, at, true);
        if (last == null) {
            return null;
        }
        if (words.is(last.end(), Role.MONTH) || words.is(last.end(), Role.SUFFIX)) {
            return null;
        }
        boolean told = told(words, last.end());
        boolean sure = first.sure() || last.sure() || told;
        if (!sure && (!between || counts(words, last.end())) || dash && !sure) {
            return null;
        }
        if (!last.sure() && !told && counts(words, last.end()) || dash && !last.sure() && words.isDash(last.end())) {
            return null;
        }
        Match match = trailing(words, last.end(), range(first.clock(), last.clock()), language);
        return sure ? match : match.asWeak();
    }

    /** The first takes the half of the second where that keeps the order: 3-4pm, but 11-1pm starts in the morning. */
    public static Hours range(Clock first, Clock last) {
        Clock from = first;
        if (first.open() && (last.half() == Clock.Half.PM || last.half() == Clock.Half.AM)) {
            Clock same = first.with(last.half());
            boolean ordered = same.minutes(false) < last.minutes(false);
            from = ordered ? same : first.with(last.half() == Clock.Half.PM ? Clock.Half.AM : Clock.Half.PM);
        } else if (first.open() && last.half() == Clock.Half.EXACT && last.hour() == 12) {
            from = first.hour() == 12 ? first : first.with(Clock.Half.AM);
        }
        return Hours.at(from).until(last);
    }

    /** The zone and the part of the day that may follow, in either order. */
    static Match trailing(Words words, int end, Hours hours, Language language) {
        Hours told = hours;
        int at = end;
        if (words.is(at, Role.NOON) && hours.from() != null) {
            at++;
        }
        Zones.Found zone = language.zones().at(words, at);
        if (zone == null && words.isNumber(at + 1) && words.digits(at + 1) == 4 && words.isMark(at - 2, ':')) {
            zone = Zones.offset(words, at);
        }
        if (zone != null) {
            told = told.with(zone.zone());
            at = zone.end();
        }
        int in = words.is(at, Role.IN) || words.is(at, Role.AT) ? at + 1 : at;
        in = words.is(in, Role.THE) && in > at ? in + 1 : in;
        if (words.is(in, Role.PART) && in > at && !words.startsParagraph(in)) {
            told = told.with(Part.of(words.value(in, Role.PART)));
            at = in + 1;
        }
        if (told.to() == null && told.from() != null && words.is(at, "for")) {
            Amount amount = Amount.at(words, at + 1);
            Length length = amount == null ? null : Length.after(words, amount);
            Clock until = length == null ? null : told.from().plus(length.count(), length.unit());
            if (until != null) {
                return Match.hours(length.end(), told.until(until));
            }
        }
        if (zone == null && language.zones().at(words, at) instanceof Zones.Found late && at > end) {
            told = told.with(late.zone());
            at = late.end();
        }
        return Match.hours(at, told);
    }
}
