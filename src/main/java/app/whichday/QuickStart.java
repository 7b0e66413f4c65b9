package app.whichday;

import app.whichday.cli.Commands;
import java.time.Clock;

/**
 * What the launcher runs once after a build so that Java keeps its classes loaded and linked: the commands that people wait for,
 * {@code when} and {@code read}, in one process.
 */
final class QuickStart {
    private QuickStart() {}

    /** Reads a mail from standard input. */
    public static void main(String... args) {
        Clock clock = SystemClock.clock();
        Commands.run(clock, "when", "next Friday at 3", "--sent", "2025-11-05T09:30", "--zone", "Europe/Berlin");
        Commands.run(clock, "read", "--json", "-");
    }
}
