package app.whichday.assistant;

import app.whichday.account.Owner;
import app.whichday.calendar.Event;
import app.whichday.calendar.EventUid;
import app.whichday.calendar.Invitation;
import app.whichday.choice.ModelVersion;
import app.whichday.choice.Verdict;
import app.whichday.event.EventDraft;
import app.whichday.event.EventDraft.Action;
import app.whichday.mail.Mail;
import app.whichday.mail.MailId;
import app.whichday.proposal.Action.AnswerInvitation;
import app.whichday.proposal.Action.CancelEvent;
import app.whichday.proposal.Action.CreateEvent;
import app.whichday.proposal.Action.NoteDeadline;
import app.whichday.proposal.Candidate;
import app.whichday.proposal.Draft;
import app.whichday.proposal.Evidence;
import app.whichday.triage.Category;
import app.whichday.when.Expression;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Turns what was understood of a mail into what the owner is offered, or into nothing. Pure. */
final class Drafting {
    private static final ModelVersion INVITATION = new ModelVersion("invitation/rfc5546");

    private final Owner owner;
    private final Instant now;
    private final Function<Set<LocalDate>, List<Event>> calendar;

    Drafting(Owner owner, Instant now) {
        this(owner, now, days -> List.of());
    }

    /** @param calendar the events that touch some days */
    Drafting(Owner owner, Instant now, Function<Set<LocalDate>, List<Event>> calendar) {
        this.owner = owner;
        this.now = now;
        this.calendar = calendar;
    }

    /**
     * Nothing is offered for what the owner wrote, for newsletters and junk, for what is over, for what has no day yet, for
     * what the thread has settled, and for what stands in the calendar already.
     */
    Optional<Draft> draft(MailId id, Understanding understood, ThreadSoFar thread) {
        Mail mail = understood.mail();
        Category category = understood.triage().category().best().value();
        if (owner.emails().contains(mail.from().email()) || category == Category.JUNK) {
            return Optional.empty();
        }
        if (understood.invitation().isPresent()) {
            return understood.invitation().flatMap(invitation -> answer(id, invitation));
        }
        if (category == Category.NEWSLETTER) {
            return Optional.empty();
        }
        return understood.event().flatMap(event -> event(id, understood, event, thread));
    }

    private Optional<Draft> answer(MailId id, Invitation invitation) {
        boolean asks =
                switch (invitation.method()) {
                    case REQUEST, CANCEL -> true;
                    case REPLY, PUBLISH -> false;
                };
        boolean over = invitation.event().recurrence().isEmpty()
                && Candidates.isOver(invitation.event().time(), owner.zone(), now);
        if (!asks || over) {
            return Optional.empty();
        }
        String who = invitation.organizerName().orElse(invitation.organizer());
        String when = SpelledDay.of(invitation.event().time());
        String why = invitation.method() == Invitation.Method.CANCEL
                ? who + " cancels the invitation for " + when + "."
                : who + " sent an invitation for " + when + "; its calendar part says when, nothing was guessed.";
        return Optional.of(new Draft(
                id, new AnswerInvitation(invitation), new Evidence(0, 0, ""), List.of(), false, why, INVITATION));
    }

    private Optional<Draft> event(MailId id, Understanding understood, EventDraft event, ThreadSoFar thread) {
        Mail mail = understood.mail();
        if (event.action() == Action.CANCEL) {
            return cancelled(id, understood, event, thread);
        }
        List<Candidate> candidates = Candidates.of(mail, owner, event, now);
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        boolean asks = event.when().orElseThrow().verdict() instanceof Verdict.Ask<?> && candidates.size() > 1;
        Candidate first = candidates.getFirst();
        List<Candidate> ahead = candidates.stream()
                .filter(candidate -> !Candidates.isOver(candidate.time(), owner.zone(), now))
                .toList();
        // The best reading is over. If it was clear, so is the matter; if it was a question, the others stand.
        if (ahead.isEmpty() || !ahead.contains(first) && !asks) {
            return Optional.empty();
        }
        if (thread.settles(mail, ahead.getFirst().time())) {
            return Optional.empty();
        }
        if (event.action() != Action.MOVE && event.action() != Action.DEADLINE && !asks && stands(understood, first)) {
            return Optional.empty();
        }
        return Optional.of(draft(id, understood, event, ahead, asks && ahead.size() > 1, thread));
    }

