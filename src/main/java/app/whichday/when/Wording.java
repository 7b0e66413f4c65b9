package app.whichday.when;

import java.time.LocalDateTime;

/** The question which day an expression means, in words for a person or a language model. */
final class Wording {
    /** Characters of the text that are shown on either side of an expression. */
    private static final int AROUND = 160;

    private Wording() {}

    /** As "Friday 14 November 2025, 15:00 to 16:00: next week's". */
    static String option(Reading reading) {
        return ReadingWords.of(reading) + ": " + reading.convention();
    }

    /** When it was sent, and the words around the expression, which stands in double brackets. */
    static String context(CharSequence text, int begin, int end, LocalDateTime sent) {
        int from = Math.max(0, begin - AROUND);
        int to = Math.min(text.length(), end + AROUND);
        return new StringBuilder(to - from + 80)
                .append("Sent ")
                .append(ReadingWords.moment(sent))
                .append(": ")
                .append(from > 0 ? "…" : "")
                .append(text, from, begin)
                .append("[[")
                .append(text, begin, end)
                .append("]]")
                .append(text, end, to)
                .append(to < text.length() ? "…" : "")
                .toString();
    }
}
