package app.whichday.mail;

/** Identifies a stored mail. */
public record MailId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
