package app.whichday.storage;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked from the archive that ships with Whichday. */
final class PostgresBinaries {
    private static final String PREFIX = "postgresql-";

    private final Path home;
    private final List<String> wrapper;

    private PostgresBinaries(Path home, List<String> wrapper) {
        this.home = home;
        this.wrapper = wrapper;
    }

    /** Unpacks into {@code folder/postgresql-VERSION} unless that is there, and takes away those of other versions. */
    static PostgresBinaries in(DataFolder folder, String version) throws IOException {
        Path home = folder.path().resolve(PREFIX + version);
        if (!Files.isDirectory(home)) {
            Path part = folder.path().resolve(PREFIX + version + ".new");
            delete(part);
            unpack(part);
            Files.move(part, home, StandardCopyOption.ATOMIC_MOVE);
        }
        try (Stream<Path> siblings = Files.list(folder.path())) {
            for (Path other : siblings.toList()) {
                if (other.getFileName().toString().startsWith(PREFIX) && !other.equals(home)) {
                    delete(other);
                }
            }
        }
        return new PostgresBinaries(home, wrapperFor(folder.path()));
    }

    /** What a program said and how it ended. */
    record Outcome(int exit, String output) {
        boolean ok() {
            return exit == 0;
        }
    }

    /**
     * Runs one of PostgreSQL's programs to its end.
     *
     * @throws StorageException when it takes longer than {@code atMost}
     */
    Outcome run(Duration atMost, String program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(wrapper);
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return run(atMost, command);
    }

    private static Outcome run(Duration atMost, List<String> command) throws IOException {
        // To a file and not through a pipe: what a program leaves running may keep a pipe open for ever.
        Path output = Files.createTempFile("whichday-postgresql", ".out");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            // The user's PGDATA or PGPORT is about another server, and messages are compared in English.
            builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
            builder.environment().put("LC_ALL", "C");
            builder.environment().put("TZ", "UTC");
            Process process = builder.start();
            if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new StorageException("PostgreSQL's " + command + " did not end within " + atMost.toSeconds()
                        + " s: is the machine or its disk very busy? Try again.");
            }
            return new Outcome(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageException("Interrupted while PostgreSQL was working", e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    /**
     * PostgreSQL refuses to run as root. In a user namespace of its own it isn't root to itself, and the files stay
     * root's to everybody else.
     */
    private static List<String> wrapperFor(Path folder) throws IOException {
        if (!run(Duration.ofSeconds(10), List.of("id", "-u")).output().strip().equals("0")) {
            return List.of();
        }
        try {
            if (run(Duration.ofSeconds(10), List.of("unshare", "-U", "id", "-u"))
                    .ok()) {
                return List.of("unshare", "-U");
            }
        } catch (IOException e) {
            throw rootRefused(folder, e);
        }
        throw rootRefused(folder, null);
    }

    private static StorageException rootRefused(Path folder, @Nullable IOException cause) {
        return new StorageException(
                "PostgreSQL doesn't run as root and this machine allows no user namespaces (unshare -U): start Whichday"
                        + " as an ordinary user who owns " + folder + ", or name a database with --database-url.",
                cause);
    }

    private static void unpack(Path target) throws IOException {
        String name = archiveName();
        try (InputStream resource = PostgresBinaries.class.getResourceAsStream("/" + name)) {
            if (resource == null) {
                throw new StorageException("This build of Whichday has no PostgreSQL for this machine (" + name
                        + " is missing): build it here, or name a database with --database-url.");
            }
            try (TarArchiveInputStream tar =
                    new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(resource)))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    if (!isForDevelopers(entry.getName())) {
                        unpack(tar, entry, target);
                    }
                }
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("An entry of " + archiveName() + " leads out of it: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, file);
            if ((entry.getMode() & 0100) != 0 && !file.toFile().setExecutable(true)) {
                throw new IOException("can't make " + file + " executable");
            }
        }
    }

    /** Static libraries and headers: a third of the archive, of no use to a server. */
    private static boolean isForDevelopers(String entry) {
        return entry.endsWith(".a") || entry.contains("/pkgconfig/") || entry.contains("/pgxs/");
    }

    private static String archiveName() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch");
        String platform = os.contains("mac") ? "darwin" : os.contains("linux") ? "linux" : os;
        return "postgres-" + platform + "-"
                + switch (arch) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm_64";
                    default -> arch;
                }
                + ".txz";
    }

    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
