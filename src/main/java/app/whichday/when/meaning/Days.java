package app.whichday.when.meaning;

import app.whichday.when.Grain;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** The kinds of days that most languages share. A language adds its own by implementing {@link Day}. */
public final class Days {
    private Days() {}

    /** "Friday", "next Friday". */
    public record Weekday(int weekday, Deixis deixis) implements Day {
        @Override
        public String shape() {
            return SHAPES[deixis.ordinal()];
        }

        private static final String[] SHAPES = {
            "weekday",
            "this-weekday",
            "next-weekday",
            "last-weekday",
            "coming-weekday",
            "past-weekday",
            "weekday-after-next",
            "weekday-before-last"
        };

        @Override
        public List<DayReading> readings(Scene scene) {
            LocalDate today = scene.today();
            DayOfWeek dow = DayOfWeek.of(weekday);
            LocalDate ahead = today.with(TemporalAdjusters.next(dow));
            LocalDate back = today.with(TemporalAdjusters.previous(dow));
            LocalDate ofThisWeek = Unit.WEEK.floor(today).plusDays(weekday - 1L);
            List<DayReading> out = new ArrayList<>(5);
            switch (deixis) {
                case NONE -> {
                    add(out, ahead, "ahead", "the coming one");
                    add(out, back, "back", "the latest past");
                    if (ahead.equals(today.plusWeeks(1))) {
                        add(out, today, "today", "today");
                    }
                    add(out, ahead.plusWeeks(1), "ahead+1", "the one after the coming");
                    add(out, back.minusWeeks(1), "back-1", "the one before the latest past");
                }
                case THIS -> {
                    add(out, ofThisWeek, "this", "this week's");
                    add(out, ahead, "ahead", "the coming one");
                    add(out, back, "back", "the latest past");
                }
                case NEXT -> {
                    add(out, ofThisWeek.plusWeeks(1), "next", "next week's");
                    add(out, ahead, "ahead", "the coming one");
                    add(out, ofThisWeek.plusWeeks(2), "next+1", "that of the week after next");
                }
                case LAST -> {
                    add(out, back, "back", "the latest past");
                    add(out, ofThisWeek.minusWeeks(1), "last", "last week's");
                }
                case COMING -> add(out, ahead, "coming", "the coming one");
                case PAST -> add(out, back, "past", "the latest past");
                case AFTER_NEXT -> {
                    add(out, ahead.plusWeeks(1), "after-next", "the one after the coming");
                    add(out, ofThisWeek.plusWeeks(2), "after-next+1", "that of the week after next");
                }
                case BEFORE_LAST -> {
                    add(out, back.minusWeeks(1), "before-last", "the one before the latest past");
                    add(out, ofThisWeek.minusWeeks(2), "before-last-1", "that of the week before last");
                }
            }
            return out;
        }
    }

    /** "Friday next week", "Wednesday of last week". */
    public record WeekdayOfWeek(int weekday, Day week) implements Day {
        @Override
        public List<DayReading> readings(Scene scene) {
            List<DayReading> out = new ArrayList<>();
            for (DayReading reading : week.readings(scene)) {
                LocalDate monday = Unit.WEEK.floor(reading.start());
                add(out, monday.plusDays(weekday - 1L), "of-week", reading.convention());
            }
            if (scene.today().getDayOfWeek() == DayOfWeek.SUNDAY && !out.isEmpty()) {
                add(out, out.getFirst().start().plusWeeks(1), "of-week+1", "of the week after, counted from Sunday");
            }
            return out;
        }
    }

    /** "the 21st". */
    public record DayOfMonth(int day) implements Day {
        @Override
        public List<DayReading> readings(Scene scene) {
            List<DayReading> out = months(scene, 0, 1, -1, 2, -2);
            LocalDate topic = scene.spokenOf();
            if (topic != null && YearMonth.from(topic).isValidDay(day)) {
                add(out, YearMonth.from(topic).atDay(day), "dom-topic", "of the month spoken of before");
            }
            return out;
        }

