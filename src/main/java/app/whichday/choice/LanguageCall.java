package app.whichday.choice;

import java.time.Duration;

/**
 * One question that went, or should have gone, to a language model: how it ended and what it cost.
 *
 * @param model as the server knows it
 * @param inputTokens as the server counted them, estimated where it answered without telling
 * @param outputTokens the same
 */
public record LanguageCall(
        Subtask subtask, String model, Result result, Duration took, int inputTokens, int outputTokens) {
    /** How it ended; all but {@link #ANSWERED} ended in the local answer. */
    public enum Result {
        ANSWERED,
        TIMED_OUT,
        /** The server said to come back later (429). */
        RATE_LIMITED,
        /** Not asked, because the server had said to come back later. */
        TOLD_TO_WAIT,
        /** Not asked, because the server failed too often just before. */
        PAUSED,
        /** Not asked, because the day's tokens are used up. */
        BUDGET_SPENT,
        /** The server sent an error, or could not be reached. */
        FAILED,
        /** The model, or a filter before it, would not answer. */
        REFUSED,
        /** Not the JSON that was asked for, or cut off. */
        UNREADABLE,
        /** A letter that stands for no option. */
        NO_OPTION,
        /** More options than letters: not sent at all. */
        TOO_MANY_OPTIONS;

        /** Whether the server was asked at all. */
        public boolean sent() {
            return switch (this) {
                case TOLD_TO_WAIT, PAUSED, BUDGET_SPENT, TOO_MANY_OPTIONS -> false;
                case ANSWERED, TIMED_OUT, RATE_LIMITED, FAILED, REFUSED, UNREADABLE, NO_OPTION -> true;
            };
        }
    }
}
