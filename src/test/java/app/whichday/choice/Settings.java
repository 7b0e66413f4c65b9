package app.whichday.choice;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The room's configuration with some keys set, read as the program reads it. */
final class Settings {
    private Settings() {}

    static SmallRyeConfig of(Map<String, String> keys) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(EngineSettings.class)
                .withMapping(LanguageSettings.class)
                .withMapping(CascadeSettings.class)
                .withDefaultValues(keys)
                .build();
    }

    /** @param keys without "whichday.language." */
    static LanguageSettings language(Map<String, String> keys) {
        Map<String, String> whole = new HashMap<>();
        keys.forEach((key, value) -> whole.put("whichday.language." + key, value));
        return of(whole).getConfigMapping(LanguageSettings.class);
    }
}