        @Override
        public List<DayReading> wide(Scene scene) {
            return months(scene, 0, 1, -1, 2, -2, 3, -3, 4, -4, 5, 6, 7, 8, 9, 10, 11);
        }

        private List<DayReading> months(Scene scene, int... offsets) {
            List<DayReading> out = new ArrayList<>();
            YearMonth month = YearMonth.from(scene.today());
            for (int offset : offsets) {
                YearMonth candidate = month.plusMonths(offset);
                if (candidate.isValidDay(day)) {
                    add(
                            out,
                            candidate.atDay(day),
                            offset == 0 ? "dom" : offset > 0 ? "dom+" + offset : "dom" + offset,
                            MONTHS.get(Math.clamp(offset, -2, 2) + 2));
                }
            }
            return out;
        }

        private static final List<String> MONTHS =
                List.of("of an earlier month", "last month's", "this month's", "next month's", "of a later month");
    }

    /** "3 November", "Nov. 3rd, 2025"; {@code year} 0 when unstated. */
    public record Date(int year, int month, int day) implements Day {
        @Override
        public List<DayReading> readings(Scene scene) {
            return years(scene, 0, 1, -1);
        }

        @Override
        public List<DayReading> wide(Scene scene) {
            return years(scene, 0, 1, -1, 2, -2, -3, -4, -5, 3);
        }

        private List<DayReading> years(Scene scene, int... offsets) {
            List<DayReading> out = new ArrayList<>();
            if (year != 0) {
                if (year <= Unit.LAST_YEAR && YearMonth.of(year, month).isValidDay(day)) {
                    add(out, LocalDate.of(year, month, day), "date", "the date as written");
                }
                return out;
            }
            for (int offset : offsets) {
                YearMonth candidate = YearMonth.of(scene.today().getYear() + offset, month);
                if (candidate.isValidDay(day)) {
                    LocalDate date = candidate.atDay(day);
                    add(
                            out,
                            date,
                            offset == 0 ? "year" : offset > 0 ? "year+" + offset : "year" + offset,
                            yearWords(date, scene));
                }
            }
            return out;
        }

        @Override
        public boolean fixed() {
            return year != 0;
        }
    }

    /** "June 1 next year"; {@code shift} in years from the one it was written in. */
    public record DateOfYear(int shift, Date date) implements Day {
        @Override
        public List<DayReading> readings(Scene scene) {
            return new Date(scene.today().getYear() + shift, date.month, date.day).readings(scene);
        }

        @Override
        public boolean fixed() {
            return true;
        }
    }

    /** "Saturday 09": the number is its day of the month where the two agree, and nothing where they don't. */
    public record Numbered(Day vague, DayOfMonth date) implements Day {
        @Override
        public List<DayReading> readings(Scene scene) {
            List<DayReading> agreed = new Agreed(vague, date).readings(scene);
            return agreed.isEmpty() ? vague.readings(scene) : agreed;
        }
    }

    static String yearWords(LocalDate date, Scene scene) {
        int offset = date.getYear() - scene.today().getYear();
        return offset == 0
                ? "this year's"
                : offset == 1 ? "next year's" : offset == -1 ? "last year's" : "of " + date.getYear();
    }

    /** "3/4", "03/04/2026": which is the month depends on the writer's country. */
    public record Figures(int first, int second, int year) implements Day {
        @Override
        public List<DayReading> readings(Scene scene) {
            return both(scene, false);
        }

        @Override
        public List<DayReading> wide(Scene scene) {
            return both(scene, true);
        }

        @Override
        public boolean fixed() {
            return year != 0;
        }

        private List<DayReading> both(Scene scene, boolean wide) {
            List<DayReading> out = new ArrayList<>();
            order(out, scene, scene.dayFirst(), wide, "order");
            if (first != second) {
                order(out, scene, !scene.dayFirst(), wide, "other-order");
            }
            return out;
        }

