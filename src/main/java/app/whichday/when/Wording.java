package app.whichday.when;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A question about a reading in words, for a person or a language model. Written by hand rather than by formatters: it is done
 * for every expression of every mail.
 */
final class Wording {
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
    /** Characters of the text that are shown on either side of an expression. */
    private static final int AROUND = 160;

    private Wording() {}

    /** As "Friday 14 November 2025, 15:00 to 16:00: next week's". */
    static String of(Reading reading) {
        LocalDateTime start = reading.start();
        LocalDateTime end = reading.end();
        StringBuilder words = new StringBuilder(64);
        if (start == null) {
            words.append("until ");
        } else {
            day(words, start.toLocalDate());
            if (reading.timed()) {
                clock(words.append(", "), start.toLocalTime());
            }
        }
        if (end != null) {
            words.append(start == null ? "" : " to ");
            end(words, start, end, reading.timed());
        }
        if (reading.zone() != null) {
            words.append(' ').append(reading.zone().getId());
        }
        return words.append(": ").append(reading.convention()).toString();
    }

    private static void end(StringBuilder words, @Nullable LocalDateTime start, LocalDateTime end, boolean timed) {
        if (!timed) {
            day(words, end.toLocalDate().minusDays(1));
        } else if (start != null && start.toLocalDate().equals(end.toLocalDate())) {
            clock(words, end.toLocalTime());
        } else {
            day(words, end.toLocalDate());
            clock(words.append(", "), end.toLocalTime());
        }
    }

    /** When it was sent, and the words around the expression, which stands in double brackets. */
    static String around(CharSequence text, int begin, int end, LocalDateTime sent) {
        int from = Math.max(0, begin - AROUND);
        int to = Math.min(text.length(), end + AROUND);
        StringBuilder words = new StringBuilder(to - from + 80).append("Sent ");
        day(words, sent.toLocalDate());
        clock(words.append(", "), sent.toLocalTime());
        return words.append(": ")
                .append(from > 0 ? "…" : "")
                .append(text, from, begin)
                .append("[[")
                .append(text, begin, end)
                .append("]]")
                .append(text, end, to)
                .append(to < text.length() ? "…" : "")
                .toString();
    }

    private static void day(StringBuilder words, LocalDate day) {
        words.append(DAYS[day.getDayOfWeek().ordinal()])
                .append(' ')
                .append(day.getDayOfMonth())
                .append(' ')
                .append(MONTHS[day.getMonthValue() - 1])
                .append(' ')
                .append(day.getYear());
    }

    private static void clock(StringBuilder words, LocalTime time) {
        words.append(time.getHour() < 10 ? "0" : "").append(time.getHour());
        words.append(time.getMinute() < 10 ? ":0" : ":").append(time.getMinute());
    }
}
