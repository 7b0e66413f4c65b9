package app.whichday.cli;

import app.whichday.when.Reading;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A reading spelled out, so that nobody has to count: {@code Friday 14 November 2025, 15:00, Europe/Berlin}. */
final class ReadingWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private ReadingWords() {}

    /** @param zone of the anchor, for readings that name none themselves */
    static String of(Reading reading, ZoneId zone) {
        ZoneId where = reading.zone() != null ? reading.zone() : zone;
        String when = interval(reading);
        return reading.timed() ? when + ", " + where : when;
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
        String from = day(start.toLocalDate()) + ", " + start.format(CLOCK) + " to ";
        return end.toLocalDate().equals(start.toLocalDate())
                ? from + end.format(CLOCK)
                : from + day(end.toLocalDate()) + ", " + end.format(CLOCK);
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
            case MINUTE, HOUR -> day(day) + ", " + at.format(CLOCK);
            case PART, DAY -> day(day);
            case WEEKEND -> "the weekend of " + day(day);
            case WEEK -> "the week of " + day(day);
            case MONTH -> day.format(MONTH);
            case QUARTER -> "quarter " + (day.getMonthValue() + 2) / 3 + " of " + day.getYear();
            case YEAR -> Integer.toString(day.getYear());
        };
    }

    static String day(LocalDate day) {
        return day.format(DAY);
    }

    /** "Wednesday 5 November 2025, 09:30". */
    static String moment(LocalDateTime at) {
        return day(at.toLocalDate()) + ", " + at.format(CLOCK);
    }
}
