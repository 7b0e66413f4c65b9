package app.whichday.cli;

import app.whichday.when.Expression;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code when}: which day a text means. */
@Command(
        name = "when",
        description = "Print which day TEXT means, and why.",
        footer = {
            "",
            "Examples:",
            "  whichday when \"Can we meet next Friday at 3?\" --sent 2025-11-05T09:30 --zone Europe/Berlin",
            "  whichday when --batch < sentences.jsonl > days.jsonl"
        })
final class WhenCommand implements Callable<Integer> {
    /** A mail's text is far below; beyond, somebody piped in the wrong file. */
    private static final int LONGEST_TEXT = 16_000_000;

    private final Console console;
    private final Clock clock;

    @Spec
    private CommandSpec spec;

    @Mixin
    private AnchorOptions anchor;

    @Option(names = "--json", description = "Print JSON: every expression with all its readings and probabilities.")
    private boolean json;

    @Option(names = "--readings", description = "Print the other readings as well, with their probabilities.")
    private boolean readings;

    @Option(
            names = "--batch",
            description = "Read JSON lines {\"id\",\"text\",\"ref\",\"zone\",\"locale\"} from standard input and write"
                    + " JSON lines {\"id\",\"found\":[...]} to standard output.")
    private boolean batch;

    @Parameters(
            paramLabel = "TEXT",
            arity = "0..1",
            description = "The words, quoted as one argument; - reads them from standard input.")
    private @Nullable String text;

    WhenCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        if (batch) {
            if (text != null) {
                throw new ParameterException(
                        spec.commandLine(), "--batch reads standard input: leave out the text \"" + text + "\".");
            }
            return WhenBatch.run(console);
        }
        if (text == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "TEXT is missing: give the words, quoted as one argument, or - for standard input.");
        }
        AnchorOptions.Stated stated = anchor.anchor(clock);
        String words = text.equals("-") ? standardInput() : text;
        List<Expression> found = TextReader.base().read(words, stated.anchor());
        WhenOutput output = new WhenOutput(console, stated);
        if (json) {
            output.json(words, found);
        } else {
            output.human(words, found, readings);
        }
        return 0;
    }

    private String standardInput() throws IOException {
        byte[] bytes = console.in().readNBytes(LONGEST_TEXT + 1);
        if (bytes.length > LONGEST_TEXT) {
            throw new Problem("Standard input: the text is longer than " + LONGEST_TEXT / 1_000_000 + " MB.");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
