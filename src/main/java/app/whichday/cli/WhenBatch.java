package app.whichday.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;

/** {@code when --batch}: JSON lines in, JSON lines out. */
final class WhenBatch {
    private WhenBatch() {}

    static int run(InputStream in, OutputStream out, PrintStream err) {
        throw new UnsupportedOperationException("when");
    }
}
