package app.whichday;

import app.whichday.cli.Commands;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The one door. Only {@code serve} and {@code demo} start the container; everything else answers without it. */
@QuarkusMain
public final class Main {
    private Main() {}

    public static void main(String... args) {
        int exit = Commands.run(SystemClock.clock(), args);
        // Nothing to tell: Java ends by itself, without the logger that it makes in order to log an exit.
        // ./mvnw quarkus:dev -Dquarkus.args=demo comes back here before each reload, and goes on.
        if (exit != 0 && LaunchMode.current() != LaunchMode.DEVELOPMENT) {
            System.exit(exit);
        }
    }
}
