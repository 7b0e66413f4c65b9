package app.whichday.assistant;

import app.whichday.calendar.EventTime;
import app.whichday.when.Expression;
import app.whichday.when.ReadingWords;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days and times in words: "Friday 14 November 2025, 15:00". */
final class SpelledDay {
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private SpelledDay() {}

    /** "Fri 14 Nov". */
    static String brief(LocalDate day) {
        return SHORT.format(day);
    }

    /** What an expression means, for a mark in the text: its best reading, and whether that is a question. */
    static String of(Expression expression) {
        String best = ReadingWords.of(expression.best());
        return expression.recurring() ? best + ", and so on" : best;
    }

    static String of(EventTime time) {
        return switch (time) {
            case EventTime.Timed timed ->
                ReadingWords.day(timed.start().toLocalDate()) + ", " + CLOCK.format(timed.start());
            case EventTime.AllDay days -> {
                LocalDate last = days.end().minusDays(1);
                yield ReadingWords.day(days.first())
                        + (last.equals(days.first()) ? "" : " to " + ReadingWords.day(last));
            }
        };
    }
}
