package app.whichday.proposal;

import java.time.Instant;

/**
 * CDI event, fired within the transaction of a decision that was carried out: what an observer writes stands or falls with
 * it.
 *
 * @param draft as the owner saw it
 */
public record Decided(ProposalId proposal, Draft draft, Decision decision, Instant at) {}