        private void order(List<DayReading> out, Scene scene, boolean dayFirst, boolean wide, String rule) {
            int month = dayFirst ? second : first;
            int day = dayFirst ? first : second;
            if (month < 1 || month > 12 || day < 1 || day > 31) {
                return;
            }
            Date date = new Date(year, month, day);
            for (DayReading reading : wide ? date.wide(scene) : date.readings(scene)) {
                add(
                        out,
                        reading.start(),
                        rule + "-" + reading.rule(),
                        (dayFirst ? "day first" : "month first") + (year == 0 ? ", " + reading.convention() : ""));
            }
        }
    }

    /** Words that can be two things: "05/01" is the first of May, or May 2001. */
    public record Either(Day usual, Day other) implements Day {
        @Override
        public List<DayReading> readings(Scene scene) {
            List<DayReading> out = new ArrayList<>(usual.readings(scene));
            out.addAll(other.readings(scene));
            return out;
        }

        @Override
        public List<DayReading> wide(Scene scene) {
            return usual.wide(scene);
        }
    }

    /** "today", "tomorrow", "three weeks ago", "in two business days". */
    public record Away(int amount, Unit unit) implements Day {
        @Override
        public List<DayReading> readings(Scene scene) {
            if (unit.short_()) {
                LocalDateTime exact = unit.add(scene.now(), amount);
                return List.of(new DayReading(
                        exact.toLocalDate(),
                        exact.toLocalDate().plusDays(1),
                        Grain.MINUTE,
                        "away",
                        "counted from the sent time",
                        exact));
            }
            LocalDate day = unit.add(scene.today(), amount);
            String convention = amount == 0 ? "the sent day" : "counted from the sent day";
            if (unit == Unit.DAY && amount == 1 && scene.now().getHour() < 3) {
                return List.of(
                        DayReading.day(day, "away", convention),
                        DayReading.day(scene.today(), "away-night", "the day that has just begun"));
            }
            return List.of(DayReading.day(day, "away", convention));
        }

        @Override
        public boolean fixed() {
            return true;
        }
    }

    /** "a week from Tuesday", "the day after Thanksgiving", "two days before the 5th". */
    public record From(Day base, int amount, Unit unit) implements Day {
        @Override
        public List<DayReading> readings(Scene scene) {
            List<DayReading> out = new ArrayList<>();
            for (DayReading reading : base.readings(scene)) {
                LocalDate start = unit.add(
                        amount > 0 && !reading.single() ? reading.end().minusDays(1) : reading.start(), amount);
                if (unit == Unit.WEEK && !base.oneDay() || unit == Unit.MONTH || unit == Unit.WEEKEND) {
                    LocalDate first = unit.floor(start);
                    out.add(DayReading.of(first, unit, "from-" + reading.rule(), reading.convention()));
                } else {
                    add(out, start, "from-" + reading.rule(), reading.convention());
                }
            }
            return out;
        }
    }

    /** "the week after Thanksgiving", "the Friday before Thanksgiving": the first one on that side. */
    public record Beside(Day base, boolean after, Unit unit, int weekday) implements Day {
        @Override
        public List<DayReading> readings(Scene scene) {
            List<DayReading> out = new ArrayList<>();
            for (DayReading reading : base.readings(scene)) {
                if (weekday != 0) {
                    DayOfWeek dow = DayOfWeek.of(weekday);
                    LocalDate day = after
                            ? reading.end().minusDays(1).with(TemporalAdjusters.next(dow))
                            : reading.start().with(TemporalAdjusters.previous(dow));
                    add(out, day, "beside-" + reading.rule(), reading.convention());
                } else {
                    LocalDate first = unit.floor(unit.add(unit.floor(reading.start()), after ? 1 : -1));
                    out.add(DayReading.of(first, unit, "beside-" + reading.rule(), reading.convention()));
                }
            }
            return out;
        }

