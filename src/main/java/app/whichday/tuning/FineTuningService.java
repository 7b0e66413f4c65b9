package app.whichday.tuning;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A server that fine-tunes language models.
 *
 * <p>What changes something there is sent once and never repeated by itself: whether it arrived in spite of an error is asked
 * with {@link #findFile} and {@link #findJob}.
 *
 * <p>Every method throws {@link FineTuningException} where the server can't be reached, refuses, or can't be understood.
 */
interface FineTuningService {
    /**
     * What is to be trained.
     *
     * @param mark by which the job can be found again: nobody else's is the same
     */
    record Order(
            String mark,
            String model,
            String trainingFile,
            Optional<String> validationFile,
            Hyperparameters hyperparameters,
            String suffix) {}

    /**
     * A job as the server tells it.
     *
     * @param status the server's own word for its state
     * @param resultModel the name to ask the finished model by
     * @param error why it failed
     */
    record Remote(
            String id,
            FineTuningJob.State state,
            String status,
            Optional<String> resultModel,
            OptionalLong trainedTokens,
            Optional<String> error) {}

    /** Something that happened to a job. */
    record Event(String id, Instant at, String level, String message) {}

    /** The id of the file of that name; empty where the server has none, or lists none. */
    Optional<String> findFile(String name);

    /** @return the id */
    String upload(String name, byte[] content);

    /** Also where it is gone already. */
    void removeFile(String id);

    /** The job that was made from that order; empty where there is none. */
    Optional<Remote> findJob(Order order);

    Remote create(Order order);

    Remote job(String id);

    Remote cancel(String id);

    /**
     * The oldest first; none where the server tells none.
     *
     * @param last the id of the last one known: only what came after it
     */
    List<Event> events(String job, Optional<String> last);
}
