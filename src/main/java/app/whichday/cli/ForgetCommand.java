package app.whichday.cli;

import app.whichday.account.Refused;
import app.whichday.assistant.Forgetting;
import app.whichday.mail.Whom;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code forget}: deletes what is kept of a person or a domain. */
@Command(
        name = "forget",
        description =
                "Delete everything about a person or a domain: every mail that names the address, what was proposed,"
                        + " decided and learned from it, and events with the person in them. Without --yes it only counts.",
        footer = {
            "",
            "Your mailbox isn't touched, and these mails aren't read again. What is deleted can't be brought back.",
            "Stop the server first, or do it on its page /forget, or over POST /api/forget.",
            "",
            "Examples:",
            "  whichday forget ann@example.org",
            "  whichday forget example.org --yes"
        })
final class ForgetCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "ADDRESS|DOMAIN",
            description = "Whom: ann@example.org, or example.org for everybody there and at its subdomains.")
    private String whom = "";

    @Option(names = "--yes", description = "Delete it.")
    private boolean yes;

    @Mixin
    private DataOptions options = new DataOptions();

    ForgetCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        refuseAtOnce();
        return options.container(options.settings()).run(rooms -> {
            Forgetting forgetting = rooms.forgetting();
            Whom meant = forgetting.whom(whom);
            report(meant, yes ? forgetting.forget(meant) : forgetting.find(meant));
            return CommandLine.ExitCode.OK;
        });
    }

    /** What is no address at all needn't wait for a database. */
    private void refuseAtOnce() {
        try {
            Whom.of(whom);
        } catch (Refused e) {
            throw new Problem(Console.harmless(e.getMessage()), e);
        }
    }

    private void report(Whom meant, Forgetting.Found found) {
        PrintWriter lines = new PrintWriter(console.out(), true, StandardCharsets.UTF_8);
        String name = Console.harmless(meant.name());
        if (found.nothing()) {
            lines.println("There is nothing about " + name + ".");
            return;
        }
        lines.println(yes ? "Deleted of " + name + ":" : "To be deleted of " + name + ":");
        lines.println("  " + count(found.mails(), "mail that names it", "mails that name it"));
        lines.println("  " + count(found.proposals(), "proposal", "proposals"));
        lines.println("  " + count(found.decisions(), "decision", "decisions"));
        lines.println("  " + count(found.events(), "event in your calendar", "events in your calendar"));
        lines.println("  " + count(found.lessons(), "answer to learn from", "answers to learn from"));
        if (!yes) {
            lines.println("Nothing was deleted yet; add --yes to do it.");
        }
    }

    private static String count(int count, String one, String more) {
        return count + " " + (count == 1 ? one : more);
    }
}
