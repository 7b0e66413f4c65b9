package app.whichday.cli;

import app.whichday.choice.Subtask;
import app.whichday.tuning.FineTuningJob;
import app.whichday.tuning.FineTuningJobs;
import app.whichday.tuning.Hyperparameters;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tune job}: language models, fine-tuned at a server. */
@Command(
        name = "job",
        description = "Fine-tune a language model on your decisions, at the server of whichday.language.base-url.",
        synopsisSubcommandLabel = "WHAT",
        footer = {"", "Stop the server first, or use its /api/tuning/jobs while it runs."})
final class TuneJobCommand implements Callable<Integer> {
    private static final String BASE_URL = "whichday.language.base-url";

    private final Console console;

    @Spec
    private CommandSpec spec;

    private TuneJobCommand(Console console) {
        this.console = console;
    }

    /** The command with its subcommands. */
    static CommandLine commandLine(Console console) {
        return new CommandLine(new TuneJobCommand(console))
                .addSubcommand(new Start(console))
                .addSubcommand(new All(console))
                .addSubcommand(new Show(console))
                .addSubcommand(new Cancel(console));
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(console.err());
        return ExitCode.USAGE;
    }

    /** {@code tune job start}. */
    @Command(
            name = "start",
            description =
                    "Send your decisions on a subtask to the server and train a model on them. Without --yes: say what"
                            + " would be sent, and send nothing.",
            footer = {
                "",
                "Example:",
                "  whichday tune job start --subtask reading --model gpt-4o-mini-2024-07-18 --epochs 3 --pseudonymise"
            })
    static final class Start implements Callable<Integer> {
        private final Console console;

        @Option(
                names = "--subtask",
                required = true,
                paramLabel = "NAME",
                description = "What was decided: reading (which day), triage, needs-reply, event ...")
        private String subtask = "";

        @Option(
                names = "--model",
                required = true,
                paramLabel = "MODEL",
                description = "The model to begin with, as the server calls it.")
        private String model = "";

        @Option(
                names = "--epochs",
                paramLabel = "N",
                description = "How often to go over the examples. Default: the server's choice, as of the next two.")
        private @Nullable Integer epochs;

        @Option(
                names = "--learning-rate-multiplier",
                paramLabel = "X",
                description = "Of the server's own learning rate.")
        private @Nullable Double learningRateMultiplier;

        @Option(names = "--batch-size", paramLabel = "N", description = "Examples per step.")
        private @Nullable Integer batchSize;

        @Option(
                names = "--suffix",
                paramLabel = "TEXT",
                description = "Part of the finished model's name: 1 to 18 letters, digits and hyphens.")
        private @Nullable String suffix;

        @Option(
                names = "--validation",
                paramLabel = "SHARE",
                defaultValue = "0.1",
                description = "How much is kept apart, thread by thread: from 0 to 0.5. Default: 0.1.")
        private double validation;

        @Option(
                names = "--pseudonymise",
                description = "Give people invented names. What else a text tells of them stays.")
        private boolean pseudonymise;

        @Option(names = "--yes", description = "Send it.")
        private boolean yes;

        @Mixin
        private DataOptions options;

        Start(Console console) {
            this.console = console;
            this.options = new DataOptions();
        }

        @Override
        public Integer call() throws IOException {
            FineTuningJobs.Wish wish = wish();
            Settings settings = options.settings();
            if (settings.get(BASE_URL).isEmpty()) {
                throw new Problem(
                        "No server is configured to fine-tune at: set " + BASE_URL + " and whichday.language.api-key.");
            }
            return options.container(settings).run(rooms -> start(rooms.jobs(), wish));
        }

        private FineTuningJobs.Wish wish() {
            try {
                return new FineTuningJobs.Wish(
                        new Subtask(subtask),
                        model,
                        new Hyperparameters(
                                Optional.ofNullable(epochs),
                                Optional.ofNullable(learningRateMultiplier),
                                Optional.ofNullable(batchSize)),
                        Optional.ofNullable(suffix),
                        validation,
                        pseudonymise);
            } catch (IllegalArgumentException e) {
                throw new Problem(Console.harmless(e.getMessage()), e);
            }
        }

        private int start(FineTuningJobs jobs, FineTuningJobs.Wish wish) throws IOException {
            FineTuningJobs.Plan plan = plan(jobs, wish);
            if (!yes) {
                console.err().println("This would send " + plan.sentence() + ".");
                console.err().println("Nothing was sent. Add --yes to send it.");
                return ExitCode.USAGE;
            }
            console.err().println("Sending " + plan.sentence() + " ...");
            FineTuningJob job = jobs.start(plan);
            new JobReport(console).started(job);
            return job.state() == FineTuningJob.State.FAILED ? ExitCode.SOFTWARE : ExitCode.OK;
        }

        private static FineTuningJobs.Plan plan(FineTuningJobs jobs, FineTuningJobs.Wish wish) throws IOException {
            try {
                return jobs.plan(wish);
            } catch (IllegalStateException e) {
                throw new Problem(Console.harmless(e.getMessage()), e);
            }
        }
    }

    /** {@code tune job list}. */
    @Command(name = "list", description = "All jobs, after asking the server how far they are.")
    static final class All implements Callable<Integer> {
        private final Console console;

        @Mixin
        private DataOptions options;

        All(Console console) {
            this.console = console;
            this.options = new DataOptions();
        }

        @Override
        public Integer call() throws IOException {
            return options.container(options.settings()).run(rooms -> {
                rooms.jobs().advanceAll();
                new JobReport(console).all(rooms.jobs().all());
                return ExitCode.OK;
            });
        }
    }

    /** {@code tune job show}. */
    @Command(
            name = "show",
            description =
                    "One job, after asking the server how far it is: what it told, and how to use the finished model.")
    static final class Show implements Callable<Integer> {
        private final Console console;

        @Parameters(paramLabel = "ID", description = "The number that list shows.")
        private long id;

        @Mixin
        private DataOptions options;

        Show(Console console) {
            this.console = console;
            this.options = new DataOptions();
        }

        @Override
        public Integer call() throws IOException {
            return options.container(options.settings()).run(rooms -> {
                FineTuningJob job = rooms.jobs().advance(id);
                new JobReport(console).one(job, rooms.jobs().events(id));
                return ExitCode.OK;
            });
        }
    }

    /** {@code tune job cancel}. */
    @Command(name = "cancel", description = "End a job; the files that were sent for it are removed from the server.")
    static final class Cancel implements Callable<Integer> {
        private final Console console;

        @Parameters(paramLabel = "ID", description = "The number that list shows.")
        private long id;

        @Mixin
        private DataOptions options;

        Cancel(Console console) {
            this.console = console;
            this.options = new DataOptions();
        }

        @Override
        public Integer call() throws IOException {
            return options.container(options.settings()).run(rooms -> {
                new JobReport(console).cancelled(cancel(rooms.jobs()));
                return ExitCode.OK;
            });
        }

        private FineTuningJob cancel(FineTuningJobs jobs) {
            try {
                return jobs.cancel(id);
            } catch (IllegalStateException e) {
                throw new Problem(Console.harmless(e.getMessage()), e);
            }
        }
    }
}
