package app.whichday.mail;

/** A mailbox can't be opened or was lost. The message is one sentence for the owner: which mailbox, what is wrong, what to do. */
public final class MailboxException extends RuntimeException {
    private final Kind kind;

    /** What is wrong, as far as it decides what to do next. */
    public enum Kind {
        /** Trying again won't help until the owner changes something: password, folder, encryption. */
        SETTINGS,
        /** The server's certificate isn't trusted. */
        CERTIFICATE,
        /** Unreachable or interrupted, perhaps for lack of a network: worth another try later. */
        CONNECTION,
        /** A file that isn't there or can't be read. */
        FILE
    }

    public MailboxException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public MailboxException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
