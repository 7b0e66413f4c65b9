package app.whichday.mail;

import java.io.IOException;
import java.nio.file.Path;

/** One file or folder of a {@link FileMailbox}, its messages counted from 0. */
interface MailSource extends AutoCloseable {
    /** As given, for sentences. */
    Path path();

    int count();

    /**
     * Changes when messages have changed their places; stays the same for a file that nobody touched.
     *
     * @throws IOException when the file is gone
     */
    long stamp() throws IOException;

    /** @throws IOException when the message can't be read from the disk */
    Mail read(int index) throws IOException;

    @Override
    default void close() {}
}