    /** What is called off has to stand in the calendar: through an earlier mail of the thread, or by what the mail says of it. */
    private Optional<Draft> cancelled(MailId id, Understanding understood, EventDraft event, ThreadSoFar thread) {
        Mail mail = understood.mail();
        return thread.applied(mail)
                .or(() -> existing(understood))
                .filter(planned -> !Candidates.isOver(planned.time(), owner.zone(), now))
                .map(planned -> new Draft(
                        id,
                        new CancelEvent(planned),
                        event.when()
                                .map(when -> new Evidence(
                                        when.span().begin(), when.span().end(), phrase(mail, when)))
                                .orElse(new Evidence(0, 0, "")),
                        List.of(),
                        false,
                        mail.from().display() + " calls off what is planned for " + SpelledDay.of(planned.time()) + ".",
                        event.by()));
    }

    private Optional<Event> existing(Understanding understood) {
        return ExistingEvents.meant(understood, owner, calendar.apply(ExistingEvents.days(understood, owner)));
    }

    private boolean stands(Understanding understood, Candidate candidate) {
        Set<LocalDate> day = Set.of(candidate.time().firstDay());
        return ExistingEvents.stands(understood, owner, calendar.apply(day), candidate.time());
    }

    private Draft draft(
            MailId id,
            Understanding understood,
            EventDraft draft,
            List<Candidate> candidates,
            boolean asks,
            ThreadSoFar thread) {
        Mail mail = understood.mail();
        Expression when = draft.when().orElseThrow();
        Optional<Event> moved = draft.action() == Action.MOVE ? existing(understood) : Optional.empty();
        EventUid uid =
                thread.eventToMove(draft, mail).or(() -> moved.map(Event::uid)).orElseGet(() -> uid(mail, when));
        boolean deadline = draft.action() == Action.DEADLINE;
        Event event = new Event(
                uid,
                draft.title(),
                candidates.getFirst().time(),
                draft.location(),
                Optional.empty(),
                draft.participants(),
                Optional.empty(),
                deadline ? Event.Kind.DEADLINE : Event.Kind.APPOINTMENT);
        return new Draft(
                id,
                deadline ? new NoteDeadline(event) : new CreateEvent(event, lengthIsDefault(draft)),
                new Evidence(when.span().begin(), when.span().end(), phrase(mail, when)),
                candidates,
                asks,
                Why.of(mail, owner, draft, candidates, asks, moved),
                when.ranking().by());
    }

    private static boolean lengthIsDefault(EventDraft draft) {
        Optional<Duration> stated = draft.length()
                .or(() -> draft.time().flatMap(time -> Candidates.statedEnd(time.best())))
                .or(() -> draft.when().flatMap(when -> Candidates.statedEnd(when.best())));
        boolean timed =
                draft.time().isPresent() || draft.when().orElseThrow().best().timed();
        return timed && stated.isEmpty();
    }

    private static String phrase(Mail mail, Expression when) {
        return mail.body().substring(when.span().begin(), when.span().end());
    }

    /** The same for the same words of the same mail, however often it is read. */
    private static EventUid uid(Mail mail, Expression when) {
        String source =
                mail.messageId().orElse(mail.from().email() + mail.sent().local() + mail.subject()) + "#"
                        + when.span().begin();
        return new EventUid(UUID.nameUUIDFromBytes(source.getBytes(StandardCharsets.UTF_8)) + "@whichday");
    }
}
