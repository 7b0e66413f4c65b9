package app.whichday.proposal;

/** CDI event, fired after the transaction that offered or changed a proposal has committed. */
public record ProposalChanged(ProposalId id, Proposal.State state) {}
