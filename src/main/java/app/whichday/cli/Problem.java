package app.whichday.cli;

/** Something the user can mend. The message is one sentence that names it; shown as it is, without a stack trace. */
final class Problem extends RuntimeException {
    Problem(String message) {
        super(message);
    }

    Problem(String message, Throwable cause) {
        super(message, cause);
    }
}
