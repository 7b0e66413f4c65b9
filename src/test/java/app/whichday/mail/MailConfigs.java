package app.whichday.mail;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;

/** {@link MailConfig} without the container. */
final class MailConfigs {
    private MailConfigs() {}

    /** The defaults, but for these keys (without their prefix). */
    static MailConfig with(Map<String, String> values) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(MailConfig.class);
        values.forEach((key, value) -> builder.withDefaultValue("whichday.mail." + key, value));
        return builder.build().getConfigMapping(MailConfig.class);
    }
}
