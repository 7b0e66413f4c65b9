package app.whichday.storage;

/** The data folder or its database can't be used. The message is one sentence for the owner: what is wrong, where, what to do. */
public final class StorageException extends RuntimeException {
    public StorageException(String message) {
        super(message);
    }

    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}
