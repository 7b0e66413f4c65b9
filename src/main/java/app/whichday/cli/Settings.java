package app.whichday.cli;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The configuration as far as it must be known before the container starts. The command line wins over the environment
 * ({@code WHICHDAY_DATABASE_URL}), and that over the file; the container later reads the same sources.
 */
final class Settings {
    private final SmallRyeConfig config;
    private final Optional<Path> file;

    private Settings(SmallRyeConfig config, Optional<Path> file) {
        this.config = config;
        this.file = file;
    }

    /**
     * @param stated a file that the user named, which must exist
     * @param usual where it lies otherwise, if there is one
     */
    static Settings load(Optional<Path> stated, Path usual) {
        Optional<Path> file = stated.or(() -> Optional.of(usual).filter(Files::exists));
        SmallRyeConfigBuilder builder =
                new SmallRyeConfigBuilder().addDefaultSources().addDefaultInterceptors();
        try {
            if (file.isPresent()) {
                builder.withSources(UserFile.source(file.get()));
                override(UserFile.KEY, file.get().toAbsolutePath());
            }
        } catch (NoSuchFileException e) {
            throw new Problem("--config: there is no file " + file.get() + ".", e);
        } catch (IOException | IllegalArgumentException e) {
            throw new Problem("The configuration file " + file.get() + " can't be read: " + e.getMessage(), e);
        }
        return new Settings(builder.build(), file);
    }

    Optional<String> get(String key) {
        return config.getOptionalValue(key, String.class);
    }

    /** A command-line option's value; over everything, for us and for the container. */
    static void override(String key, Object value) {
        System.setProperty(key, value.toString());
    }

    Iterable<String> keys() {
        return config.getPropertyNames();
    }

    /** The configuration file; empty where there is none. */
    Optional<Path> file() {
        return file;
    }
}
