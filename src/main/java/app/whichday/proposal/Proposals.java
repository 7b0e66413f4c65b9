package app.whichday.proposal;

import app.whichday.calendar.EventTime;
import app.whichday.calendar.Invitation;
import app.whichday.calendar.LocalCalendar;
import app.whichday.mail.MailId;
import app.whichday.proposal.Proposal.State;
import app.whichday.proposal.ProposalEntity.Kind;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The proposals and their life. Every change is one transaction together with what it does to the calendar. */
@ApplicationScoped
public class Proposals {
    /** Those that still need the owner. */
    private static final Set<State> OPEN = Set.of(State.WAITING, State.FAILED);

    private final Clock clock;
    private final LocalCalendar calendar;
    private final OfferLock lock;
    private final Deciding deciding;
    private final Event<ProposalChanged> changes;

    Proposals(Clock clock, LocalCalendar calendar, OfferLock lock, Deciding deciding, Event<ProposalChanged> changes) {
        this.clock = clock;
        this.calendar = calendar;
        this.lock = lock;
        this.deciding = deciding;
        this.changes = changes;
    }

    /**
     * Offers the draft; the same draft of the same mail (same action, same evidence) is offered once.
     *
     * <p>Of several invitations to one event only the newest waits, in whatever order their mails are read; the others are
     * SUPERSEDED. So is one that changes nothing: the calendar stands as it asks, or a cancellation finds nothing to cancel.
     *
     * <p>Joins the caller's transaction, where there is one.
     */
    @Transactional
    public Proposal offer(Draft draft) {
        Kind kind = Kind.of(draft.action());
        String subject = subject(draft);
        lock.take(lockName(draft));
        return ProposalEntity.offered(draft.mail().value(), kind, subject)
                .map(ProposalEntity::proposal)
                .orElseGet(() -> firstOffer(draft, kind, subject));
    }

    private Proposal firstOffer(Draft draft, Kind kind, String subject) {
        ProposalEntity row = new ProposalEntity();
        row.mail = draft.mail().value();
        row.kind = kind;
        row.subject = subject;
        row.uid = draft.action().event().uid().value();
        row.state = draft.action() instanceof Action.AnswerInvitation(Invitation invitation)
                ? stateAmongOthers(invitation)
                : State.WAITING;
        row.draft = StoredJson.write(draft);
        row.eventAt = instant(draft.action().event().time());
        row.offeredAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        row.persistAndFlush();
        changes.fire(new ProposalChanged(row.id(), row.state));
        return row.proposal();
    }

    /** Where the invitation stands among those to the same event; waiting ones that it overrides are superseded. */
    private State stateAmongOthers(Invitation invitation) {
        List<ProposalEntity> others =
                ProposalEntity.invitationsTo(invitation.event().uid());
        if (others.stream().anyMatch(other -> !invitation.newerThan(invitation(other)))) {
            return State.SUPERSEDED;
        }
        others.stream()
                .filter(other -> other.state == State.WAITING || other.state == State.FAILED)
                .forEach(this::supersede);
        return changesNothing(invitation) ? State.SUPERSEDED : State.WAITING;
    }

    private boolean changesNothing(Invitation invitation) {
        Optional<LocalCalendar.Version> there =
                calendar.version(invitation.event().uid());
        return switch (invitation.method()) {
            case CANCEL ->
                there.isEmpty()
                        && invitation
                                .instance()
                                .flatMap(instance -> calendar.version(instance.series()))
                                .isEmpty();
            case REQUEST, PUBLISH, REPLY ->
                there.isPresent()
                        && there.get().event().equals(invitation.event())
                        && invitation.changed().stream().allMatch(event -> calendar.find(event.uid())
                                .filter(event::equals)
                                .isPresent());
        };
    }

    private static Invitation invitation(ProposalEntity row) {
        return ((Action.AnswerInvitation) row.draft().action()).invitation();
    }

    /**
     * Takes a waiting proposal away because a later mail says otherwise; nothing happens to one that the owner has decided on.
     *
     * @return whether it waited
     */
    @Transactional
    public boolean supersede(ProposalId id) {
        return ProposalEntity.findForUpdate(id)
                .filter(row -> row.state == State.WAITING)
                .map(row -> {
                    supersede(row);
                    return true;
                })
                .orElse(false);
    }

    private void supersede(ProposalEntity row) {
        row.state = State.SUPERSEDED;
        changes.fire(new ProposalChanged(row.id(), row.state));
    }

    @Transactional
    public Optional<Proposal> find(ProposalId id) {
        return ProposalEntity.find(id).map(ProposalEntity::proposal);
    }

    /** The earliest event first where all asked for still need the owner (WAITING, FAILED), else the latest decided first. */
    @Transactional
    public List<Proposal> in(Set<State> states, int limit) {
        Sort order = OPEN.containsAll(states)
                ? Sort.by("eventAt").and("id")
                : Sort.by("decidedAt", Sort.Direction.Descending, Sort.NullPrecedence.NULLS_LAST)
                        .and("id", Sort.Direction.Descending);
        return ProposalEntity.<ProposalEntity>find("state in ?1", order, states).page(0, limit).stream()
                .map(ProposalEntity::proposal)
                .toList();
    }

    /** Those of the mails, in the order in which they were offered. */
    @Transactional
    public List<Proposal> of(Collection<MailId> mails) {
        List<Long> ids = mails.stream().map(MailId::value).toList();
        return ProposalEntity.<ProposalEntity>find("mail in ?1", Sort.by("id"), ids).stream()
                .map(ProposalEntity::proposal)
                .toList();
    }

    /**
     * Carries out the owner's decision, exactly once, and logs it. Where the calendar fails, the proposal is FAILED with the
     * reason and the calendar as it was.
     *
     * <p>Has a transaction of its own, whatever the caller has.
     *
     * @param seenVersion the version that the owner saw
     * @throws StaleDecisionException when the proposal has changed since, or the decision doesn't fit its state or action
     * @throws java.util.NoSuchElementException when there is no such proposal
     */
    public Proposal decide(ProposalId id, int seenVersion, Decision decision) {
        try {
            return deciding.carryOut(id, seenVersion, decision);
        } catch (StaleDecisionException | java.util.NoSuchElementException e) {
            throw e;
        } catch (RuntimeException e) {
            return deciding.fail(id, seenVersion, decision, e);
        }
    }

    /** What a draft is about within its mail: an invitation's event and revision, or the phrase that carries the date. */
    private static String subject(Draft draft) {
        return switch (draft.action()) {
            case Action.AnswerInvitation answer ->
                answer.invitation().event().uid().value();
            case Action.CreateEvent create -> span(draft.evidence());
            case Action.NoteDeadline deadline -> span(draft.evidence());
            case Action.CancelEvent cancel -> cancel.event().uid().value();
        };
    }

    private static String span(Evidence evidence) {
        return evidence.begin() + "-" + evidence.end();
    }

    private static String lockName(Draft draft) {
        return draft.action() instanceof Action.AnswerInvitation answer
                ? "invitation " + answer.event().uid().value()
                : "mail " + draft.mail();
    }

    /** For the order only: whole days count from their beginning in UTC. */
    private static Instant instant(EventTime time) {
        return switch (time) {
            case EventTime.Timed timed -> timed.start().toInstant();
            case EventTime.AllDay day ->
                day.first().atStartOfDay(ZoneOffset.UTC).toInstant();
        };
    }
}
