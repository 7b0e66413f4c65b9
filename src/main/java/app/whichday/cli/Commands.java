package app.whichday.cli;

import app.whichday.mail.MailboxException;
import app.whichday.storage.StorageException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** All commands, and what becomes of their failures. Exit codes: 0 all is well, 1 something failed, 2 used wrongly. */
public final class Commands {
    /** Set, it makes failures show their stack trace. */
    static final String TRACE = "WHICHDAY_TRACE";

    private static final OptionSpec HELP = OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description("Show this help.")
            .build();

    private Commands() {}

    /** Runs what the arguments say, on the process's own streams. */
    public static int run(Clock clock, String... arguments) {
        Console console = Console.ofProcess();
        try {
            return run(console, clock, arguments);
        } finally {
            console.out().flush();
        }
    }

    static int run(Console console, Clock clock, String... arguments) {
        return commandLine(console, clock, arguments).execute(arguments);
    }

    /** @param arguments where they begin with a command's name, no other command is put together: that takes time */
    static CommandLine commandLine(Console console, Clock clock, String... arguments) {
        CommandLine whichday = new CommandLine(new WhichdayCommand(console));
        Map<String, Supplier<CommandLine>> commands = new LinkedHashMap<>();
        commands.put("serve", () -> new CommandLine(new ServeCommand(console)));
        commands.put("demo", () -> new CommandLine(new DemoCommand(console)));
        commands.put("when", () -> new CommandLine(new WhenCommand(console, clock)));
        commands.put("read", () -> new CommandLine(new ReadCommand(console)));
        commands.put("doctor", () -> new CommandLine(new DoctorCommand(console, clock)));
        commands.put("eval", () -> new CommandLine(new EvalCommand(console)));
        commands.put("export", () -> new CommandLine(new ExportCommand(console)));
        commands.put("forget", () -> new CommandLine(new ForgetCommand(console)));
        commands.put("tune", () -> TuneCommand.commandLine(console, clock));
        if (arguments.length > 0 && commands.containsKey(arguments[0])) {
            commands.keySet().retainAll(Set.of(arguments[0]));
        }
        for (Supplier<CommandLine> each : commands.values()) {
            CommandLine command = each.get();
            whichday.addSubcommand(lookLikeTheOthers(command));
        }
        return whichday.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        console.coloured() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                .setUsageHelpAutoWidth(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((problem, line) -> usedWrongly(console, problem))
                .setExecutionExceptionHandler((problem, line, parsed) -> failed(console, problem));
    }

    private static CommandLine lookLikeTheOthers(CommandLine command) {
        command.getSubcommands().values().forEach(Commands::lookLikeTheOthers);
        command.getCommandSpec()
                .addOption(HELP)
                .usageMessage()
                .sortOptions(false)
                .width(100)
                .optionListHeading("%nOptions:%n");
        return command;
    }

    private static int usedWrongly(Console console, ParameterException problem) {
        CommandLine line = problem.getCommandLine();
        String name = line.getCommandSpec().qualifiedName();
        console.err().println(name + ": " + sentence(problem) + " Try '" + name + " --help'.");
        return ExitCode.USAGE;
    }

    private static String sentence(ParameterException problem) {
        String message = Console.harmless(problem.getMessage());
        if (problem instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String word = unmatched.getUnmatched().getFirst();
            CommandLine line = problem.getCommandLine();
            message = (word.startsWith("-") ? "there is no option \"" : "nothing is to be done with \"")
                    + Console.harmless(word)
                    + '"'
                    + (word.startsWith("-")
                            ? Nearest.suggestion(
                                    word, line.getCommandSpec().optionsMap().keySet(), "")
                            : Nearest.suggestion(word, line.getSubcommands().keySet(), ""));
        }
        return message.endsWith(".") || message.endsWith("?") ? message : message + ".";
    }

    private static int failed(Console console, Exception problem) throws Exception {
        console.out().flush();
        if (System.getenv(TRACE) != null) {
            problem.printStackTrace(console.err());
        }
        switch (problem) {
            case Problem known -> console.err().println("whichday: " + known.getMessage());
            case StorageException known -> console.err().println("whichday: " + known.getMessage());
            case MailboxException known -> console.err().println("whichday: " + known.getMessage());
            default -> {
                console.err()
                        .println("whichday: this should not have happened: "
                                + Console.harmless(problem.toString())
                                + ". Please report it with what " + TRACE + "=1 in the environment prints.");
            }
        }
        return ExitCode.SOFTWARE;
    }
}
