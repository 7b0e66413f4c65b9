package app.whichday.when;

import app.whichday.when.kinds.AfterDay;
import app.whichday.when.kinds.Amount;
import app.whichday.when.kinds.ClockTime;
import app.whichday.when.kinds.Length;
import app.whichday.when.meaning.Clock;
import app.whichday.when.meaning.Day;
import app.whichday.when.meaning.DayRange;
import app.whichday.when.meaning.Days;
import app.whichday.when.meaning.Deixis;
import app.whichday.when.meaning.Hours;
import app.whichday.when.meaning.Language;
import app.whichday.when.meaning.Match;
import app.whichday.when.meaning.Part;
import app.whichday.when.meaning.Periods;
import app.whichday.when.meaning.Unit;
import app.whichday.when.words.Role;
import app.whichday.when.words.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what may point at time, left to right, and joins neighbours: a day and its hours, a weekday and its date, the two ends
 * of a range. Tokens are visited once; every kind looks ahead a bounded number of them.
 */
final class Finder {
    private static final long LOOSE =
            Role.set(Role.AT, Role.AFTER, Role.BEFORE, Role.BY, Role.MERIDIEM, Role.NUMBER, Role.PART);

    private final Words words;
    private final Language language;
    private final List<Draft> drafts = new ArrayList<>();

    private Finder(Words words, Language language) {
        this.words = words;
        this.language = language;
    }

    static List<Draft> find(Words words, Language language) {
        Finder finder = new Finder(words, language);
        finder.scan();
        finder.drafts.forEach(finder::yearBehindClock);
        finder.joinRanges();
        finder.joinStretches();
        Lists.share(words, finder.drafts);
        return finder.drafts;
    }

    private void scan() {
        int i = 0;
        while (i < words.size()) {
            Match match = next(i);
            if (match == null) {
                i++;
            } else if (fileName(match.end())) {
                i = match.end();
            } else {
                Match whole = lasting(numbered(match));
                add(i, whole);
                i = whole.end();
            }
        }
    }

    /** "Saturday 09": as agendas and calendars write it, where nothing else can be meant by the number. */
    private Match numbered(Match match) {
        int at = match.end();
        boolean day = match.day() instanceof Days.Weekday
                && words.isNumber(at)
                && !words.startsLine(at)
                && words.digits(at) == 2
                && (words.number(at) < 10 || words.number(at) > 12)
                && words.number(at) >= 1
                && words.number(at) <= 31
                && (at + 1 == words.size()
                        || words.startsLine(at + 1)
                        || words.isMark(at + 1, ',') && !words.glued(at + 2));
        return day && match.day() != null
                ? Match.day(at + 1, new Days.Numbered(match.day(), new Days.DayOfMonth(words.number(at))))
                : match;
    }

    /** "from 18 June for 10 days". */
    private Match lasting(Match match) {
        int at = match.end();
        boolean goesOn = words.is(at, "for") || words.is(at, "für");
        Length length = goesOn
                        && match.hours() == null
                        && match.day() != null
                        && match.day().oneDay()
                ? Length.at(words, at + 1)
                : null;
        return length == null || match.day() == null || match.recurring() || length.days() < 1
                ? match
                : Match.day(length.end(), new Periods.Lasting(match.day(), length.days()));
    }

    /** "10-3-00.doc" is a file. */
    private boolean fileName(int end) {
        return words.isNumber(end - 1)
                && words.isMark(end, '.')
                && words.glued(end)
                && words.isWord(end + 1)
                && words.glued(end + 1);
    }

    private @Nullable Match next(int i) {
        Match match = language.at(words, i);
        boolean vague = words.is(i, Role.PART) && words.is(i, Role.DAYWORD)
                || match == null
                || match.weak()
                || match.hours() != null && match.day() == null;
        if (vague && !drafts.isEmpty() && (words.isNumber(i) || words.any(i, LOOSE) || words.isMark(i, '@'))) {
            Draft last = drafts.getLast();
            if (last.day != null && last.hours == null && last.day.oneDay()) {
                Gap gap = Gap.of(words, last.end, i);
                Match loose = gap != null && gap.close() && !gap.line() ? AfterDay.at(words, i, language) : null;
                return loose != null
                                && (match == null
                                        || loose.end() > match.end()
                                        || match.weak()
                                        || words.is(i, Role.DAYWORD))
                        ? loose
                        : match;
            }
        }
        return match;
    }

