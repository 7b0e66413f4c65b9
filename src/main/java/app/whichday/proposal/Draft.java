package app.whichday.proposal;

import app.whichday.choice.ModelVersion;
import app.whichday.mail.MailId;
import java.util.List;

/**
 * A proposal before it is offered.
 *
 * @param candidates the times that the phrase may mean, the likeliest first; the action's event is at the first. Empty for invitations
 * @param ask too close to call: the owner is shown the candidates as buttons
 * @param why one or two sentences for the owner
 */
public record Draft(
        MailId mail,
        Action action,
        Evidence evidence,
        List<Candidate> candidates,
        boolean ask,
        String why,
        ModelVersion by) {
    public Draft {
        candidates = List.copyOf(candidates);
    }
}
