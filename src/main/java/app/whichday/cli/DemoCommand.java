package app.whichday.cli;

import app.whichday.storage.DataFolder;
import app.whichday.storage.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code demo}: the assistant on sample mails, or on the user's own files, with data of its own. */
@Command(
        name = "demo",
        description = "Show everything on sample mails, or on your mbox, Maildir or .eml files.",
        footer = {
            "",
            "Each demo starts afresh in a data folder of its own; nothing of what serve keeps is touched.",
            "Stop it with Ctrl-C."
        })
final class DemoCommand implements Callable<Integer> {
    private static final String MARK = "demo.txt";

    private final Console console;

    @Mixin
    private ServerOptions server;

    @Option(names = "--keep", description = "Go on with the data of the last demo.")
    private boolean keep;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Mails to show in place of the samples.")
    private List<Path> files = List.of();

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        for (Path file : files) {
            if (!Files.isReadable(file)) {
                throw new Problem("There is no mail to read at " + file + ": name an mbox, a Maildir or an .eml file.");
            }
        }
        Settings.override("whichday.demo", true);
        // The user's own account stays out of it, wherever it is configured.
        Settings.override("whichday.imap.host", "");
        if (!files.isEmpty()) {
            Settings.override(
                    "whichday.demo.files",
                    files.stream().map(DemoCommand::listed).collect(Collectors.joining(",")));
        }
        Settings settings = server.settings();
        if (ServerOptions.externalDatabase(settings).isPresent()) {
            throw new Problem("The demo starts with an empty database, and " + ServerOptions.DATABASE_URL
                    + " names one of yours: unset it for the demo.");
        }
        Path data = server.data().orElseGet(Folders.ofUser()::demoData);
        return new Server(console, settings, data).run(this::startAfresh);
    }

    /** @throws Problem before anything is lost that is no demo's */
    private void startAfresh(DataFolder folder) throws IOException {
        Path mark = folder.path().resolve(MARK);
        if (!Files.exists(mark)) {
            if (Files.exists(folder.path().resolve(EmbeddedDatabase.DIRECTORY))) {
                throw new Problem("The folder " + folder.path()
                        + " holds data that is no demo's and would be lost: choose another with --data.");
            }
            Files.writeString(mark, "The data in this folder is a demo's; the next demo discards it.\n");
        }
        if (!keep) {
            EmbeddedDatabase.discard(folder, Build.current().postgresql());
        }
    }

    /** A comma ends an element of a list in the configuration. */
    private static String listed(Path file) {
        return file.toAbsolutePath()
                .normalize()
                .toString()
                .replace("\\", "\\\\")
                .replace(",", "\\,");
    }
}
