package app.whichday.choice;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;

/** Which engine answers which subtask: {@code whichday.engine.<subtask>=local|language|cascade}. */
@ConfigMapping(prefix = "whichday.engine")
public interface EngineSettings {
    /** By subtask; local where nothing is set. */
    @WithParentName
    Map<String, Engine> bySubtask();
}
