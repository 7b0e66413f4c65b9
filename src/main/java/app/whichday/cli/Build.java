package app.whichday.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What this Whichday was built from.
 *
 * @param version of Whichday
 * @param postgresql version of the PostgreSQL that ships with it
 */
record Build(String version, String postgresql) {
    private static final String RESOURCE = "build.properties";

    static Build current() {
        Properties properties = new Properties();
        try (InputStream in = Build.class.getResourceAsStream(RESOURCE)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
        return new Build(properties.getProperty("version"), properties.getProperty("postgresql"));
    }
}
