package app.whichday.proposal;

import java.time.Instant;
import java.util.Optional;

/**
 * A draft that was offered, and how far it has come.
 *
 * @param version counts changes; a decision names the version that it saw
 * @param failure one sentence, present in state FAILED
 */
public record Proposal(
        ProposalId id,
        int version,
        Draft draft,
        State state,
        Instant offeredAt,
        Optional<Instant> decidedAt,
        Optional<String> failure) {
    /** WAITING → CONFIRMED → APPLIED → UNDONE (→ WAITING again), or DISMISSED, SUPERSEDED, FAILED. */
    public enum State {
        WAITING,
        CONFIRMED,
        APPLIED,
        UNDONE,
        DISMISSED,
        /** A later mail or a newer reading replaced it. */
        SUPERSEDED,
        /** Applying it failed; can be confirmed again. */
        FAILED
    }
}
