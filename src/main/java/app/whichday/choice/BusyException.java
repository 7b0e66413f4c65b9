package app.whichday.choice;

import dev.langchain4j.exception.HttpException;
import java.time.Duration;

/** A server said to come back later, and when (429 or 503 with Retry-After, RFC 9110 §10.2.3). */
final class BusyException extends HttpException {
    private static final long serialVersionUID = 1L;

    private final transient Duration after;

    BusyException(int status, Duration after) {
        super(status, "The server asks to come back after " + after.toSeconds() + " s");
        this.after = after;
    }

    Duration after() {
        return after;
    }
}
