package app.whichday.cli;

import app.whichday.account.Refused;
import app.whichday.assistant.Forgetting;
import app.whichday.storage.DataFolder;
import app.whichday.storage.Database;
import app.whichday.storage.EmbeddedDatabase;
import app.whichday.tuning.Exports;
import app.whichday.tuning.FineTuningJobs;
import app.whichday.tuning.PersonalModels;
import app.whichday.tuning.Retraining;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The container over the owner's data for as long as a command needs it. */
final class DataContainer {
    /** The container makes its application itself, so what is to be done can't be given to it otherwise. */
    private static final AtomicReference<@Nullable Work> WORK = new AtomicReference<>();

    private final Settings settings;
    private final Path data;

    DataContainer(Settings settings, Path data) {
        this.settings = settings;
        this.data = data;
    }

    /** What is done with the data. */
    interface Work {
        /** @return the exit code */
        int with(Rooms rooms) throws IOException;
    }

    /** What commands use of what the container makes. */
    record Rooms(
            Exports exports,
            Forgetting forgetting,
            FineTuningJobs jobs,
            PersonalModels models,
            Retraining retraining) {}

    /** @throws Problem where nothing has been kept yet */
    int run(Work work) throws IOException {
        Optional<Database> external = ServerOptions.externalDatabase(settings);
        if (external.isEmpty() && !Files.exists(data.resolve(EmbeddedDatabase.DIRECTORY))) {
            throw new Problem("There is no data in " + data + ": nothing was kept yet. Name the folder of your"
                    + " server with --data.");
        }
        try (DataFolder folder = DataFolder.open(data)) {
            ServerKeys.handOver(settings, folder);
            if (external.isPresent()) {
                external.get().check();
                return inside(external.get(), work);
            }
            try (EmbeddedDatabase embedded =
                    EmbeddedDatabase.start(folder, Build.current().postgresql())) {
                return inside(embedded.database(), work);
            }
        }
    }

    private static int inside(Database database, Work work) {
        WORK.set(work);
        return QuietContainer.run(database, Run.class, failure -> switch (failure) {
            case NoSuchElementException wrong -> new Problem(Console.harmless(wrong.getMessage()), wrong);
            case Refused wrong -> new Problem(Console.harmless(wrong.getMessage()), wrong);
            case Problem problem -> problem;
            case Throwable other -> new IllegalStateException("The command failed", other);
        });
    }

    /** Does the work inside the container. */
    @Unremovable
    @ApplicationScoped
    static class Run implements QuarkusApplication {
        private final Rooms rooms;

        Run(Exports exports, Forgetting forgetting, FineTuningJobs jobs, PersonalModels models, Retraining retraining) {
            this.rooms = new Rooms(exports, forgetting, jobs, models, retraining);
        }

        @Override
        public int run(String... arguments) throws IOException {
            Work work = WORK.get();
            if (work == null) {
                throw new IllegalStateException("Nothing to be done");
            }
            return work.with(rooms);
        }
    }
}
