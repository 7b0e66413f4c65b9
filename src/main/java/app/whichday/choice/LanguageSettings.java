package app.whichday.choice;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
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

    /** How long to wait for an answer, further attempts included, before the local one is taken. */
    @WithDefault("10s")
    Duration timeout();

    /** How often a question is asked again after an error that may pass. */
    @WithDefault("2")
    int retries();

    /** How long the server is left alone after half of its last calls failed. */
    @WithDefault("30s")
    Duration pause();

    /** Whether to ask for log-probabilities as a measure of certainty; some servers refuse that. */
    @WithDefault("false")
    boolean logProbabilities();

    /** How many tokens, in and out together, a day (UTC) may cost; 0 for no limit. */
    @WithDefault("1000000")
    long tokensPerDay();

    /** What tokens cost, to show it. */
    Price price();

    /** By subtask: the model's, fine-tune's or adapter's name; {@code default} for subtasks without their own. */
    Map<String, String> model();

    /** A model's price. */
    interface Price {
        /** Per million tokens that are sent. */
        @WithDefault("0")
        BigDecimal input();

        /** Per million tokens that come back. */
        @WithDefault("0")
        BigDecimal output();

        @WithDefault("USD")
        String currency();
    }

    /** What a call cost. */
    default BigDecimal cost(long inputTokens, long outputTokens) {
        return price().input()
                .multiply(BigDecimal.valueOf(inputTokens))
                .add(price().output().multiply(BigDecimal.valueOf(outputTokens)))
                .movePointLeft(6);
    }
}
