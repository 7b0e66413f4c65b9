package app.whichday.account;

/** A stored secret can't be opened with the configured key. The message tells the owner what to do. */
public final class UnreadableSecretException extends RuntimeException {
    UnreadableSecretException() {
        super("The stored password cannot be decrypted with the configured " + SecretBox.KEY
                + ": enter the password again, or restore the key.");
    }
}
