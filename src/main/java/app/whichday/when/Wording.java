package app.whichday.when;

import java.time.LocalDateTime;

/** The question which day an expression means, in words for a person or a language model. */
final class Wording {
    /** Characters of the text that are shown on either side of an expression. */
    private static final int AROUND = 160;

    /** The questions, for a language model to read. */
    static final String WHICH =
            "Which day or time does the expression in [[double brackets]] mean? Judge as its writer meant it.";

    static final String IS_TIME =
            "Do the words in [[double brackets]] point at a time: a day, a date, an hour, a period?";

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
                .append(unmarked(text, from, begin))
                .append("[[")
                .append(text, begin, end)
                .append("]]")
                .append(unmarked(text, end, to))
                .append(to < text.length() ? "…" : "")
                .toString();
    }

    /** The writer's own double brackets must not pass for ours. */
    private static String unmarked(CharSequence text, int from, int to) {
        String words = text.subSequence(from, to).toString();
        return words.indexOf('[') < 0 && words.indexOf(']') < 0
                ? words
                : words.replace('[', '(').replace(']', ')');
    }
}
