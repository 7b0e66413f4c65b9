package app.whichday.cli;

import app.whichday.choice.Subtask;
import app.whichday.tuning.ChatExport;
import app.whichday.tuning.Exports;
import app.whichday.tuning.TrainerFormat;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code export}: what was learned, as files to fine-tune a language model from. */
@Command(
        name = "export",
        description =
                "Write your decisions as chats (JSONL) to fine-tune a language model from: the questions as they are asked"
                        + " when mail is read, and the answers that you gave.",
        footer = {
            "",
            "Stop the server first, or download the files from it while it runs: GET /api/lessons/export.",
            "",
            "Example:",
            "  whichday export --subtask reading --format sft --pseudonymise --out training"
        })
final class ExportCommand implements Callable<Integer> {
    private final Console console;

    @Option(
            names = "--subtask",
            required = true,
            paramLabel = "NAME",
            description = "What was decided: reading (which day), triage, needs-reply, event ...")
    private String subtask = "";

    @Option(
            names = "--format",
            paramLabel = "WHAT",
            defaultValue = "sft",
            description = "sft: the right answers; dpo: each with a wrong one. Default: sft.")
    private ChatExport.Kind kind = ChatExport.Kind.SFT;

    @Option(
            names = "--for",
            paramLabel = "TRAINER",
            defaultValue = "openai",
            description = "openai, trl, unsloth, axolotl or llama-factory. Default: openai. It matters for dpo only.")
    private String trainer = "";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "whichday-export",
            description = "Where the files go. Default: whichday-export.")
    private Path out = Path.of("");

    @Option(
            names = "--validation",
            paramLabel = "SHARE",
            defaultValue = "0.1",
            description = "How much is kept apart, thread by thread: from 0 to 0.5. Default: 0.1.")
    private double validation;

    @Option(
            names = "--pseudonymise",
            description = "Give people invented names, the same one throughout. What else a text tells of them stays.")
    private boolean pseudonymise;

    @Mixin
    private DataOptions options;

    ExportCommand(Console console) {
        this.console = console;
        this.options = new DataOptions();
    }

    @Override
    public Integer call() throws IOException {
        Exports.Wish wish = wish();
        return options.container(options.settings()).run(rooms -> {
            report(rooms.exports().write(wish, out));
            return CommandLine.ExitCode.OK;
        });
    }

    private Exports.Wish wish() {
        if (!(validation >= 0 && validation <= 0.5)) {
            throw new Problem("--validation: a share from 0 to 0.5, not " + validation + ".");
        }
        try {
            return new Exports.Wish(new Subtask(subtask), kind, trainer(), validation, pseudonymise);
        } catch (IllegalArgumentException e) {
            throw new Problem("--subtask: " + Console.harmless(e.getMessage()) + ".", e);
        }
    }

    private TrainerFormat trainer() {
        for (TrainerFormat format : TrainerFormat.values()) {
            if (format.name().replace('_', '-').equals(trainer.toUpperCase(Locale.ROOT))) {
                return format;
            }
        }
        throw new Problem(
                "--for: openai, trl, unsloth, axolotl or llama-factory, not \"" + Console.harmless(trainer) + "\".");
    }

    private void report(ChatExport.Written written) {
        PrintWriter lines = new PrintWriter(console.out(), true, StandardCharsets.UTF_8);
        lines.println(
                written.train() + ": " + count(written.trained(), "example") + ", " + written.tokens() + " tokens");
        lines.println(written.validation() + ": " + count(written.validated(), "example") + ", "
                + written.validationTokens() + " tokens");
        if (written.repeated() > 0) {
            lines.println(count(written.repeated(), "earlier answer") + " to a question that was asked again left out");
        }
        if (written.skipped() > 0) {
            lines.println(
                    count(written.skipped(), "decision") + " left out: no listed option was right, or none was wrong");
        }
        if (written.trained() + written.validated() == 0) {
            lines.println("Nothing was decided yet that teaches " + subtask + ".");
        }
    }

    private static String count(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
