package app.whichday.assistant;

import app.whichday.account.Owner;
import app.whichday.calendar.Event;
import app.whichday.calendar.EventTime;
import app.whichday.event.EventDraft;
import app.whichday.mail.Block;
import app.whichday.mail.Mail;
import app.whichday.proposal.Candidate;
import app.whichday.when.Expression;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The reason that the owner reads beside a proposal. */
final class Why {
    private Why() {}

    /** “next Friday”, sent Wed 5 Nov: Fri 14 Nov (next week's). */
    static String of(
            Mail mail, Owner owner, EventDraft event, List<Candidate> candidates, boolean asks, Optional<Event> moved) {
        Expression when = event.when().orElseThrow();
        String phrase = "“"
                + mail.body()
                        .substring(when.span().begin(), when.span().end())
                        .replaceAll("[\\s>]{1,40}", " ")
                        .strip() + "”";
        String written = written(mail, when);
        String meant = asks
                ? phrase + written + " could be " + either(candidates) + "."
                : phrase + written + ": " + named(candidates.getFirst()) + ".";
        return meant + clock(mail, owner, candidates.getFirst()) + move(event, moved);
    }

    private static String written(Mail mail, Expression when) {
        return mail.blocks().stream()
                .filter(block ->
                        block.begin() <= when.span().begin() && when.span().begin() < block.end())
                .findFirst()
                .map(block -> written(mail, block))
                .orElse("");
    }

    private static String written(Mail mail, Block block) {
        if (block.kind() == Block.Kind.NEW) {
            return " in a mail sent " + SpelledDay.brief(mail.sent().local().toLocalDate());
        }
        String quoted = block.kind() == Block.Kind.FORWARDED ? " in the forwarded text" : " in the quoted mail";
        return quoted
                + block.sent()
                        .map(sent -> " of " + SpelledDay.brief(sent.local().toLocalDate()))
                        .orElse("");
    }

    private static String either(List<Candidate> candidates) {
        return candidates.stream().map(Why::named).collect(Collectors.joining(" or "));
    }

    private static String named(Candidate candidate) {
        LocalDate day = candidate.time().firstDay();
        String convention = candidate.convention();
        return SpelledDay.brief(day) + (convention.isBlank() ? "" : " (" + convention + ")");
    }

    private static String clock(Mail mail, Owner owner, Candidate first) {
        ZoneId writers = Candidates.zone(mail, owner);
        boolean timed = first.time() instanceof EventTime.Timed;
        return !timed || writers.equals(owner.zone())
                ? ""
                : " The time is on the writer's clock (" + writers.getId() + "), shown on yours.";
    }

    private static String move(EventDraft event, Optional<Event> moved) {
        if (event.action() != EventDraft.Action.MOVE) {
            return "";
        }
        return " It moves "
                + moved.map(there -> "your “" + there.title() + "” of " + SpelledDay.of(there.time()))
                        .orElse("what was planned")
                + ".";
    }
}
