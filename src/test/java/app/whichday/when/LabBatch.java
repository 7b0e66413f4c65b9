package app.whichday.when;

import app.whichday.cli.Commands;
import java.time.Clock;

/** {@code whichday when --batch} from the test class path. */
final class LabBatch {
    private LabBatch() {}

    public static void main(String... args) {
        System.exit(Commands.run(Clock.systemUTC(), "when", "--batch"));
    }
}
