package app.whichday.cli;

import app.whichday.tuning.Evaluation;
import app.whichday.tuning.LanguageModels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code eval}: how good the engines are. */
@Command(
        name = "eval",
        description =
                "Judge the engines of every subtask on labelled data: how often they are right, how sure they may be"
                        + " of it, how long they take and what they cost. Without --data: what is known of the models that ship.",
        footer = {
            "",
            "Engines: local (trained anew for each fold, so that nobody is trained on and judged on), shipped (as it is:",
            "it has seen public data), language, language:MODEL (one of your server's that need not be configured), cascade, or",
            "the path of a model file.",
            "",
            "Examples:",
            "  whichday eval --data labelled",
            "  whichday eval --data labelled --subtask reading --engine local --engine cascade --sample 200",
            "  whichday eval --data labelled --compare shipped new/when/reading.model"
        })
final class EvalCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder of labelled data, with mails/ and when/ in it.")
    private @Nullable Path data;

    @Option(names = "--subtask", paramLabel = "NAME", description = "Only this one; may be given again.")
    private List<String> subtasks = List.of();

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            description = "local, shipped, language, language:MODEL, cascade or a model file; may be given again."
                    + " Default: local.")
    private List<String> engines = List.of();

    @Option(
            names = "--compare",
            arity = "2",
            paramLabel = "ENGINE",
            description = "Two engines, pair by pair on the same questions, with a verdict.")
    private List<String> compare = List.of();

    @Option(
            names = "--sample",
            paramLabel = "N",
            description = "Ask N questions of each subtask at most, always the same ones: language models cost.")
    private int sample;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Read FILE in place of ~/.config/whichday/whichday.properties; names the model server.")
    private @Nullable Path config;

    EvalCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        EvalReport report = new EvalReport(console);
        if (data == null) {
            if (!engines.isEmpty() || !compare.isEmpty()) {
                throw new ParameterException(spec.commandLine(), "--engine and --compare need --data.");
            }
            report.shipped(subtasks, json);
            return ExitCode.OK;
        }
        if (sample < 0) {
            throw new ParameterException(spec.commandLine(), "--sample is a number of questions, not " + sample + ".");
        }
        Evaluation.Request request = new Evaluation.Request(
                data,
                subtasks,
                engines.isEmpty() && compare.isEmpty() ? List.of(Evaluation.LOCAL) : engines,
                compare,
                sample);
        try {
            if (request.asksLanguage()) {
                Settings settings = Settings.load(
                        Optional.ofNullable(config), Folders.ofUser().configuration());
                if (settings.get("whichday.language.base-url").isEmpty()) {
                    throw new Problem("No model server is configured: set whichday.language.base-url and"
                            + " whichday.language.model.default, or judge local engines only.");
                }
                return new EvalContainer(console, settings)
                        .run(models -> evaluate(request, Optional.of(models), report));
            }
            return evaluate(request, Optional.empty(), report);
        } catch (IllegalArgumentException e) {
            throw new Problem(Console.harmless(e.getMessage()) + ".", e);
        }
    }

    private int evaluate(Evaluation.Request request, Optional<LanguageModels> models, EvalReport report)
            throws IOException {
        Evaluation.Report judged = new Evaluation(request, models, console.err()::println).run();
        report.print(judged, json);
        return ExitCode.OK;
    }
}
