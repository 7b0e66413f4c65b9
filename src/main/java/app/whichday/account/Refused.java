package app.whichday.account;

/** Something the owner entered can't be taken. The message is one sentence for them: what is wrong, what to do. */
public final class Refused extends RuntimeException {
    private final String field;

    public Refused(String field, String message) {
        super(message);
        this.field = field;
    }

    /** The name of the form field that it is about. */
    public String field() {
        return field;
    }
}
