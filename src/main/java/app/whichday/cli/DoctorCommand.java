package app.whichday.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code doctor}: what is wrong, and how to mend it. */
@Command(
        name = "doctor",
        description = "Check configuration, database and accounts, and say how to mend what is wrong.",
        footer = {"", "Exit code 1 when a problem was found."})
final class DoctorCommand implements Callable<Integer> {
    private final Console console;
    private final Clock clock;

    @Mixin
    private ServerOptions server;

    @Option(names = "--offline", description = "Look at configuration and data folder only.")
    private boolean offline;

    @Option(names = "--json", description = "Print JSON: [{\"about\",\"kind\":\"ok|note|problem\",\"text\"}].")
    private boolean json;

    DoctorCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        Settings settings = server.settings();
        Checkup checkup = new Checkup(settings, server.dataOfServer(settings), clock);
        List<Finding> findings = new ArrayList<>(checkup.offline());
        if (!offline) {
            findings.addAll(checkup.online());
        }
        if (json) {
            printJson(findings);
        } else {
            findings.forEach(this::print);
        }
        return findings.stream().anyMatch(finding -> finding.kind() == Finding.Kind.PROBLEM) ? 1 : 0;
    }

    private void print(Finding finding) {
        String mark =
                switch (finding.kind()) {
                    case OK -> console.good("ok     ");
                    case NOTE -> console.marked("note   ");
                    case PROBLEM -> console.bad("problem");
                };
        console.out().println(mark + "  " + finding.about() + ": " + finding.text());
    }

    private void printJson(List<Finding> findings) throws IOException {
        try (JsonGenerator out = new JsonFactory().createGenerator(console.out())) {
            out.useDefaultPrettyPrinter();
            out.writeStartArray();
            for (Finding finding : findings) {
                out.writeStartObject();
                out.writeStringField("about", finding.about());
                out.writeStringField("kind", finding.kind().name().toLowerCase(Locale.ROOT));
                out.writeStringField("text", finding.text());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeRaw('\n');
        }
    }
}
