package app.whichday.choice;

import java.time.Duration;

/**
 * One question that went, or should have gone, to a language model: how it ended and what it cost.
 *
 * @param model as the server knows it
 * @param inputTokens as the server counted them, 0 where it didn't tell
 * @param outputTokens the same
 */
public record LanguageCall(
        Subtask subtask, String model, Result result, Duration took, int inputTokens, int outputTokens) {
    /** How it ended; all but {@link #ANSWERED} ended in the local answer. */
    public enum Result {
        ANSWERED,
        TIMED_OUT,
        /** The server sent an error, or could not be reached. */
        FAILED,
        /** The model, or a filter before it, would not answer. */
        REFUSED,
        /** Not the JSON that was asked for, or cut off. */
        UNREADABLE,
        /** A letter that stands for no option. */
        NO_OPTION,
        /** More options than letters: not sent at all. */
        TOO_MANY_OPTIONS
    }
}
