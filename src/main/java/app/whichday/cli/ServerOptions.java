package app.whichday.cli;

import app.whichday.storage.Database;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of the commands that start the server. */
final class ServerOptions {
    static final String PORT = "whichday.port";
    static final String HOST = "whichday.host";
    static final String DATA = "whichday.data";
    static final String DATABASE_URL = "whichday.database.url";
    static final String DATABASE_USER = "whichday.database.user";
    static final String DATABASE_PASSWORD = "whichday.database.password";

    static final int USUAL_PORT = 8080;
    static final String USUAL_HOST = "localhost";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keep everything in DIR. Default: $XDG_DATA_HOME/whichday, that is ~/.local/share/whichday;"
                    + " whichday-demo beside it for the demo.")
    private @Nullable Path data;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Read FILE in place of ~/.config/whichday/whichday.properties.")
    private @Nullable Path config;

    @Option(names = "--port", paramLabel = "N", description = "Serve at port N. Default: 8080; 0 takes a free one.")
    private @Nullable Integer port;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            description =
                    "Listen at HOST. Default: localhost, that is for this machine only; 0.0.0.0 listens everywhere.")
    private @Nullable String host;

    /** Reads the configuration, with these options over it. */
    Settings settings() {
        override(PORT, port);
        override(HOST, host);
        return Settings.load(Optional.ofNullable(config), Folders.ofUser().configuration());
    }

    /** {@code --data}; empty where it isn't given. */
    Optional<Path> data() {
        return Optional.ofNullable(data);
    }

    /** Where {@code serve} keeps its data: by {@code --data}, by configuration, or the user's data folder. */
    Path dataOfServer(Settings settings) {
        return data().or(() -> settings.get(DATA).map(Path::of)).orElseGet(Folders.ofUser()::data);
    }

    static void override(String key, @Nullable Object value) {
        if (value != null) {
            Settings.override(key, value);
        }
    }

    /** Empty where the configuration names none: then Whichday brings its own. */
    static Optional<Database> externalDatabase(Settings settings) {
        return settings.get(DATABASE_URL)
                .map(url -> new Database(
                        url,
                        settings.get(DATABASE_USER).orElse("whichday"),
                        settings.get(DATABASE_PASSWORD).orElse("")));
    }

    static int port(Settings settings) {
        return port(settings.get(PORT).orElse(Integer.toString(USUAL_PORT)), PORT + " (--port)", 0);
    }

    /** @param lowest 0 where that may stand for any free port */
    static int port(String text, String name, int lowest) {
        try {
            int port = Integer.parseInt(text);
            if (port >= lowest && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Said below, with the value.
        }
        throw new Problem(name + ": from " + lowest + " to 65535, not \"" + Console.harmless(text) + "\".");
    }

    static String host(Settings settings) {
        return settings.get(HOST).orElse(USUAL_HOST);
    }
}
