package app.whichday.cli;

import app.whichday.storage.DataFolder;
import app.whichday.storage.Database;
import app.whichday.storage.EmbeddedDatabase;
import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The container with all it stands on, which starts before it and stops after it: data folder, keys, database. */
final class Server {
    private static final int LONGEST_STOP_SECONDS = 90;

    private final Console console;
    private final Settings settings;
    private final Path data;

    Server(Console console, Settings settings, Path data) {
        this.console = console;
        this.settings = settings;
        this.data = data;
    }

    /** What is to happen once the data folder is ours and before anything in it is opened. */
    interface Preparation {
        void prepare(DataFolder folder) throws IOException;
    }

    /** Runs until the process is told to stop. */
    int run(Preparation preparation) throws IOException {
        ServerPort.requireFree(ServerOptions.host(settings), ServerOptions.port(settings));
        CountDownLatch stopped = new CountDownLatch(1);
        // Quarkus stops by a hook of its own and the process ends when all hooks are through: this one waits for the
        // database, which is stopped below once the container no longer needs it.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> await(stopped), "whichday-stop"));
        try (DataFolder folder = DataFolder.open(data)) {
            preparation.prepare(folder);
            ServerKeys.handOver(settings, folder);
            Optional<Database> external = ServerOptions.externalDatabase(settings);
            if (external.isPresent()) {
                external.get().check();
                return serve(external.get());
            }
            console.out().println("Starting PostgreSQL on " + folder.path() + " ...");
            console.out().flush();
            try (EmbeddedDatabase embedded =
                    EmbeddedDatabase.start(folder, Build.current().postgresql())) {
                return serve(embedded.database());
            }
        } finally {
            stopped.countDown();
        }
    }

    private int serve(Database database) {
        Settings.override("quarkus.datasource.jdbc.url", database.url());
        Settings.override("quarkus.datasource.username", database.user());
        Settings.override("quarkus.datasource.password", database.password());
        AtomicInteger exit = new AtomicInteger();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        // Quarkus' own handler would end the process before the database is stopped.
        Quarkus.run(null, (code, problem) -> {
            exit.set(code);
            failure.set(problem);
        });
        if (failure.get() != null) {
            throw new Problem("The server could not start: " + rootOf(failure.get()), failure.get());
        }
        return exit.get();
    }

    private static String rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return Console.harmless(root.getMessage() == null ? root.toString() : root.getMessage());
    }

    private static void await(CountDownLatch stopped) {
        try {
            stopped.await(LONGEST_STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
