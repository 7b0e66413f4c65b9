package app.whichday.tuning;

import app.whichday.choice.Subtask;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A fine-tuning of a language model on a server.
 *
 * @param service the base URL of the server
 * @param suffix part of the finished model's name
 * @param examples to train on
 * @param validationExamples kept apart, by which the server measures
 * @param tokens of both
 * @param cancelAsked whether the owner wants it to end
 * @param status the server's own word for its state; empty where it has none yet
 * @param remoteId the server's id; empty where it isn't known to have it
 * @param resultModel the finished model's name; empty until then
 * @param error what went wrong last, in one sentence; a job that isn't ended goes on all the same
 */
public record FineTuningJob(
        long id,
        Subtask subtask,
        String service,
        String baseModel,
        Hyperparameters hyperparameters,
        String suffix,
        int examples,
        int validationExamples,
        long tokens,
        State state,
        boolean cancelAsked,
        Optional<String> status,
        Optional<String> remoteId,
        Optional<String> resultModel,
        OptionalLong trainedTokens,
        Optional<String> error,
        Instant createdAt,
        Instant updatedAt) {
    /** How far it is. */
    public enum State {
        /** Its files and the job itself aren't all at the server yet. */
        PREPARING,
        /** At the server, which hasn't begun. */
        WAITING,
        RUNNING,
        SUCCEEDED,
        FAILED,
        CANCELLED;

        public boolean isEnd() {
            return this == SUCCEEDED || this == FAILED || this == CANCELLED;
        }
    }

    /** Something that the server told. */
    public record Event(Instant at, String level, String message) {}
}