        @Override
        public boolean oneDay() {
            return weekday != 0;
        }
    }

    /** "the week of November 17", "the weekend of the 3rd". */
    public record Around(Day base, Unit unit) implements Day {
        @Override
        public List<DayReading> readings(Scene scene) {
            return around(base.readings(scene));
        }

        @Override
        public List<DayReading> wide(Scene scene) {
            return around(base.wide(scene));
        }

        private List<DayReading> around(List<DayReading> readings) {
            List<DayReading> out = new ArrayList<>();
            for (DayReading reading : readings) {
                LocalDate start = reading.start();
                LocalDate first = unit.floor(
                        unit == Unit.WEEK && start.getDayOfWeek() == DayOfWeek.SUNDAY && reading.single()
                                ? start.plusDays(1)
                                : start);
                out.add(DayReading.of(first, unit, reading.rule(), reading.convention()));
            }
            return out;
        }

        @Override
        public boolean oneDay() {
            return false;
        }
    }

    /**
     * A day said twice: a weekday or a day counted from today, and a date. "Friday the 21st", "tomorrow, August 25". Without
     * readings when the two contradict each other.
     */
    public record Agreed(Day vague, Day date) implements Day {
        private static final int REACH_OF_MONTHS = 70;
        private static final int REACH_OF_YEARS = 300;

        @Override
        public List<DayReading> readings(Scene scene) {
            List<DayReading> agreeing = new ArrayList<>();
            List<DayReading> said = vague.weekday() == 0 ? vague.readings(scene) : List.of();
            for (DayReading reading : date.wide(scene)) {
                boolean agrees = vague.weekday() != 0
                        ? reading.start().getDayOfWeek().getValue() == vague.weekday()
                        : said.stream().anyMatch(other -> other.start().equals(reading.start()));
                if (agrees && plausible(reading.start(), scene)) {
                    agreeing.add(reading);
                }
            }
            return agreeing;
        }

        /** Agreement in a far-off month or year is chance, not meaning. */
        private boolean plausible(LocalDate day, Scene scene) {
            int reach = date instanceof DayOfMonth ? REACH_OF_MONTHS : REACH_OF_YEARS;
            return date.fixed() || Math.abs(day.toEpochDay() - scene.today().toEpochDay()) <= reach;
        }

        /** Both sides of the contradiction: the dates, the weekday near them, the weekday near now. */
        public List<DayReading> conflicting(Scene scene) {
            List<DayReading> out = new ArrayList<>();
            List<DayReading> dates = date.readings(scene);
            for (DayReading reading : dates) {
                add(
                        out,
                        reading.start(),
                        "conflict-" + reading.rule(),
                        "the date, not the weekday: " + reading.convention());
            }
            if (!dates.isEmpty() && vague.weekday() != 0) {
                LocalDate near = dates.getFirst().start();
                DayOfWeek dow = DayOfWeek.of(vague.weekday());
                add(out, near.with(TemporalAdjusters.nextOrSame(dow)), "conflict-after", "the weekday after that date");
                add(
                        out,
                        near.with(TemporalAdjusters.previousOrSame(dow)),
                        "conflict-before",
                        "the weekday before that date");
            }
            for (DayReading reading : vague.readings(scene)) {
                add(
                        out,
                        reading.start(),
                        "conflict-" + reading.rule(),
                        "the weekday, not the date: " + reading.convention());
            }
            return out;
        }
    }

    static void add(List<DayReading> out, LocalDate day, String rule, String convention) {
        for (int i = 0; i < out.size(); i++) {
            if (out.get(i).start().equals(day)) {
                return;
            }
        }
        if (day.getYear() <= Unit.LAST_YEAR && day.getYear() >= Unit.FIRST_YEAR) {
            out.add(DayReading.day(day, rule, convention));
        }
    }
}
