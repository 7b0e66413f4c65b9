package app.whichday.proposal;

import app.whichday.calendar.Event;
import java.time.Instant;
import java.util.Optional;

/**
 * A draft that was offered, and how far it has come.
 *
 * @param version counts changes; a decision names the version that it saw
 * @param decision what the owner decided last; empty as long as it waits
 * @param applied the event as it put it into the calendar; empty where it isn't applied, or took an event out
 * @param failure one sentence, present in state FAILED
 */
public record Proposal(
        ProposalId id,
        int version,
        Draft draft,
        State state,
        Instant offeredAt,
        Optional<Instant> decidedAt,
        Optional<Decision> decision,
        Optional<Event> applied,
        Optional<String> failure) {
    /**
     * WAITING → CONFIRMED → APPLIED → UNDONE (→ WAITING again), or DISMISSED, SUPERSEDED, FAILED.
     *
     * <p>With the calendar in the same database, CONFIRMED and UNDONE are passed within one transaction: nobody sees them.
     * They are for calendars elsewhere, where applying and taking back take time.
     */
    public enum State {
        WAITING,
        CONFIRMED,
        APPLIED,
        UNDONE,
        /** Not wanted, or the invitation is declined. */
        DISMISSED,
        /** A later mail or a newer reading replaced it, or the calendar stands already as it asks. */
        SUPERSEDED,
        /** Applying it failed; can be confirmed again. */
        FAILED
    }

    /** A proposal that nobody has decided on. */
    public Proposal(
            ProposalId id,
            int version,
            Draft draft,
            State state,
            Instant offeredAt,
            Optional<Instant> decidedAt,
            Optional<String> failure) {
        this(id, version, draft, state, offeredAt, decidedAt, Optional.empty(), Optional.empty(), failure);
    }
}
