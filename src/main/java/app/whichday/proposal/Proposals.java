package app.whichday.proposal;

import app.whichday.mail.MailId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The proposals and their life. Every change is one transaction together with what it does to the calendar. */
@ApplicationScoped
public class Proposals {
    /** Offers the draft; the same draft of the same mail (same action, same evidence) is offered once. */
    public Proposal offer(Draft draft) {
        throw new UnsupportedOperationException("proposal");
    }

    public Optional<Proposal> find(ProposalId id) {
        throw new UnsupportedOperationException("proposal");
    }

    /** In the order in which they need the owner: the earliest event first for WAITING, the latest decided first else. */
    public List<Proposal> in(Set<Proposal.State> states, int limit) {
        throw new UnsupportedOperationException("proposal");
    }

    public List<Proposal> of(Collection<MailId> mails) {
        throw new UnsupportedOperationException("proposal");
    }

    /**
     * Carries out the owner's decision, exactly once, and logs it.
     *
     * @param seenVersion the version that the owner saw
     * @throws StaleDecisionException when the proposal has changed since, or the decision doesn't fit its state
     */
    public Proposal decide(ProposalId id, int seenVersion, Decision decision) {
        throw new UnsupportedOperationException("proposal");
    }
}
