package app.whichday.proposal;

import app.whichday.calendar.EventTime;
import app.whichday.calendar.Invitation;
import app.whichday.calendar.LocalCalendar;
import app.whichday.proposal.Proposal.State;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.NoSuchElementException;
import org.jboss.logging.Logger;

/**
 * Carries out one decision: proposal, calendar and log in one transaction, so that a crash leaves all of it or nothing. The
 * proposal's row is locked first; a second click waits for the first and then finds another version than it saw.
 */
@ApplicationScoped
class Deciding {
    private static final Logger LOG = Logger.getLogger(Deciding.class);

    private final Clock clock;
    private final LocalCalendar calendar;
    private final Event<ProposalChanged> changes;
    private final Event<Decided> decisions;

    Deciding(Clock clock, LocalCalendar calendar, Event<ProposalChanged> changes, Event<Decided> decisions) {
        this.clock = clock;
        this.calendar = calendar;
        this.changes = changes;
        this.decisions = decisions;
    }

    @Transactional(TxType.REQUIRES_NEW)
    Proposal carryOut(ProposalId id, int seenVersion, Decision decision) {
        ProposalEntity row = locked(id);
        if (row.version != seenVersion) {
            throw stale(row, "This has changed since you saw it. " + stateInWords(row.state));
        }
        Draft draft = row.draft();
        switch (decision) {
            case Decision.Confirm confirm -> {
                refuseUnlessOpen(row);
                apply(row, draft.action());
            }
            case Decision.OtherTime(EventTime time) -> {
                refuseUnlessOpen(row);
                apply(row, at(row, draft.action(), time));
            }
            case Decision.Decline decline -> {
                refuseUnlessOpen(row);
                decline(row, draft.action());
            }
            case Decision.Dismiss dismiss -> {
                refuseUnlessOpen(row);
                become(row, State.DISMISSED, CalendarChanges.none());
            }
            case Decision.Undo undo -> takeBack(row);
        }
        Proposal decided = decided(row, seenVersion, draft, decision);
        decisions.fire(
                new Decided(row.id(), draft, decision, decided.decidedAt().orElseGet(clock::instant)));
        return decided;
    }

    /** After a failed {@link #carryOut}, whose transaction is rolled back: says so, and logs the decision all the same. */
    @Transactional(TxType.REQUIRES_NEW)
    Proposal fail(ProposalId id, int seenVersion, Decision decision, RuntimeException reason) {
        LOG.errorf(reason, "Proposal %s could not be carried out", id);
        ProposalEntity row = locked(id);
        if (row.version != seenVersion) {
            throw stale(row, "This has changed since you saw it. " + stateInWords(row.state));
        }
        if (!(decision instanceof Decision.Undo)) {
            row.state = State.FAILED;
        }
        row.failure = "The calendar could not be changed; nothing was done. Try again, or see the log for the cause.";
        return decided(row, seenVersion, row.draft(), decision);
    }

    private static ProposalEntity locked(ProposalId id) {
        return ProposalEntity.findForUpdate(id)
                .orElseThrow(() -> new NoSuchElementException("There is no proposal " + id));
    }

    private Proposal decided(ProposalEntity row, int seenVersion, Draft draft, Decision decision) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        boolean waitsAgain = row.state == State.WAITING;
        row.decidedAt = waitsAgain ? null : now;
        row.decision = waitsAgain ? null : StoredJson.write(decision);
        DecisionEntity.log(row, seenVersion, draft, decision, row.state, now);
        row.persistAndFlush();
        changes.fire(new ProposalChanged(row.id(), row.state));
        return row.proposal();
    }

    private void apply(ProposalEntity row, Action action) {
        CalendarChanges done =
                switch (action) {
                    case Action.CreateEvent create -> CalendarChanges.create(calendar, create.event());
                    case Action.NoteDeadline deadline -> CalendarChanges.create(calendar, deadline.event());
                    case Action.CancelEvent cancel -> CalendarChanges.cancel(calendar, cancel.event());
                    case Action.AnswerInvitation answer -> CalendarChanges.follow(calendar, answer.invitation());
                };
        become(row, State.APPLIED, done);
    }

    private static Action at(ProposalEntity row, Action action, EventTime time) {
        return switch (action) {
            case Action.CreateEvent create ->
                new Action.CreateEvent(create.event().at(time), false);
            case Action.NoteDeadline deadline ->
                new Action.NoteDeadline(deadline.event().at(time));
            case Action.CancelEvent cancel ->
                throw stale(row, "What is called off has no other time: take it out or dismiss this.");
            case Action.AnswerInvitation answer ->
                throw stale(row, "The organizer sets the time of an invitation: accept it or decline it.");
        };
    }

    private void decline(ProposalEntity row, Action action) {
        if (!(action instanceof Action.AnswerInvitation(Invitation invitation))) {
            throw stale(row, "Only an invitation can be declined: dismiss this instead.");
        }
        CalendarChanges done = invitation.method() == Invitation.Method.CANCEL
                ? CalendarChanges.none()
                : CalendarChanges.decline(calendar, invitation);
        become(row, State.DISMISSED, done);
    }

    private void takeBack(ProposalEntity row) {
        if (row.state != State.APPLIED && row.state != State.DISMISSED) {
            throw stale(row, "There is nothing to undo. " + stateInWords(row.state));
        }
        CalendarChanges done = row.changes();
        if (!done.stand(calendar)) {
            throw stale(row, "The event has changed since: undo the later change first.");
        }
        done.takeBack(calendar);
        become(row, isOverridden(row) ? State.SUPERSEDED : State.WAITING, CalendarChanges.none());
    }

    /** A newer invitation to the event has come in the meantime: it is the one to decide on. */
    private static boolean isOverridden(ProposalEntity row) {
        return row.draft().action() instanceof Action.AnswerInvitation(Invitation invitation)
                && ProposalEntity.invitationsTo(invitation.event().uid()).stream()
                        .filter(other -> other != row)
                        .map(other -> ((Action.AnswerInvitation) other.draft().action()).invitation())
                        .anyMatch(other -> other.newerThan(invitation));
    }

    private static void become(ProposalEntity row, State state, CalendarChanges done) {
        row.state = state;
        row.changes = done.changes().isEmpty() ? null : StoredJson.write(done);
        row.failure = null;
    }

    private static void refuseUnlessOpen(ProposalEntity row) {
        if (row.state != State.WAITING && row.state != State.FAILED) {
            throw stale(row, stateInWords(row.state));
        }
    }

    private static StaleDecisionException stale(ProposalEntity row, String message) {
        return new StaleDecisionException(message, row.proposal());
    }

    private static String stateInWords(State state) {
        return switch (state) {
            case WAITING -> "It waits for your decision.";
            case CONFIRMED -> "It is confirmed already.";
            case APPLIED -> "It is in your calendar already.";
            case UNDONE -> "It was taken back.";
            case DISMISSED -> "It was dismissed.";
            case SUPERSEDED -> "A later mail or change has replaced it.";
            case FAILED -> "Carrying it out failed.";
        };
    }
}
