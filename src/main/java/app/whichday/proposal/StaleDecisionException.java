package app.whichday.proposal;

/** The proposal isn't as the owner saw it; the message is a sentence for them. */
public final class StaleDecisionException extends RuntimeException {
    private final transient Proposal now;

    public StaleDecisionException(String message, Proposal now) {
        super(message);
        this.now = now;
    }

    /** The proposal as it is. */
    public Proposal now() {
        return now;
    }
}