    private void add(int i, Match match) {
        if (!drafts.isEmpty()) {
            Draft last = drafts.getLast();
            Gap gap = Gap.of(words, last.end, i);
            if (gap != null
                    && (gap.close()
                            ? close(last, i, match, gap)
                            : gap.dash() && !gap.to() && dashed(last, match, gap))) {
                last.joined(match);
                return;
            }
        }
        drafts.add(new Draft(i, match));
    }

    private boolean close(Draft last, int i, Match match, Gap gap) {
        Day day = match.day();
        if (day == null) {
            return match.hours() != null && addHours(last, match.hours(), gap);
        }
        if (last.day == null) {
            return addDay(last, match, day, gap);
        }
        if (match.hours() == null && last.lastDay == null && agree(last, day, match, gap)) {
            return true;
        }
        return match.hours() != null
                && last.hours == null
                && match.hours().from() == null
                && sameDay(last, day, match.hours());
    }

    /** "Friday" + "3pm", "tomorrow morning" + "at 9". */
    private boolean addHours(Draft last, Hours hours, Gap gap) {
        if (last.hours == null) {
            if (last.day == null
                    || !(last.day.oneDay() || last.day instanceof DayRange)
                    || gap.line() && !gap.comma() && !gap.at() && gap.tokens() > 0) {
                return false;
            }
            last.hours = hours;
            return true;
        }
        Hours told = last.hours;
        if (told.part() == Part.EARLY && hours.from() == null && gap.tokens() == 0) {
            // "first thing tomorrow morning"
            return true;
        }
        if (told.from() == null && hours.from() != null && told.part() != null) {
            last.hours = hours.part() == null ? hours.with(told.part()) : hours;
            return true;
        }
        if (told.from() != null
                && hours.from() == null
                && hours.part() != null
                && told.part() == null
                && !gap.comma()) {
            last.hours = told.with(hours.part());
            return true;
        }
        return false;
    }

    /** "3-4pm" + "Friday", "midnight" + "tonight". */
    private boolean addDay(Draft last, Match match, Day day, Gap gap) {
        if (gap.line() && !gap.at() && !gap.comma() || last.weak && gap.comma() || last.hours == null) {
            return false;
        }
        if (!day.oneDay() && !(day instanceof DayRange)) {
            return false;
        }
        Hours hours = match.hours();
        if (hours != null) {
            if (last.hours.from() == null || hours.from() != null) {
                return false;
            }
            last.hours = hours.part() == null ? last.hours : last.hours.with(hours.part());
        }
        last.day = day;
        return true;
    }

    /** A weekday or relative day and the date that explains it: "Friday, March 3rd", "tomorrow (Thursday)". */
    private boolean agree(Draft last, Day day, Match match, Gap gap) {
        Day told = last.day;
        if (told == null || gap.at() && !gap.the()) {
            return false;
        }
        if (told instanceof DayRange range && isDate(day) && range.to().weekday() != 0 && !gap.line()) {
            last.day = new DayRange(range.from(), new Days.Agreed(range.to(), day));
            return true;
        }
        boolean toldVague = told.weekday() != 0 || told instanceof Days.Away away && away.unit() == Unit.DAY;
        boolean dayVague = day.weekday() != 0;
        if (toldVague && isDate(day)) {
            last.day = new Days.Agreed(told, day);
            return true;
        }
        if (dayVague && !gap.line() && (isDate(told) || told instanceof Days.Away) && !dated(match.end())) {
            last.day = new Days.Agreed(day, told);
            return true;
        }
        return false;
    }

