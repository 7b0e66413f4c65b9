package app.whichday.assistant;

import app.whichday.calendar.Event;
import app.whichday.calendar.EventTime;
import app.whichday.calendar.EventUid;
import app.whichday.event.EventDraft;
import app.whichday.event.EventDraft.Action;
import app.whichday.mail.Mail;
import app.whichday.proposal.Proposal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the other mails of a thread brought, as far as they were read. Mails are read newest first, so that a later mail may
 * have been read before the one that it answers.
 */
record ThreadSoFar(List<Brought> others, ZoneId zone) {
    static final ThreadSoFar ALONE = new ThreadSoFar(List.of(), ZoneId.of("UTC"));

    /**
     * One mail of the thread.
     *
     * @param action what it wanted; empty where it brought no event
     * @param proposals what was offered for it
     */
    record Brought(Instant sent, Optional<Action> action, List<Proposal> proposals) {
        Brought {
            proposals = List.copyOf(proposals);
        }

        private boolean offers(EventTime time) {
            return proposals.stream()
                    .map(proposal -> proposal.draft().action().event().time())
                    .anyMatch(offered -> sameMoment(offered, time));
        }
    }

    ThreadSoFar {
        others = List.copyOf(others);
    }

    /** Whether nothing new is offered by a mail that names this time: another mail offered it, or a later one moved or cancelled it. */
    boolean settles(Mail mail, EventTime time) {
        Instant sent = mail.sent().instant(zone);
        return others.stream()
                .anyMatch(other -> other.offers(time)
                        || other.sent().isAfter(sent)
                                && other.action()
                                        .filter(action -> action == Action.MOVE || action == Action.CANCEL)
                                        .isPresent());
    }

    /** The event that a mail moves: the one that an earlier mail of the thread offered last. Taking its UID replaces it. */
    Optional<EventUid> eventToMove(EventDraft draft, Mail mail) {
        if (draft.action() != Action.MOVE) {
            return Optional.empty();
        }
        Instant sent = mail.sent().instant(zone);
        return others.stream()
                .filter(other ->
                        other.sent().isBefore(sent) && !other.proposals().isEmpty())
                .max(Comparator.comparing(Brought::sent))
                .map(other ->
                        other.proposals().getLast().draft().action().event().uid());
    }

    /** What an earlier mail of the thread brought into the calendar last. */
    Optional<Event> applied(Mail mail) {
        Instant sent = mail.sent().instant(zone);
        return others.stream()
                .filter(other -> other.sent().isBefore(sent))
                .sorted(Comparator.comparing(Brought::sent).reversed())
                .flatMap(other -> other.proposals().reversed().stream())
                .flatMap(proposal -> proposal.applied().stream())
                .findFirst();
    }

    /** A bare day repeats any time of that day, and the other way round. */
    private static boolean sameMoment(EventTime one, EventTime other) {
        return switch (one) {
            case EventTime.Timed timed ->
                switch (other) {
                    case EventTime.Timed second ->
                        timed.start().toInstant().equals(second.start().toInstant());
                    case EventTime.AllDay days -> days.first().equals(timed.firstDay());
                };
            case EventTime.AllDay days -> days.firstDay().equals(other.firstDay());
        };
    }
}
