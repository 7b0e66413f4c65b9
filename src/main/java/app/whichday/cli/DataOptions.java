package app.whichday.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of commands that work on the owner's data while no server does. */
final class DataOptions {
    @Option(names = "--data", paramLabel = "DIR", description = "The folder of your server, as of serve.")
    private @Nullable Path data;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Read FILE in place of ~/.config/whichday/whichday.properties.")
    private @Nullable Path config;

    Settings settings() {
        return Settings.load(Optional.ofNullable(config), Folders.ofUser().configuration());
    }

    DataContainer container(Settings settings) {
        Path folder = Optional.ofNullable(data)
                .or(() -> settings.get(ServerOptions.DATA).map(Path::of))
                .orElseGet(Folders.ofUser()::data);
        return new DataContainer(settings, folder);
    }
}
