package app.whichday.choice;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The language model, for subtasks whose engine asks one. Any server that speaks OpenAI's chat protocol. */
@ConfigMapping(prefix = "whichday.language")
public interface LanguageSettings {
    /** Up to and with {@code /v1}: {@code http://localhost:11434/v1}. Nothing is contacted where it is not set. */
    Optional<String> baseUrl();

    /** Sent as the bearer token; servers on one's own machine mostly need none. */
    Optional<String> apiKey();

    /** How long to wait for an answer before the local one is taken. */
    @WithDefault("10s")
    Duration timeout();

    /** Whether to ask for log-probabilities as a measure of certainty; some servers refuse that. */
    @WithDefault("false")
    boolean logProbabilities();

    /** By subtask: the model's, fine-tune's or adapter's name; {@code default} for subtasks without their own. */
    Map<String, String> model();
}
