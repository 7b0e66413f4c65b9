package app.whichday.when.meaning;

import app.whichday.when.Grain;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Weeks, months, quarters, seasons and years. */
public final class Periods {
    private Periods() {}

    /** Which end of a period is meant. */
    public enum Edge {
        NONE,
        /** "early next week": the period, its beginning. */
        EARLY,
        MID,
        LATE,
        /** "the beginning of the month": its first day. */
        START,
        /** "the end of the month": its last day; of a week, its Friday. */
        END
    }

    private static DayReading edged(DayReading whole, Unit unit, Edge edge) {
        return switch (edge) {
            case NONE, EARLY, MID, LATE -> whole;
            case START -> DayReading.day(whole.start(), whole.rule() + "-start", whole.convention());
            case END ->
                DayReading.day(
                        unit == Unit.WEEK
                                ? whole.start().plusDays(4)
                                : whole.end().minusDays(1),
                        whole.rule() + "-end",
                        whole.convention());
        };
    }

    /** "this week", "next month", "last weekend", "the weekend". */
    public record Relative(Unit unit, Deixis deixis, Edge edge) implements Day {
        @Override
        public List<DayReading> readings(Scene scene) {
            List<DayReading> out = new ArrayList<>(3);
            LocalDate current = unit.floor(scene.today());
            switch (deixis) {
                case NONE, THIS -> {
                    add(out, current, "this-" + unit.grain(), "this one");
                    if (unit == Unit.WEEK && scene.today().getDayOfWeek() == DayOfWeek.SUNDAY) {
                        add(out, unit.add(current, 1), "sunday-week", "the one that begins");
                    }
                    if (unit == Unit.WEEKEND || deixis == Deixis.NONE) {
                        add(out, unit.add(current, -1), "last-" + unit.grain(), "the last one");
                    }
                    if (deixis == Deixis.NONE) {
                        add(out, unit.add(current, 1), "next-" + unit.grain(), "the next one");
                    }
                }
                case NEXT -> {
                    add(out, unit.add(current, 1), "next-" + unit.grain(), "the next one");
                    if (unit == Unit.WEEKEND) {
                        add(out, current, "this-" + unit.grain(), "the coming one");
                    }
                }
                case LAST, PAST -> {
                    add(out, unit.add(current, -1), "last-" + unit.grain(), "the last one");
                    if (unit == Unit.WEEK && scene.today().getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue()) {
                        add(out, current, "ending-week", "the one that ends");
                    }
                }
                case COMING ->
                    add(
                            out,
                            unit == Unit.WEEKEND ? current : unit.add(current, 1),
                            "coming-" + unit.grain(),
                            "the coming one");
                case AFTER_NEXT ->
                    add(out, unit.add(current, 2), "after-next-" + unit.grain(), "the one after the next");
                case BEFORE_LAST ->
                    add(out, unit.add(current, -2), "before-last-" + unit.grain(), "the one before the last");
            }
            return out;
        }

        private void add(List<DayReading> out, LocalDate first, String rule, String convention) {
            out.add(edged(DayReading.of(first, unit, rule, convention), unit, edge));
        }

        @Override
        public boolean oneDay() {
            return edge == Edge.START || edge == Edge.END;
        }
    }

    /** "the next three weeks", "the past few days". */
    public record Span(int amount, Unit unit, boolean ahead) implements Day {
        @Override
        public List<DayReading> readings(Scene scene) {
            LocalDate today = scene.today();
            int count = Math.max(1, amount);
            if (unit.short_()) {
                return new Days.Away(ahead ? count : -count, unit).readings(scene);
            }
            if (ahead) {
                boolean weekends = unit == Unit.WEEKEND;
                LocalDate first = weekends ? unit.floor(today) : today.plusDays(1);
                LocalDate end = weekends ? unit.ceiling(unit.add(first, count - 1)) : unit.add(first, count);
                return List.of(new DayReading(first, end, unit.grain(), "span", "from now on", null));
            }
            LocalDate first = unit.add(today, -count);
            return List.of(new DayReading(
                    first,
                    unit == Unit.DAY || !first.isBefore(today) ? today.plusDays(1) : today,
                    unit.grain(),
                    "span-past",
                    "up to now",
                    null));
        }

        @Override
        public boolean oneDay() {
            return false;
        }
    }

    /** "March", "March 2001", "mid-December"; {@code year} 0 when unstated. */
    public record Month(int year, int month, Edge edge) implements Day {
        @Override
        public List<DayReading> readings(Scene scene) {
            List<DayReading> out = new ArrayList<>(3);
            if (year != 0) {
                if (year <= Unit.LAST_YEAR) {
                    add(out, year, "month", scene);
                }
                return out;
            }
            int now = scene.today().getYear();
            add(out, now, "month-year", scene);
            add(out, now + 1, "month-year+1", scene);
            add(out, now - 1, "month-year-1", scene);
            return out;
        }

