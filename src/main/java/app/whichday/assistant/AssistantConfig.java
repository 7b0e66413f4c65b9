package app.whichday.assistant;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalDouble;

/** How the assistant reads. */
@ConfigMapping(prefix = "whichday.assistant")
interface AssistantConfig {
    /** Whether stored mails are read at all. */
    @WithDefault("true")
    boolean enabled();

    /** How long to wait before another try when the database could not be reached. */
    @WithDefault("10s")
    Duration retryAfter();

    /** The owner is asked which day is meant where the best one has less probability than this, 0 to 1. */
    OptionalDouble askBelow();

    /** And where the second one is nearer to it than this, 0 to 1. */
    OptionalDouble askMargin();
}
