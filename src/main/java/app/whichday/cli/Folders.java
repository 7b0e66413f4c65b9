package app.whichday.cli;

import java.nio.file.Path;
import java.util.Map;

/** Where things go on this machine: the XDG Base Directory Specification, on macOS as well. */
record Folders(Map<String, String> environment, Path home) {
    static Folders ofUser() {
        return new Folders(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    /** Data of {@code serve}. */
    Path data() {
        return base("XDG_DATA_HOME", ".local/share").resolve("whichday");
    }

    /** Data of {@code demo}. */
    Path demoData() {
        return base("XDG_DATA_HOME", ".local/share").resolve("whichday-demo");
    }

    Path configuration() {
        return base("XDG_CONFIG_HOME", ".config").resolve("whichday").resolve("whichday.properties");
    }

    /** The specification: a value that isn't absolute is invalid and to be passed over. */
    private Path base(String variable, String otherwise) {
        String value = environment.getOrDefault(variable, "");
        return value.startsWith("/") ? Path.of(value) : home.resolve(otherwise);
    }
}