    private boolean dated(int i) {
        int at = words.isMark(i, ',') ? i + 1 : i;
        Match next = language.day(words, at);
        return next != null && next.day() != null && isDate(next.day());
    }

    private static boolean isDate(@Nullable Day day) {
        return day instanceof Days.Date || day instanceof Days.Figures || day instanceof Days.DayOfMonth;
    }

    private static boolean sameDay(Draft last, Day day, Hours hours) {
        if (last.day instanceof Days.Away told && day instanceof Days.Away again && told.amount() == again.amount()) {
            last.hours = hours;
            return true;
        }
        return false;
    }

    /** "Friday - 3pm", "next week - Tuesday, July 5th" stays apart. */
    private boolean dashed(Draft last, Match match, Gap gap) {
        if (gap.line()
                || match.day() != null
                || match.hours() == null
                || match.hours().from() == null) {
            return false;
        }
        return last.hours == null && addHours(last, match.hours(), gap);
    }

    /** From the end, so that "the 4th, the 5th and the 6th" has its "and" before its comma. */
    private void joinRanges() {
        for (int i = drafts.size() - 1; i > 0; i--) {
            Draft first = drafts.get(i - 1);
            Draft last = drafts.get(i);
            Gap gap = Gap.of(words, first.end, last.begin);
            if (gap != null && (gap.range() || joint(first, last, gap)) && !moves(first) && range(first, last, gap)) {
                first.end = last.end;
                first.weak &=
                        last.weak && !(first.day instanceof DayRange months && months.from() instanceof Periods.Month);
                first.parts += last.parts;
                first.recurring |= last.recurring;
                first.listed = !gap.range();
                drafts.remove(i);
            }
        }
    }

    /** "between Monday and Thursday", "Monday and Tuesday", "Monday, Tuesday and Wednesday". */
    private boolean joint(Draft first, Draft last, Gap gap) {
        if (gap.tokens() != 1 || !gap.and() && !gap.comma()) {
            return false;
        }
        if (last.listed && last.day instanceof DayRange rest) {
            return last.hours == null && consecutive(first, rest.from());
        }
        return gap.and() && (words.is(first.begin - 1, Role.BETWEEN) || consecutive(first, last));
    }

    /** "Monday and Tuesday", "July 4 and July 5": two days that are one stretch. */
    private static boolean consecutive(Draft first, Draft last) {
        return last.hours == null && !last.recurring && last.day != null && consecutive(first, last.day);
    }

    private static boolean consecutive(Draft first, Day next) {
        if (first.hours != null || first.recurring) {
            return false;
        }
        if (first.day instanceof Days.Weekday from && next instanceof Days.Weekday to) {
            return to.deixis() == Deixis.NONE && to.weekday() == from.weekday() % 7 + 1;
        }
        if (first.day instanceof Days.Figures from && next instanceof Days.Figures to) {
            return from.first() == to.first() && to.second() == from.second() + 1 && from.year() == to.year();
        }
        return first.day instanceof Days.Date from
                && next instanceof Days.Date to
                && from.month() == to.month()
                && to.day() == from.day() + 1
                && (from.year() == to.year() || from.year() == 0);
    }

    /** "Thu Oct 26 11:00:09 EDT 2023": as Unix and C write it. */
    private void yearBehindClock(Draft draft) {
        Amount year = draft.hours != null && draft.hours.from() != null && words.isNumber(draft.end)
                ? Amount.year(words, draft.end)
                : null;
        Day dated = year == null ? null : inYear(draft.day, year.value());
        if (year != null && dated != null) {
            draft.day = dated;
            draft.end = year.end();
        }
    }

    private static @Nullable Day inYear(@Nullable Day day, int year) {
        if (day instanceof Days.Date date && date.year() == 0) {
            return new Days.Date(year, date.month(), date.day());
        }
        return day instanceof Days.Agreed agreed && inYear(agreed.date(), year) instanceof Day dated
                ? new Days.Agreed(agreed.vague(), dated)
                : null;
    }

