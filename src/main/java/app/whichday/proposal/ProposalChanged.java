package app.whichday.proposal;

/**
 * CDI event, fired within the transaction that offers or changes a proposal: observe it {@code during = AFTER_SUCCESS} to
 * see what has committed.
 */
public record ProposalChanged(ProposalId id, Proposal.State state) {}
