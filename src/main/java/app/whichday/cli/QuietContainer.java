package app.whichday.cli;

import app.whichday.storage.Database;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The container for as long as a command needs it. It serves nothing, reads no mail and begins nothing by itself. */
final class QuietContainer {
    private QuietContainer() {}

    /**
     * @param work what is done inside
     * @param failed what is thrown for what the work threw
     * @return the exit code
     */
    static int run(
            Database database, Class<? extends QuarkusApplication> work, Function<Throwable, RuntimeException> failed) {
        Settings.override("quarkus.datasource.jdbc.url", database.url());
        Settings.override("quarkus.datasource.username", database.user());
        Settings.override("quarkus.datasource.password", database.password());
        Settings.override("quarkus.http.host-enabled", false);
        Settings.override("whichday.imap.host", "");
        Settings.override("whichday.mail.watch", false);
        Settings.override("whichday.assistant.enabled", false);
        Settings.override("quarkus.scheduler.enabled", false);
        AtomicInteger exit = new AtomicInteger();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Quarkus.run(work, (code, problem) -> {
            exit.set(code);
            failure.set(problem);
        });
        Throwable problem = failure.get();
        if (problem != null) {
            throw failed.apply(problem);
        }
        return exit.get();
    }
}