        private void add(List<DayReading> out, int inYear, String rule, Scene scene) {
            LocalDate first = LocalDate.of(inYear, month, 1);
            DayReading whole = DayReading.of(
                    first, Unit.MONTH, rule, year != 0 ? "the month as written" : Days.yearWords(first, scene));
            out.add(
                    switch (edge) {
                        case EARLY ->
                            new DayReading(first, first.plusDays(10), Grain.MONTH, rule, whole.convention(), null);
                        case MID ->
                            new DayReading(
                                    first.plusDays(10),
                                    first.plusDays(20),
                                    Grain.MONTH,
                                    rule,
                                    whole.convention(),
                                    null);
                        case LATE ->
                            new DayReading(
                                    first.plusDays(20), whole.end(), Grain.MONTH, rule, whole.convention(), null);
                        default -> edged(whole, Unit.MONTH, edge);
                    });
        }

        @Override
        public boolean oneDay() {
            return edge == Edge.START || edge == Edge.END;
        }

        @Override
        public boolean fixed() {
            return year != 0;
        }
    }

    /** "Q3", "the fourth quarter of 2001". */
    public record Quarter(int year, int quarter, Edge edge) implements Day {
        @Override
        public List<DayReading> readings(Scene scene) {
            List<DayReading> out = new ArrayList<>(3);
            int now = scene.today().getYear();
            int[] years = year != 0 ? new int[] {year} : new int[] {now, now + 1, now - 1};
            for (int each : years) {
                LocalDate first = LocalDate.of(each, quarter * 3 - 2, 1);
                String rule = each == now ? "quarter" : each > now ? "quarter+1" : "quarter-1";
                out.add(edged(
                        DayReading.of(first, Unit.QUARTER, rule, Days.yearWords(first, scene)), Unit.QUARTER, edge));
            }
            return out;
        }

        @Override
        public boolean oneDay() {
            return edge == Edge.START || edge == Edge.END;
        }
    }

    /** Three months from March (1 spring) on, on the northern half; winter begins in December of the year before. */
    public record Season(int year, int season, Deixis deixis) implements Day {
        @Override
        public List<DayReading> readings(Scene scene) {
            List<DayReading> out = new ArrayList<>(3);
            int now = scene.today().getYear();
            boolean over = !LocalDate.of(now, Math.min(12, season * 3 + 3), 1).isAfter(scene.today());
            int shift = deixis == Deixis.NEXT ? 1 : deixis == Deixis.LAST && !over ? -1 : 0;
            int[] years = year != 0
                    ? new int[] {year}
                    : deixis == Deixis.NONE ? new int[] {now, now + 1, now - 1} : new int[] {now + shift, now, now - 1};
            for (int each : years) {
                LocalDate first = LocalDate.of(each, season * 3 % 12 == 0 ? 12 : season * 3, 1);
                String rule = each == now ? "season" : each > now ? "season+1" : "season-1";
                out.add(DayReading.of(first, Unit.QUARTER, rule, Days.yearWords(first, scene)));
            }
            return out;
        }

        @Override
        public boolean oneDay() {
            return false;
        }
    }

    /** "2001", "the end of the year 2001". */
    public record Year(int year, Edge edge) implements Day {
        @Override
        public List<DayReading> readings(Scene scene) {
            return List.of(edged(
                    DayReading.of(LocalDate.of(year, 1, 1), Unit.YEAR, "year-figure", "the year as written"),
                    Unit.YEAR,
                    edge));
        }

        @Override
        public boolean oneDay() {
            return edge == Edge.START || edge == Edge.END;
        }
    }

    /** "week 47", ISO 8601. */
    public record IsoWeek(int year, int week) implements Day {
        @Override
        public List<DayReading> readings(Scene scene) {
            List<DayReading> out = new ArrayList<>(3);
            int now = scene.today().getYear();
            int[] years = year != 0 ? new int[] {year} : new int[] {now, now + 1, now - 1};
            for (int each : years) {
                LocalDate first = Unit.WEEK.floor(LocalDate.of(each, 1, 4)).plusWeeks(week - 1L);
                out.add(DayReading.of(
                        first,
                        Unit.WEEK,
                        each == now ? "iso-week" : each > now ? "iso-week+1" : "iso-week-1",
                        "calendar week " + week));
            }
            return out;
        }

        @Override
        public boolean oneDay() {
            return false;
        }
    }

