package app.whichday.when;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A reading spelled out, so that nobody has to count: {@code Friday 14 November 2025, 15:00, Europe/Berlin}. Written by hand rather
 * than by formatters, since it is done for every option of every expression.
 */
public final class ReadingWords {
    private static final String[] DAYS = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
    private static final String[] MONTHS = {
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December"
    };

    private ReadingWords() {}

    /** @param zone of the anchor, for readings that name none themselves */
    public static String of(Reading reading, ZoneId zone) {
        ZoneId where = reading.zone() != null ? reading.zone() : zone;
        String when = interval(reading);
        return reading.timed() ? when + ", " + where : when;
    }

    /** The zone is told only where the reading names one itself. */
    public static String of(Reading reading) {
        return reading.zone() == null ? interval(reading) : of(reading, reading.zone());
    }

    private static String interval(Reading reading) {
        LocalDateTime start = reading.start();
        LocalDateTime end = reading.end();
        return switch (reading.open()) {
            case BEFORE -> "before " + point(start != null ? start : end, reading);
            case AFTER -> "from " + point(start != null ? start : end, reading) + " on";
            case NO ->
                start == null
                        ? "until " + point(end, reading)
                        : end == null
                                ? point(start, reading)
                                : reading.timed()
                                        ? clockRange(start, end)
                                        : dayRange(
                                                start.toLocalDate(),
                                                end.toLocalDate().minusDays(1),
                                                reading);
        };
    }

    private static String clockRange(LocalDateTime start, LocalDateTime end) {
        String from = day(start.toLocalDate()) + ", " + clock(start.toLocalTime()) + " to ";
        return end.toLocalDate().equals(start.toLocalDate())
                ? from + clock(end.toLocalTime())
                : from + day(end.toLocalDate()) + ", " + clock(end.toLocalTime());
    }

    /** One unit of its grain is said by its name; anything longer by its first and last day. */
    private static String dayRange(LocalDate first, LocalDate last, Reading reading) {
        LocalDate lastOfUnit =
                switch (reading.grain()) {
                    case MINUTE, HOUR, PART, DAY -> first;
                    case WEEKEND -> first.plusDays(1);
                    case WEEK -> first.plusDays(6);
                    case MONTH -> first.plusMonths(1).minusDays(1);
                    case QUARTER -> first.plusMonths(3).minusDays(1);
                    case YEAR -> first.plusYears(1).minusDays(1);
                };
        return last.isAfter(lastOfUnit) ? day(first) + " to " + day(last) : point(first.atStartOfDay(), reading);
    }

    private static String point(@Nullable LocalDateTime at, Reading reading) {
        LocalDate day = at.toLocalDate();
        return switch (reading.grain()) {
            case MINUTE, HOUR -> day(day) + ", " + clock(at.toLocalTime());
            case PART, DAY -> day(day);
            case WEEKEND -> "the weekend of " + day(day);
            case WEEK -> "the week of " + day(day);
            case MONTH -> MONTHS[day.getMonthValue() - 1] + " " + day.getYear();
            case QUARTER -> "quarter " + (day.getMonthValue() + 2) / 3 + " of " + day.getYear();
            case YEAR -> Integer.toString(day.getYear());
        };
    }

    /** "Friday 14 November 2025". */
    public static String day(LocalDate day) {
        return DAYS[day.getDayOfWeek().ordinal()] + " " + day.getDayOfMonth() + " " + MONTHS[day.getMonthValue() - 1]
                + " " + day.getYear();
    }

    /** "Wednesday 5 November 2025, 09:30". */
    public static String moment(LocalDateTime at) {
        return day(at.toLocalDate()) + ", " + clock(at.toLocalTime());
    }

    private static String clock(LocalTime time) {
        return (time.getHour() < 10 ? "0" : "")
                + time.getHour()
                + (time.getMinute() < 10 ? ":0" : ":")
                + time.getMinute();
    }
}
