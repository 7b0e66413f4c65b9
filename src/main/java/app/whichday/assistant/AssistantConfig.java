package app.whichday.assistant;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the assistant reads. */
@ConfigMapping(prefix = "whichday.assistant")
interface AssistantConfig {
    /** Whether stored mails are read at all. */
    @WithDefault("true")
    boolean enabled();

    /** How long to wait before another try when the database could not be reached. */
    @WithDefault("10s")
    Duration retryAfter();
}