    /** "the first Tuesday of next month" ({@code weekday} 0: the third day; -1: business day), counted from the end if {@code n} is negative. */
    public record Nth(int n, int weekday, Day period) implements Day {
        @Override
        public List<DayReading> readings(Scene scene) {
            List<DayReading> out = new ArrayList<>();
            for (DayReading reading : period.readings(scene)) {
                LocalDate day = n > 0 ? reading.start() : reading.end().minusDays(1);
                int step = n > 0 ? 1 : -1;
                int left = Math.abs(n);
                while (!day.isBefore(reading.start()) && day.isBefore(reading.end())) {
                    if (counts(day) && --left == 0) {
                        Days.add(out, day, "nth-" + reading.rule(), reading.convention());
                        break;
                    }
                    day = day.plusDays(step);
                }
            }
            return out;
        }

        private boolean counts(LocalDate day) {
            int dow = day.getDayOfWeek().getValue();
            return weekday == 0 || weekday == dow || weekday == -1 && dow < 6;
        }
    }

    /**
     * "the first week of January", counted from the end if {@code n} is negative. A week is of the period that most of it lies in,
     * as in ISO 8601.
     */
    public record NthWeek(int n, Unit unit, Day period) implements Day {
        private static final long TO_THURSDAY = 3;
        private static final long TO_SATURDAY = 5;

        @Override
        public List<DayReading> readings(Scene scene) {
            List<DayReading> out = new ArrayList<>();
            for (DayReading reading : period.readings(scene)) {
                LocalDate edge =
                        Unit.WEEK.floor(n > 0 ? reading.start() : reading.end().minusDays(1));
                LocalDate counts = edge.plusDays(unit == Unit.WEEK ? TO_THURSDAY : TO_SATURDAY);
                boolean outside = counts.isBefore(reading.start()) || !counts.isBefore(reading.end());
                LocalDate first = outside ? edge.plusWeeks(n > 0 ? 1 : -1) : edge;
                LocalDate monday = first.plusWeeks(n > 0 ? n - 1L : n + 1L);
                LocalDate start = unit == Unit.WEEK ? monday : monday.plusDays(TO_SATURDAY);
                out.add(DayReading.of(start, unit, "nth-week-" + reading.rule(), reading.convention()));
            }
            return out;
        }

        @Override
        public boolean oneDay() {
            return false;
        }
    }

    /** "the second half of July": from the 16th on; of a year, six months. */
    public record HalfOf(int half, Day period) implements Day {
        private static final int HALF_YEAR = 6;
        private static final int HALF_MONTH = 15;

        @Override
        public List<DayReading> readings(Scene scene) {
            List<DayReading> out = new ArrayList<>();
            for (DayReading whole : period.readings(scene)) {
                boolean year = whole.grain() == Grain.YEAR;
                LocalDate middle =
                        switch (whole.grain()) {
                            case YEAR -> whole.start().plusMonths(HALF_YEAR);
                            case MONTH -> whole.start().plusDays(HALF_MONTH);
                            default -> whole.start().plusDays(ChronoUnit.DAYS.between(whole.start(), whole.end()) / 2);
                        };
                out.add(new DayReading(
                        half == 1 ? whole.start() : middle,
                        half == 1 ? middle : whole.end(),
                        year ? Grain.MONTH : Grain.DAY,
                        "half-" + whole.rule(),
                        whole.convention(),
                        null));
            }
            return out;
        }

        @Override
        public boolean oneDay() {
            return false;
        }
    }

    /** "from 18 June for 10 days": so many days, the first one named. */
    public record Lasting(Day first, int days) implements Day {
        public Lasting {
            if (days < 1) {
                throw new IllegalArgumentException("Lasts for " + days + " days: give at least one");
            }
        }

        @Override
        public List<DayReading> readings(Scene scene) {
            List<DayReading> out = new ArrayList<>();
            for (DayReading reading : first.readings(scene)) {
                out.add(new DayReading(
                        reading.start(),
                        Unit.DAY.add(reading.start(), days),
                        Grain.DAY,
                        "lasting-" + reading.rule(),
                        reading.convention(),
                        null));
            }
            return out;
        }

        @Override
        public boolean oneDay() {
            return false;
        }
    }

    /** "that day", "the following week": beside what was spoken of last. */
    public record Topic(Unit unit, int shift) implements Day {
        @Override
        public List<DayReading> readings(Scene scene) {
            LocalDate spoken = scene.spokenOf();
            LocalDate topic = spoken == null ? scene.today() : spoken;
            LocalDate first = unit.floor(unit.add(unit.floor(topic), shift));
            return List.of(DayReading.of(first, unit, "topic", "counted from the day spoken of before"));
        }

        @Override
        public boolean oneDay() {
            return unit == Unit.DAY;
        }
    }

    /** Whether there is such a day; {@code year} 0 when unstated. */
    public static boolean valid(int year, int month, int day) {
        return month >= 1
                && month <= 12
                && day >= 1
                && YearMonth.of(year == 0 ? 2000 : year, month).isValidDay(day);
    }
}
