package app.whichday.cli;

import app.whichday.assistant.Understanding;
import java.io.IOException;

/** What {@code read} prints, mail by mail. */
sealed interface ReadOutput extends AutoCloseable permits ReadReport, ReadJson {
    void mail(Understanding understood) throws IOException;

    /** A message that could not be read even in part. */
    void setAside(String reason) throws IOException;

    /** How many could not be read. */
    int setAside();

    @Override
    void close() throws IOException;
}
