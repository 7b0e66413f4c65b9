package app.whichday.cli;

import app.whichday.tuning.BaseTraining;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tune}: train choosers. */
@Command(name = "tune", description = "Train the models that choose.", synopsisSubcommandLabel = "WHAT")
final class TuneCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec;

    private TuneCommand(Console console) {
        this.console = console;
    }

    /** The command with its subcommands. */
    static CommandLine commandLine(Console console, Clock clock) {
        CommandLine tune = new CommandLine(new TuneCommand(console));
        TuneOwnCommands.addTo(tune, console);
        return tune.addSubcommand(TuneJobCommand.commandLine(console)).addSubcommand(new Base(console, clock));
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(console.err());
        return CommandLine.ExitCode.USAGE;
    }

    /** {@code tune base}: the models that ship. */
    @Command(
            name = "base",
            description =
                    "Train the models that ship, from labelled data, and print how good they are on people they have"
                            + " not seen. The same data gives the same models.")
    static final class Base implements Callable<Integer> {
        private final Console console;
        private final Clock clock;

        @Option(
                names = "--data",
                required = true,
                paramLabel = "DIR",
                description = "The folder of labelled data, with mails/ and when/ in it.")
        private Path data = Path.of("");

        @Option(
                names = "--into",
                paramLabel = "DIR",
                defaultValue = "src/main/resources",
                description = "Where the models go (default: ${DEFAULT-VALUE}).")
        private Path into = Path.of("");

        Base(Console console, Clock clock) {
            this.console = console;
            this.clock = clock;
        }

        @Override
        public Integer call() throws IOException {
            PrintWriter out = new PrintWriter(console.out(), true, StandardCharsets.UTF_8);
            try {
                new BaseTraining(into, clock, out).run(data);
            } catch (IllegalArgumentException e) {
                throw new Problem(Console.harmless(e.getMessage()), e);
            }
            return CommandLine.ExitCode.OK;
        }
    }
}
