package app.whichday.cli;

import app.whichday.assistant.Understanding;
import app.whichday.choice.Ranked;
import app.whichday.choice.Verdict;
import app.whichday.event.EventDraft;
import app.whichday.mail.Mail;
import app.whichday.mail.Skipped;
import app.whichday.triage.Category;
import app.whichday.when.DatedExpression;
import app.whichday.when.Expression;
import app.whichday.when.Reading;
import app.whichday.when.ReadingWords;
import java.io.PrintStream;
import java.time.ZoneId;
import java.util.stream.Collectors;

/** For a person: a paragraph for each mail. */
final class ReadReport implements ReadOutput {
    private final Console console;
    private final PrintStream out;
    private final ZoneId zone;
    private boolean first = true;
    private int setAside;

    ReadReport(Console console, ZoneId zone) {
        this.console = console;
        this.out = console.out();
        this.zone = zone;
    }

    @Override
    public void mail(Understanding understood) {
        Mail mail = understood.mail();
        gap();
        out.println(console.bold(subject(mail)));
        row("from", who(mail));
        row(
                "sent",
                ReadingWords.moment(mail.sent().local())
                        + mail.sent().zone().map(told -> ", " + told).orElse(""));
        row("lane", lane(understood));
        if (!understood.intents().present().isEmpty()) {
            row(
                    "does",
                    understood.intents().present().stream()
                            .map(intent -> UnderstandingJson.lower(intent).replace('_', ' '))
                            .collect(Collectors.joining(", ")));
        }
        String label = "dates";
        for (DatedExpression date : understood.dates()) {
            date(label, mail, date);
            label = "";
        }
        understood.event().ifPresent(this::event);
        understood
                .invitation()
                .ifPresent(invitation ->
                        row("invites", Console.harmless(invitation.event().title())));
        for (Skipped skipped : mail.skipped()) {
            row("skipped", Console.harmless(skipped.what() + ": " + skipped.why()));
        }
    }

    @Override
    public void setAside(String reason) {
        setAside++;
        gap();
        out.println(console.bad("Set aside: ") + Console.harmless(reason));
    }

    @Override
    public int setAside() {
        return setAside;
    }

    @Override
    public void close() {
        out.flush();
    }

    private void gap() {
        if (!first) {
            out.println();
        }
        first = false;
    }

    private void row(String label, String value) {
        out.println("  " + console.dim(label + " ".repeat(8 - label.length())) + value);
    }

    private static String subject(Mail mail) {
        return mail.subject().isBlank() ? "(no subject)" : Console.harmless(mail.subject());
    }

    private static String who(Mail mail) {
        String email = mail.from().email();
        String name = mail.from().name();
        return Console.harmless(
                email.isEmpty() ? "(nobody named)" : name.isBlank() ? email : name + " <" + email + ">");
    }

    private static String lane(Understanding understood) {
        Ranked<Category> lane = understood.triage().category().best();
        String reply = understood.triage().wantsReply() ? ", wants a reply" : "";
        return UnderstandingJson.lower(lane.value()) + " (" + percent(lane.probability()) + ")" + reply;
    }

    private void date(String label, Mail mail, DatedExpression date) {
        Expression expression = date.expression();
        ZoneId where = mail.sent().zone().orElse(zone);
        String phrase = console.marked(Console.harmless(expression.text()));
        String every = expression.recurring() ? "again and again, next on " : "";
        switch (expression.verdict()) {
            case Verdict.Act<Reading> act -> row(label, phrase + " = " + every + words(act.best(), where));
            case Verdict.Ask<Reading> ask -> {
                row(label, phrase + " = which?");
                ask.between()
                        .forEach(reading ->
                                row("", "    " + words(reading, where) + " (" + percent(reading.probability()) + ")"));
            }
        }
    }

    private static String words(Ranked<Reading> reading, ZoneId where) {
        String convention = reading.value().convention();
        return ReadingWords.of(reading.value(), where)
                + (convention.isBlank() ? "" : ", " + Console.harmless(convention));
    }

    private void event(EventDraft event) {
        String start = UnderstandingJson.eventStart(event);
        row(
                "event",
                UnderstandingJson.lower(event.action()) + ": " + console.bold(Console.harmless(event.title()))
                        + (start == null ? "" : ", " + start.replace('T', ' ')));
        event.length().ifPresent(length -> row("", "lasts " + length.toMinutes() + " minutes, as stated"));
        event.location().ifPresent(place -> row("", "at " + Console.harmless(place)));
        if (!event.participants().isEmpty()) {
            row("", "with " + Console.harmless(String.join(", ", event.participants())));
        }
    }

    private static String percent(double probability) {
        return Math.round(100 * probability) + " %";
    }
}
