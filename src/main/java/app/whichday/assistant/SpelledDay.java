package app.whichday.assistant;

import app.whichday.calendar.EventTime;
import app.whichday.when.Expression;
import app.whichday.when.Grain;
import app.whichday.when.Reading;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days and times in words: "Friday 14 November 2025, 15:00". */
final class SpelledDay {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private SpelledDay() {}

    /** "Fri 14 Nov". */
    static String brief(LocalDate day) {
        return SHORT.format(day);
    }

    /** What an expression means, for a mark in the text: its best reading, and whether that is a question. */
    static String of(Expression expression) {
        String best = of(expression.best());
        return expression.recurring() ? best + ", and so on" : best;
    }

    static String of(Reading reading) {
        String zone = reading.zone() == null ? "" : ", " + reading.zone().getId();
        LocalDateTime start = reading.start();
        if (start == null) {
            return "before " + day(reading.end(), reading.timed());
        }
        String from =
                switch (reading.grain()) {
                    case MINUTE, HOUR -> day(start, true);
                    case PART, DAY -> DAY.format(start);
                    case WEEKEND, WEEK -> lower(reading.grain()) + " of " + DAY.format(start);
                    case MONTH -> MONTH.format(start);
                    case QUARTER -> "quarter from " + MONTH.format(start);
                    case YEAR -> Integer.toString(start.getYear());
                };
        return switch (reading.open()) {
            case AFTER -> "from " + from + zone;
            case BEFORE -> "until " + from + zone;
            case NO -> from + until(reading, start) + zone;
        };
    }

    static String of(EventTime time) {
        return switch (time) {
            case EventTime.Timed timed -> DAY.format(timed.start()) + ", " + CLOCK.format(timed.start());
            case EventTime.AllDay days -> {
                LocalDate last = days.end().minusDays(1);
                yield DAY.format(days.first()) + (last.equals(days.first()) ? "" : " to " + DAY.format(last));
            }
        };
    }

    private static String until(Reading reading, LocalDateTime start) {
        LocalDateTime end = reading.end();
        if (end == null) {
            return "";
        }
        if (reading.timed()) {
            return " to " + (end.toLocalDate().equals(start.toLocalDate()) ? CLOCK.format(end) : day(end, true));
        }
        LocalDate last = end.minusNanos(1).toLocalDate();
        boolean severalDays = reading.grain() == Grain.DAY && last.isAfter(start.toLocalDate());
        return severalDays ? " to " + DAY.format(last) : "";
    }

    private static String day(LocalDateTime time, boolean clock) {
        return clock ? DAY.format(time) + ", " + CLOCK.format(time) : DAY.format(time);
    }

    private static String lower(Grain grain) {
        return grain.name().toLowerCase(Locale.ROOT);
    }
}
