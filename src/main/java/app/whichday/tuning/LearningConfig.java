package app.whichday.tuning;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When the owner's decisions are learned from. */
@ConfigMapping(prefix = "whichday.learning")
interface LearningConfig {
    /** Whether they are at all. They are kept either way. */
    @WithDefault("true")
    boolean enabled();

    /** After so many new ones, and each night after any. */
    @WithDefault("10")
    int after();
}
