package app.whichday.when;

import app.whichday.choice.Question;
import app.whichday.choice.Subtask;

/**
 * A candidate before anything is decided: whether it is a time at all, and which of its readings is meant. What choosers are
 * trained on.
 *
 * @param isTime the options are true and false
 * @param which the readings, the usual one first
 */
public record Sighting(
        Span span,
        String text,
        Question<Boolean> isTime,
        Question<Reading> which,
        boolean recurring,
        boolean conflict) {
    /** Which day and time an expression means. */
    public static final Subtask READING = new Subtask("reading");

    /** Whether words that look like a time are one. */
    public static final Subtask IS_TIME = new Subtask("is-time");

    /** Whether a feature of a reading tells what the owner's calendar says of it. */
    public static boolean ofCalendar(String feature) {
        return CalendarClue.named(feature);
    }
}
