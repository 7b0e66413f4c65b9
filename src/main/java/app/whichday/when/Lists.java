package app.whichday.when;

import app.whichday.when.meaning.Clock;
import app.whichday.when.meaning.Day;
import app.whichday.when.meaning.Days;
import app.whichday.when.meaning.Deixis;
import app.whichday.when.meaning.Hours;
import app.whichday.when.meaning.Periods;
import app.whichday.when.words.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Members of a list share what is said once: "Tuesday or Thursday next week", "June and July 2000", "next Monday or Tuesday", "the
 * 12th or 13th of June", "10 or 11 am".
 */
final class Lists {
    private Lists() {}

    static void share(Words words, List<Draft> drafts) {
        for (int i = 1; i < drafts.size(); i++) {
            if (listed(words, drafts.get(i - 1), drafts.get(i))) {
                forward(drafts.get(i - 1), drafts.get(i));
            }
        }
        for (int i = drafts.size() - 1; i > 0; i--) {
            if (listed(words, drafts.get(i - 1), drafts.get(i))) {
                backward(drafts.get(i - 1), drafts.get(i));
            }
        }
    }

    private static boolean listed(Words words, Draft first, Draft last) {
        Gap gap = Gap.of(words, first.end, last.begin);
        return gap != null
                && gap.tokens() > 0
                && gap.tokens() <= 2
                && (gap.and() || gap.or() || gap.comma())
                && !gap.dash()
                && !gap.to()
                && !gap.at()
                && !gap.bracket();
    }

    private static void forward(Draft first, Draft last) {
        if (last.day instanceof Days.Weekday plain && plain.deixis() == Deixis.NONE) {
            if (first.day instanceof Days.WeekdayOfWeek told) {
                last.day = new Days.WeekdayOfWeek(plain.weekday(), told.week());
            } else if (first.day instanceof Days.Weekday told && told.deixis() != Deixis.NONE) {
                last.day = new Days.Weekday(plain.weekday(), told.deixis());
            }
        }
    }

    private static void backward(Draft first, Draft last) {
        first.day = shared(first.day, last.day);
        Hours from = first.hours;
        Hours to = last.hours;
        boolean open = from != null
                && from.from() != null
                && from.to() == null
                && from.from().open()
                && first.day == null;
        if (open && to != null && to.from() != null && last.day == null) {
            Clock.Half half = to.from().half();
            if (half == Clock.Half.AM || half == Clock.Half.PM) {
                first.hours = new Hours(from.from().with(half), null, from.part(), from.zone(), from.zoneWords());
            }
        }
    }

    private static @Nullable Day shared(@Nullable Day first, @Nullable Day last) {
        if (first instanceof Days.Weekday plain
                && plain.deixis() == Deixis.NONE
                && last instanceof Days.WeekdayOfWeek told) {
            return new Days.WeekdayOfWeek(plain.weekday(), told.week());
        }
        if (first instanceof Periods.Month plain
                && plain.year() == 0
                && last instanceof Periods.Month told
                && told.year() != 0) {
            return new Periods.Month(
                    plain.month() > told.month() ? told.year() - 1 : told.year(), plain.month(), plain.edge());
        }
        if (first instanceof Days.Date plain
                && plain.year() == 0
                && last instanceof Days.Date told
                && told.year() != 0) {
            return new Days.Date(
                    plain.month() > told.month() ? told.year() - 1 : told.year(), plain.month(), plain.day());
        }
        if (first instanceof Days.DayOfMonth plain && last instanceof Days.Date told && plain.day() < told.day()) {
            return new Days.Date(told.year(), told.month(), plain.day());
        }
        return first;
    }
}
