package app.whichday.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The server process of a data directory, as {@code postmaster.pid} tells it.
 *
 * @param pid the file's first line
 */
record Postmaster(Path dataDirectory, long pid) {
    private static final String FILE = "postmaster.pid";

    /** Empty where there is no such file, or it tells nothing. */
    static Optional<Postmaster> of(Path dataDirectory) throws IOException {
        Path file = dataDirectory.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        try {
            return Optional.of(new Postmaster(
                    dataDirectory, Long.parseLong(lines.getFirst().strip())));
        } catch (NumberFormatException | NoSuchElementException e) {
            // Cut off by a crash or a full disk. PostgreSQL itself refuses to start over such a file.
            Files.delete(file);
            return Optional.empty();
        }
    }

    /** Whether the server still runs. In doubt it does: two servers on one data directory would destroy it. */
    boolean isRunning() {
        return process().isPresent() && !isForeign();
    }

    /** Whether another program was given the number since: PostgreSQL would take it for a twin and refuse to start. */
    boolean isForeign() {
        return process().map(ProcessHandle::info).filter(this::isAnotherProgram).isPresent();
    }

    /** Takes the file of a foreign process away; that of a dead one is PostgreSQL's own to judge. */
    void forget() throws IOException {
        Files.deleteIfExists(dataDirectory.resolve(FILE));
    }

    private boolean isAnotherProgram(ProcessHandle.Info info) {
        if (info.command().isPresent() && !info.command().get().contains("/postgres")) {
            return true;
        }
        // Another PostgreSQL, then: ours has its data directory among its arguments.
        return info.arguments()
                .map(arguments -> Arrays.stream(arguments).noneMatch(dataDirectory.toString()::equals))
                .orElse(false);
    }

    private Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    }
}
