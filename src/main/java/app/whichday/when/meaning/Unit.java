package app.whichday.when.meaning;

import app.whichday.when.Grain;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** A length of time that people count in. */
public enum Unit {
    SECOND,
    MINUTE,
    HOUR,
    DAY,
    /** Monday to Friday; public holidays are not known here and count as business days. */
    BUSINESS_DAY,
    WEEKEND,
    WEEK,
    FORTNIGHT,
    MONTH,
    QUARTER,
    YEAR,
    DECADE;

    private static final Unit[] ALL = values();

    static final int FIRST_YEAR = 1;
    static final int LAST_YEAR = 9999;

    public static Unit of(int ordinal) {
        return ALL[ordinal];
    }

    /** How many of a smaller unit it always holds; 0 where that depends, or where the other isn't smaller. */
    public int holds(Unit smaller) {
        long mine = seconds();
        long other = smaller.seconds();
        if (other > 0) {
            return mine > other ? (int) (mine / other) : 0;
        }
        int months = months();
        int each = smaller.months();
        return each > 0 && months > each ? months / each : 0;
    }

    private long seconds() {
        return switch (this) {
            case SECOND -> 1;
            case MINUTE -> 60;
            case HOUR -> 3_600;
            case DAY -> 86_400;
            case WEEK -> 7 * 86_400;
            case FORTNIGHT -> 14 * 86_400;
            case BUSINESS_DAY, WEEKEND, MONTH, QUARTER, YEAR, DECADE -> 0;
        };
    }

    private int months() {
        return switch (this) {
            case MONTH -> 1;
            case QUARTER -> 3;
            case YEAR -> 12;
            case DECADE -> 120;
            case SECOND, MINUTE, HOUR, DAY, BUSINESS_DAY, WEEKEND, WEEK, FORTNIGHT -> 0;
        };
    }

    /** Shorter than a day. */
    public boolean short_() {
        return this == SECOND || this == MINUTE || this == HOUR;
    }

    public Grain grain() {
        return switch (this) {
            case SECOND, MINUTE -> Grain.MINUTE;
            case HOUR -> Grain.HOUR;
            case DAY, BUSINESS_DAY -> Grain.DAY;
            case WEEKEND -> Grain.WEEKEND;
            case WEEK, FORTNIGHT -> Grain.WEEK;
            case MONTH -> Grain.MONTH;
            case QUARTER -> Grain.QUARTER;
            case YEAR, DECADE -> Grain.YEAR;
        };
    }

    /** {@code amount} of it after {@code day}; before it where negative. Stays within the years 1 to 9999. */
    public LocalDate add(LocalDate day, int amount) {
        long bounded = Math.clamp(amount, -100_000, 100_000);
        LocalDate sum =
                switch (this) {
                    case SECOND, MINUTE, HOUR -> day;
                    case DAY -> day.plusDays(bounded);
                    case BUSINESS_DAY -> businessDays(day, (int) bounded);
                    case WEEKEND, WEEK -> day.plusWeeks(bounded);
                    case FORTNIGHT -> day.plusWeeks(2 * bounded);
                    case MONTH -> day.plusMonths(bounded);
                    case QUARTER -> day.plusMonths(3 * bounded);
                    case YEAR -> day.plusYears(bounded);
                    case DECADE -> day.plusYears(10 * bounded);
                };
        return sum.getYear() > LAST_YEAR || sum.getYear() < FIRST_YEAR ? day : sum;
    }

    public LocalDateTime add(LocalDateTime time, int amount) {
        return switch (this) {
            case SECOND -> time.plusSeconds(amount);
            case MINUTE -> time.plusMinutes(amount);
            case HOUR -> time.plusHours(Math.clamp(amount, -1_000_000, 1_000_000));
            default -> add(time.toLocalDate(), amount).atTime(time.toLocalTime());
        };
    }

    private static LocalDate businessDays(LocalDate from, int amount) {
        LocalDate day = from;
        int step = amount < 0 ? -1 : 1;
        int left = Math.abs(amount);
        day = day.plusDays(7L * (left / 5) * step);
        for (left %= 5; left > 0 || weekend(day); ) {
            day = day.plusDays(step);
            if (!weekend(day)) {
                left = Math.max(0, left - 1);
            }
        }
        return day;
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
    }

    /** The first day of the week, month, ... that {@code day} lies in; a weekend's is its Saturday. */
    public LocalDate floor(LocalDate day) {
        return switch (this) {
            case SECOND, MINUTE, HOUR, DAY, BUSINESS_DAY -> day;
            case WEEK, FORTNIGHT -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case WEEKEND ->
                day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusDays(5);
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.withMonth((day.getMonthValue() - 1) / 3 * 3 + 1).withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
            case DECADE ->
                day.withYear(Math.max(FIRST_YEAR, day.getYear() / 10 * 10)).withDayOfYear(1);
        };
    }

    /** The day after the last of the one that starts at {@code first}. */
    public LocalDate ceiling(LocalDate first) {
        return this == WEEKEND ? first.plusDays(2) : short_() ? first.plusDays(1) : plus(first);
    }

    private LocalDate plus(LocalDate first) {
        return switch (this) {
            case WEEK -> first.plusWeeks(1);
            case FORTNIGHT -> first.plusWeeks(2);
            case MONTH -> first.plusMonths(1);
            case QUARTER -> first.plusMonths(3);
            case YEAR -> first.plusYears(1);
            case DECADE -> first.plus(1, ChronoUnit.DECADES);
            default -> first.plusDays(1);
        };
    }
}
