package app.whichday.cli;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Gives the container the user's configuration file, which the command line has found.
 *
 * <p>{@code smallrye.config.locations} would put the file above the environment, since the command line says where it is.
 */
public final class UserFile implements ConfigSourceFactory {
    static final String KEY = "whichday.config.file";

    /** Over application.properties (250), below the environment (300). */
    private static final int ORDINAL = 270;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        ConfigValue file = context.getValue(KEY);
        if (file == null || file.getValue() == null) {
            return List.of();
        }
        try {
            return List.of(source(Path.of(file.getValue())));
        } catch (IOException e) {
            throw new UncheckedIOException("The configuration file " + file.getValue() + " can't be read", e);
        }
    }

    static ConfigSource source(Path file) throws IOException {
        return new PropertiesConfigSource(file.toUri().toURL(), ORDINAL);
    }
}
