package app.whichday.when;

import app.whichday.when.meaning.Clock;
import app.whichday.when.meaning.Day;
import app.whichday.when.meaning.DayRange;
import app.whichday.when.meaning.DayReading;
import app.whichday.when.meaning.Days;
import app.whichday.when.meaning.Hours;
import app.whichday.when.meaning.Part;
import app.whichday.when.meaning.Scene;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what the words say into every interval that a person could mean by them. */
final class Resolver {
    private static final int MOST_READINGS = 14;
    private static final int MINUTES_OF_DAY = 24 * 60;
    private static final int NIGHT_ENDS = 6 * 60;
    private static final int EVENING_ENDS = 60;

    /**
     * A reading, the rule of its day and how its hours were read.
     *
     * @param known the appointment whose time it takes; null for what the words say themselves
     */
    record Candidate(
            Reading reading,
            String rule,
            String half,
            @Nullable Appointment known) {
        Candidate(Reading reading, String rule, String half) {
            this(reading, rule, half, null);
        }
    }

    private final List<Candidate> out = new ArrayList<>();
    private final Draft draft;
    private final Scene scene;

    private Resolver(Draft draft, Scene scene) {
        this.draft = draft;
        this.scene = scene;
    }

    /** The readings; none if the words name no day that exists. */
    static List<Candidate> readings(Draft draft, Day day, Scene scene) {
        Resolver resolver = new Resolver(draft, scene);
        for (DayReading reading : resolver.days(day)) {
            resolver.add(reading);
        }
        return resolver.out;
    }

    /** Whether a weekday and its date, or a day and its date, contradict each other. */
    static boolean conflicts(@Nullable Day day, Scene scene) {
        if (day instanceof DayRange range) {
            return conflicts(range.from(), scene) || conflicts(range.to(), scene);
        }
        return day instanceof Days.Agreed agreed
                && agreed.readings(scene).isEmpty()
                && !agreed.conflicting(scene).isEmpty();
    }

    private List<DayReading> days(Day day) {
        List<DayReading> readings = day.readings(scene);
        if (readings.isEmpty() && day instanceof Days.Agreed agreed) {
            return agreed.conflicting(scene);
        }
        if (readings.isEmpty() && day instanceof DayRange range) {
            Day from = range.from() instanceof Days.Agreed agreed ? agreed.date() : range.from();
            Day to = range.to() instanceof Days.Agreed agreed ? agreed.date() : range.to();
            List<DayReading> loose = new DayRange(from, to).readings(scene);
            return loose.isEmpty() ? range.from().readings(scene) : loose;
        }
        return readings;
    }

    private void add(DayReading day) {
        Hours hours = draft.hours;
        if (day.exact() != null) {
            add(day, day.exact(), null, Grain.MINUTE, "", null);
        } else if (hours == null) {
            add(day, day.start().atStartOfDay(), day.single() ? null : day.end().atStartOfDay(), day.grain(), "", null);
        } else if (hours.from() == null) {
            add(day, day.start().atStartOfDay(), day.single() ? null : day.end().atStartOfDay(), Grain.PART, "", hours);
        } else {
            timed(day, hours, hours.from());
        }
    }

    private void timed(DayReading day, Hours hours, Clock from) {
        boolean usual = usuallyAfternoon(hours, from);
        timed(day, hours, from, usual, from.open() ? usual ? "pm" : "am" : "");
        if (from.open() && hours.part() == null) {
            timed(day, hours, from, !usual, usual ? "am" : "pm");
        }
    }

    /** Between 9 and 5 people mean office hours, except where the words or the range say otherwise. */
    private static boolean usuallyAfternoon(Hours hours, Clock from) {
        if (!from.open()) {
            return false;
        }
        if (hours.part() != null) {
            return hours.part().afternoon(from.hour());
        }
        return from.usuallyAfternoon();
    }

    private void timed(DayReading day, Hours hours, Clock from, boolean afternoon, String half) {
        LocalDate first = day.start();
        int start = from.minutes(afternoon);
        if (hours.part() != null
                && from.half() == Clock.Half.EXACT
                && from.hour() > 0
                && from.hour() < 12
                && hours.part().afternoon(from.hour())) {
            start += MINUTES_OF_DAY / 2;
        }
        boolean pastMidnight = hours.part() == Part.NIGHT && start < NIGHT_ENDS
                || hours.part() == Part.EVENING && from.open() && start < EVENING_ENDS;
        if (pastMidnight) {
            // "last night around 5:30 am" was this morning, "this evening at 12" is midnight.
            start += MINUTES_OF_DAY;
        }
        LocalDateTime begin = at(first, start);
        LocalDateTime end = null;
        Clock to = hours.to();
        if (draft.lastDay != null && draft.lastHours != null && draft.lastHours.from() != null) {
            end = lastEnd(first, draft.lastDay, draft.lastHours.from());
        } else if (to != null) {
            end = at(first, end(start, to));
        } else if (!day.single() && day.grain() == Grain.DAY) {
            end = null;
        }
        if (end != null && !end.isAfter(begin)) {
            end = end.plusDays(1);
        }
        add(day, begin, end, Grain.MINUTE, half, hours);
    }

    private static int end(int start, Clock to) {
        int early = to.minutes(false);
        int late = to.minutes(true);
        if (!to.open()) {
            return early > start || to.half() != Clock.Half.EXACT ? early : early + MINUTES_OF_DAY;
        }
        return early > start ? early : late > start ? late : early + MINUTES_OF_DAY;
    }

    private @Nullable LocalDateTime lastEnd(LocalDate first, Day lastDay, Clock clock) {
        List<DayReading> last = new DayRange(
                        new Days.Date(first.getYear(), first.getMonthValue(), first.getDayOfMonth()), lastDay)
                .readings(scene.at(first));
        LocalDate day = last.isEmpty() ? first : last.getFirst().end().minusDays(1);
        return at(day, clock.minutes(clock.open() && clock.hour() < 7));
    }

    private static LocalDateTime at(LocalDate day, int minutes) {
        return day.atStartOfDay().plusMinutes(minutes);
    }

    private void add(
            DayReading day,
            LocalDateTime start,
            @Nullable LocalDateTime end,
            Grain grain,
            String half,
            @Nullable Hours hours) {
        if (out.size() >= MOST_READINGS) {
            return;
        }
        Reading reading = new Reading(
                start,
                end,
                grain,
                draft.open,
                hours == null ? null : hours.zone(),
                half.isEmpty() ? day.convention() : day.convention() + ", " + half);
        for (Candidate other : out) {
            if (other.reading().start() != null
                    && other.reading().start().equals(start)
                    && java.util.Objects.equals(other.reading().end(), end)) {
                return;
            }
        }
        out.add(new Candidate(reading, day.rule(), half));
    }
}
