package app.whichday.cli;

import app.whichday.choice.Chooser;
import app.whichday.choice.Choosers;
import app.whichday.choice.LanguageCalls;
import app.whichday.choice.LanguageUsage;
import app.whichday.choice.Subtask;
import app.whichday.storage.DataFolder;
import app.whichday.storage.Database;
import app.whichday.storage.EmbeddedDatabase;
import app.whichday.tuning.LanguageModels;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The container for as long as an evaluation asks language models: their client lives in it. It keeps its records in a data
 * folder that is thrown away, so that the day's budget of the assistant is not touched.
 */
final class EvalContainer {
    /** The container makes its application itself, so what is to be done can't be given to it otherwise. */
    private static final AtomicReference<@Nullable Work> WORK = new AtomicReference<>();

    private final Console console;
    private final Settings settings;

    EvalContainer(Console console, Settings settings) {
        this.console = console;
        this.settings = settings;
    }

    /** What is done with language models. */
    interface Work {
        /** @return the exit code */
        int with(LanguageModels models) throws IOException;
    }

    int run(Work work) throws IOException {
        Path data = Files.createTempDirectory("whichday-eval");
        try (DataFolder folder = DataFolder.open(data)) {
            Settings.override("whichday.secret-key", folder.secret("secret.key"));
            Settings.override("quarkus.http.auth.session.encryption-key", folder.secret("session.key"));
            console.err().println("Starting what asks the model server ...");
            try (EmbeddedDatabase embedded =
                    EmbeddedDatabase.start(folder, Build.current().postgresql())) {
                return inside(embedded.database(), work);
            }
        } finally {
            discard(data);
        }
    }

    private int inside(Database database, Work work) {
        if (settings.get("whichday.language.tokens-per-day").isEmpty()) {
            Settings.override("whichday.language.tokens-per-day", 0);
        }
        WORK.set(work);
        return QuietContainer.run(database, Run.class, failure -> switch (failure) {
            case IllegalArgumentException wrong -> wrong;
            case Problem problem -> problem;
            case Throwable other -> new IllegalStateException("The evaluation failed", other);
        });
    }

    private static void discard(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException("The evaluation's data in " + folder + " can't be deleted", e);
                }
            });
        }
    }

    /** Does the work inside the container. */
    @Unremovable
    @ApplicationScoped
    static class Run implements QuarkusApplication {
        private final Choosers choosers;
        private final LanguageCalls calls;

        Run(Choosers choosers, LanguageCalls calls) {
            this.choosers = choosers;
            this.calls = calls;
        }

        @Override
        public int run(String... arguments) throws IOException {
            Work work = WORK.get();
            if (work == null) {
                throw new IllegalStateException("Nothing to be done");
            }
            return work.with(new Models(choosers, calls));
        }
    }

    private record Models(Choosers choosers, LanguageCalls calls) implements LanguageModels {
        @Override
        public Optional<Chooser> asking(Subtask subtask) {
            return choosers.asking(subtask);
        }

        @Override
        public Optional<Chooser> asking(Subtask subtask, String model) {
            return choosers.asking(subtask, model);
        }

        @Override
        public double cascadeAccuracy() {
            return choosers.cascadeAccuracy();
        }

        @Override
        public LanguageUsage usage(Subtask subtask) {
            Map<String, LanguageUsage> today = calls.today();
            return today.getOrDefault(subtask.name(), LanguageUsage.NONE);
        }
    }
}