    /** "Wednesday through Friday, November 14-16": one stretch said twice, which may contradict itself. */
    private void joinStretches() {
        for (int i = drafts.size() - 1; i > 0; i--) {
            Draft first = drafts.get(i - 1);
            Draft last = drafts.get(i);
            Gap gap = Gap.of(words, first.end, last.begin);
            if (gap != null
                    && gap.close()
                    && !gap.line()
                    && first.hours == null
                    && first.lastDay == null
                    && !first.listed) {
                DayRange agreed = agreed(first.day, last.day);
                if (agreed != null) {
                    first.day = agreed;
                    first.hours = last.hours;
                    first.end = last.end;
                    first.parts += last.parts;
                    first.weak = false;
                    drafts.remove(i);
                }
            }
        }
    }

    private static @Nullable DayRange agreed(@Nullable Day weekdays, @Nullable Day dates) {
        return weekdays instanceof DayRange said
                        && dates instanceof DayRange dated
                        && said.from() instanceof Days.Weekday
                        && said.to() instanceof Days.Weekday
                        && isDate(dated.from())
                        && isDate(dated.to())
                ? new DayRange(new Days.Agreed(said.from(), dated.from()), new Days.Agreed(said.to(), dated.to()))
                : null;
    }

    /** "moved from Monday to Tuesday" names two days, not a range. */
    private boolean moves(Draft first) {
        for (int i = first.begin - 1; i >= Math.max(0, first.begin - 8) && !words.startsSentence(i + 1); i--) {
            if (words.is(i, "move")
                    || words.is(i, "moved")
                    || words.is(i, "change")
                    || words.is(i, "changed")
                    || words.is(i, "rescheduled")
                    || words.is(i, "reschedule")
                    || words.is(i, "postponed")
                    || words.is(i, "postpone")
                    || words.is(i, "switch")
                    || words.is(i, "push")
                    || words.is(i, "pushed")) {
                return true;
            }
        }
        return false;
    }

    private static boolean range(Draft first, Draft last, Gap gap) {
        if (first.lastDay != null || last.lastDay != null || first.day instanceof DayRange) {
            return false;
        }
        if (last.day instanceof DayRange rest) {
            boolean list = last.listed && first.day != null && !gap.range();
            first.day = list ? new DayRange(first.day, rest.to()) : first.day;
            return list;
        }
        if (first.day == null) {
            return hoursRange(first, last);
        }
        if (last.day == null || first.day.oneDay() != last.day.oneDay()) {
            return false;
        }
        if (first.hours != null && first.hours.from() != null) {
            if (last.hours == null || last.hours.from() == null) {
                return false;
            }
            first.lastDay = last.day;
            first.lastHours = last.hours;
            return true;
        }
        if (first.hours != null) {
            return false;
        }
        first.day = new DayRange(inherit(today(first.day), last.day), today(last.day));
        first.hours = last.hours;
        return true;
    }

    /** "between now and Friday" begins today. */
    private static Day today(Day first) {
        return first instanceof Days.Away(int amount, Unit unit) && amount == 0 && unit == Unit.MINUTE
                ? new Days.Away(0, Unit.DAY)
                : first;
    }

    /** "the 12th through the 14th of November": the first takes the month of the second. */
    private static Day inherit(Day first, Day last) {
        return first instanceof Days.DayOfMonth of && last instanceof Days.Date date
                ? new Days.Date(date.year(), date.month(), of.day())
                : first;
    }

    private static boolean hoursRange(Draft first, Draft last) {
        Hours from = first.hours;
        Hours to = last.hours;
        if (from == null
                || to == null
                || from.from() == null
                || to.from() == null
                || from.to() != null
                || to.to() != null) {
            return false;
        }
        Clock start = from.from();
        Hours joined = ClockTime.range(start, to.from());
        first.hours = new Hours(
                joined.from(),
                joined.to(),
                to.part() != null ? to.part() : from.part(),
                to.zone() != null ? to.zone() : from.zone(),
                from.zoneWords() || to.zoneWords());
        first.day = last.day;
        return true;
    }
}
