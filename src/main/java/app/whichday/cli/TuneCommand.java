package app.whichday.cli;

import app.whichday.tuning.BaseTraining;
import java.io.IOException;
import java.io.PrintWriter;
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
    @Spec
    private CommandSpec spec;

    private TuneCommand() {}

    /** The command with its subcommands. */
    static CommandLine commandLine(PrintWriter out, Clock clock) {
        return new CommandLine(new TuneCommand()).addSubcommand(new Base(out, clock));
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return CommandLine.ExitCode.USAGE;
    }

    /** {@code tune base}: the models that ship. */
    @Command(
            name = "base",
            description =
                    "Train the models that ship, from labelled data, and print how good they are on people they have"
                            + " not seen. The same data gives the same models.")
    static final class Base implements Callable<Integer> {
        private final PrintWriter out;
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

        Base(PrintWriter out, Clock clock) {
            this.out = out;
            this.clock = clock;
        }

        @Override
        public Integer call() throws IOException {
            new BaseTraining(into, clock, out).run(data);
            return CommandLine.ExitCode.OK;
        }
    }
}
