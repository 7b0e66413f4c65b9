package app.whichday.cli;

import app.whichday.account.Owner;
import app.whichday.assistant.MailReader;
import app.whichday.mail.FileMailbox;
import app.whichday.mail.Mail;
import app.whichday.mail.Mailbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code read}: what is understood of mails in files. */
@Command(
        name = "read",
        description = "Print what is understood of mails: their lane, what they want, which day every phrase means.",
        footer = {
            "",
            "Examples:",
            "  whichday read mail.eml",
            "  whichday read --me anna@example.org ~/Maildir",
            "  whichday read --batch < mails.jsonl > answers.jsonl"
        })
final class ReadCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--me",
            paramLabel = "ADDRESS",
            description = "Your address; give it once for each you have. Default: each mail's first recipient.")
    private List<String> me = List.of();

    @Mixin
    private PlaceOptions place = new PlaceOptions();

    @Option(names = "--json", description = "Print JSON: an array with an object for each mail.")
    private boolean json;

    @Option(
            names = "--batch",
            description = "Read mails as JSON lines from standard input and write one JSON line for each.")
    private boolean batch;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "An .eml file, an mbox, a Maildir or a folder of .eml files; - reads standard input.")
    private List<Path> files = List.of();

    ReadCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (batch) {
            if (!files.isEmpty()) {
                throw wrong("--batch reads standard input: leave out the file \"" + files.getFirst() + "\".");
            }
            return ReadBatch.run(console);
        }
        if (files.isEmpty()) {
            throw wrong("FILE is missing: name an .eml file, an mbox or a Maildir, or - for standard input.");
        }
        MailReader reader = MailReader.base();
        try (Mailbox mailbox = open();
                ReadOutput output = json ? new ReadJson(console.out()) : new ReadReport(console, place.zone())) {
            mailbox.read(mailbox.uids(), fetched -> print(fetched, reader, output));
            return output.setAside() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }

    private Mailbox open() {
        boolean standardInput = files.stream().anyMatch(file -> file.toString().equals(STANDARD_INPUT));
        if (standardInput && files.size() > 1) {
            throw wrong("- is standard input and stands alone: leave it out, or the other files.");
        }
        return standardInput ? FileMailbox.open(console.in(), "standard input") : FileMailbox.open(files);
    }

    private void print(Mailbox.Fetched fetched, MailReader reader, ReadOutput output) {
        try {
            switch (fetched) {
                case Mailbox.Fetched.Read read -> output.mail(reader.read(read.mail(), owner(read.mail())));
                case Mailbox.Fetched.SetAside aside -> output.setAside(aside.reason());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The answer can't be written", e);
        }
    }

    private Owner owner(Mail mail) {
        return me.isEmpty()
                ? MailOwner.of(mail, place.zone(), place.locale())
                : new Owner(
                        "",
                        me.stream()
                                .map(address -> address.toLowerCase(Locale.ROOT))
                                .collect(Collectors.toSet()),
                        place.zone(),
                        place.locale());
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
