package app.whichday.tuning;

/** A fine-tuning server didn't do what was asked. The message is one sentence for the owner. */
public final class FineTuningException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean again;
    private final boolean missing;

    private FineTuningException(String sentence, boolean again, boolean missing, Throwable cause) {
        super(sentence, cause);
        this.again = again;
        this.missing = missing;
    }

    /** It may well work a little later. */
    static FineTuningException passing(String sentence, Throwable cause) {
        return new FineTuningException(sentence, true, false, cause);
    }

    /** It won't, until somebody changes something. */
    static FineTuningException lasting(String sentence, Throwable cause) {
        return new FineTuningException(sentence, false, false, cause);
    }

    /** What was asked about isn't there, or there is no such thing at this server. */
    static FineTuningException missing(String sentence, Throwable cause) {
        return new FineTuningException(sentence, false, true, cause);
    }

    /** Whether the same may well work a little later. */
    boolean again() {
        return again;
    }

    boolean isMissing() {
        return missing;
    }
}
