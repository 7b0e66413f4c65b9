package app.whichday.assistant;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The demo. */
@ConfigMapping(prefix = "whichday.demo")
interface DemoConfig {
    /** Whether this is one. */
    @WithParentName
    @WithDefault("false")
    boolean enabled();

    /** The mails to show; the samples where it is empty. */
    Optional<List<Path>> files();
}
