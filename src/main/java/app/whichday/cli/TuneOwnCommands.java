package app.whichday.cli;

import app.whichday.choice.ModelVersion;
import app.whichday.choice.Subtask;
import app.whichday.tuning.PersonalModels;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The commands of {@code tune} on the models that the owner's decisions made. */
final class TuneOwnCommands {
    private static final String SERVER =
            "Stop the server first, or use its page /models or /api/learning while it runs.";

    private TuneOwnCommands() {}

    static void addTo(CommandLine tune, Console console) {
        tune.addSubcommand(new Learn(console))
                .addSubcommand(new Versions(console))
                .addSubcommand(new RollBack(console))
                .addSubcommand(new Release(console));
    }

    /** What all of them have. */
    private abstract static class Own implements Callable<Integer> {
        private final Console console;

        @Mixin
        private DataOptions options = new DataOptions();

        @Option(
                names = "--subtask",
                paramLabel = "NAME",
                description = "reading (which day), triage (which lane) or needs-reply. Default: all of them.")
        private @Nullable String subtask;

        Own(Console console) {
            this.console = console;
        }

        final int each(Consumer<Of> work) throws IOException {
            Optional<Subtask> wanted = wanted();
            return options.container(options.settings()).run(rooms -> {
                List<Subtask> subtasks = wanted.map(List::of).orElseGet(rooms.models()::subtasks);
                PrintWriter lines = new PrintWriter(console.out(), true, StandardCharsets.UTF_8);
                subtasks.forEach(each -> work.accept(new Of(each, rooms, lines)));
                return CommandLine.ExitCode.OK;
            });
        }

        final boolean onlyOne() {
            return subtask != null;
        }

        private Optional<Subtask> wanted() {
            try {
                return Optional.ofNullable(subtask).map(Subtask::new);
            } catch (IllegalArgumentException e) {
                throw new Problem("--subtask: " + Console.harmless(e.getMessage()) + ".", e);
            }
        }
    }

    /** A subtask and what is done with it. */
    private record Of(Subtask subtask, DataContainer.Rooms rooms, PrintWriter lines) {
        PersonalModels models() {
            return rooms.models();
        }

        void say(String line) {
            lines.println(subtask.name() + ": " + line);
        }

        String live() {
            PersonalModels.Learning learning = models().of(subtask);
            return learning.live()
                    .map(PersonalModels.Version::name)
                    .orElse(learning.shipped())
                    .name();
        }
    }

    /** {@code tune own}. */
    @Command(
            name = "own",
            description = "Learn from your decisions now: what the server does by itself after some, and each night.",
            footer = {"", SERVER})
    static final class Learn extends Own {
        Learn(Console console) {
            super(console);
        }

        @Override
        public Integer call() throws IOException {
            return each(of -> {
                of.say(of.rooms.retraining().train(of.subtask).why());
                of.say("answered by " + of.live());
            });
        }
    }

    /** {@code tune versions}. */
    @Command(
            name = "versions",
            description = "List the versions that your decisions made, and which of them answers.",
            footer = {"", SERVER})
    static final class Versions extends Own {
        Versions(Console console) {
            super(console);
        }

        @Override
        public Integer call() throws IOException {
            return each(of -> {
                PersonalModels.Learning learning = of.models().of(of.subtask);
                of.say("answered by " + of.live() + (learning.held() ? " (held: you chose it)" : ""));
                for (PersonalModels.Version version : learning.versions()) {
                    of.lines.println("  " + (version.live() ? "* " : "  ")
                            + version.name().name() + ", "
                            + version.decisions() + " decisions, " + version.trainedAt()
                            + (version.liveAt().isPresent() ? "" : ", never answered"));
                    of.lines.println("      " + version.why());
                }
                of.lines.println("  " + (learning.live().isEmpty() ? "* " : "  ")
                        + learning.shipped().name() + ", ships with Whichday");
            });
        }
    }

    /** {@code tune rollback}. */
    @Command(
            name = "rollback",
            description = "Back to the version that answered before, or to any other. It then stays until you say"
                    + " 'tune release'.",
            footer = {
                "",
                SERVER,
                "",
                "Examples:",
                "  whichday tune rollback --subtask reading",
                "  whichday tune rollback --to shipped"
            })
    static final class RollBack extends Own {
        @Option(
                names = "--to",
                paramLabel = "VERSION",
                description = "A version as 'tune versions' lists it, or 'shipped'. Default: the one before.")
        private @Nullable String to;

        RollBack(Console console) {
            super(console);
        }

        @Override
        public Integer call() throws IOException {
            if (to != null && !to.equals("shipped") && !onlyOne()) {
                throw new Problem("--to names a version of one subtask: say which with --subtask.");
            }
            return each(of -> {
                back(of);
                of.say("answered by " + of.live() + " until 'whichday tune release'");
            });
        }

        private void back(Of of) {
            if ("shipped".equals(to)) {
                of.models().rollBackToShipped(of.subtask);
            } else if (to != null) {
                of.models().promote(of.subtask, new ModelVersion(to));
            } else if (onlyOne() || of.models().of(of.subtask).live().isPresent()) {
                of.models().rollBack(of.subtask);
            }
        }
    }

    /** {@code tune release}. */
    @Command(
            name = "release",
            description = "After a rollback: better versions may answer by themselves again.",
            footer = {"", SERVER})
    static final class Release extends Own {
        Release(Console console) {
            super(console);
        }

        @Override
        public Integer call() throws IOException {
            return each(of -> {
                of.models().release(of.subtask);
                of.say("answered by " + of.live() + " until a better one is found");
            });
        }
    }
}
