package app.whichday.storage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A PostgreSQL of our own on the data folder, a child process that outlives nobody: a clean stop takes it down, and
 * after a crash the next start does.
 *
 * <p>It listens on loopback, at a port that changes with every start, and asks for a password that only the user of the
 * data folder can read. Zonky's own {@code EmbeddedPostgres} is made for tests: it trusts everybody and runs without
 * fsync.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    /** The folder in the data folder that PostgreSQL works on. */
    public static final String DIRECTORY = "postgres";

    private static final String PASSWORD = "postgres.key";
    private static final String LOG = "postgres.log";
    private static final String SETTINGS = "whichday.conf";
    private static final String USER = "whichday";
    private static final long LOG_LIMIT = 10_000_000;
    /** Binaries 60 MB, a fresh cluster 40 MB, its first log 80 MB. */
    private static final long NEEDED_AT_FIRST = 300_000_000;

    private static final long NEEDED_LATER = 50_000_000;
    /** Replaying the log after a crash may take a while. */
    private static final Duration START = Duration.ofMinutes(5);

    private static final Duration STOP = Duration.ofSeconds(60);
    private static final int ATTEMPTS = 5;

    private final PostgresBinaries binaries;
    private final Path data;
    private final Path log;
    private final String password;
    private int port;

    private EmbeddedDatabase(PostgresBinaries binaries, DataFolder folder) {
        this.binaries = binaries;
        this.data = folder.path().resolve(DIRECTORY);
        this.log = folder.path().resolve(LOG);
        this.password = folder.secret(PASSWORD);
    }

    /**
     * Starts it, making the cluster first where there is none, and stopping first what a crash left running.
     *
     * @param version of the binaries that ship, such as 18.4.0
     * @throws StorageException when it can't
     */
    public static EmbeddedDatabase start(DataFolder folder, String version) {
        Path data = folder.path().resolve(DIRECTORY);
        try {
            requireSpace(folder.path(), Files.exists(data) ? NEEDED_LATER : NEEDED_AT_FIRST);
            requireSameMajor(data, version);
            EmbeddedDatabase database = new EmbeddedDatabase(PostgresBinaries.in(folder, version), folder);
            database.stopLeftover();
            database.createCluster();
            database.startServer();
            return database;
        } catch (IOException e) {
            throw DataFolder.unusable(folder.path(), e);
        }
    }

    /**
     * Forgets all data in the folder, for good.
     *
     * @throws StorageException when a server that a crash left running can't be stopped, or a file not be deleted
     */
    public static void discard(DataFolder folder, String version) {
        try {
            Path data = folder.path().resolve(DIRECTORY);
            if (Files.exists(data)) {
                new EmbeddedDatabase(PostgresBinaries.in(folder, version), folder).stopLeftover();
                PostgresBinaries.delete(data);
            }
        } catch (IOException e) {
            throw DataFolder.unusable(folder.path(), e);
        }
    }

    /** Where it listens. */
    public Database database() {
        return at("whichday");
    }

    /** Stops it, after its clients' transactions are rolled back. */
    @Override
    public void close() {
        try {
            stop();
        } catch (IOException e) {
            throw DataFolder.unusable(data, e);
        }
    }

    private static void requireSpace(Path folder, long needed) throws IOException {
        if (Files.getFileStore(folder).getUsableSpace() < needed) {
            throw DataFolder.diskFull(folder, null);
        }
    }

    /** A cluster is readable by the major version that made it, and by no other. */
    private static void requireSameMajor(Path data, String version) throws IOException {
        Path file = data.resolve("PG_VERSION");
        if (!Files.exists(file)) {
            return;
        }
        String made = Files.readString(file, StandardCharsets.US_ASCII).strip();
        String ours = version.substring(0, version.indexOf('.'));
        if (!made.equals(ours)) {
            throw new StorageException("The database in " + data + " was made by PostgreSQL " + made
                    + " and this Whichday ships " + ours + ": start the Whichday that made it and move the data with"
                    + " pg_dump and pg_restore, or choose another folder with --data.");
        }
    }

    private void stopLeftover() throws IOException {
        Optional<Postmaster> postmaster = Postmaster.of(data);
        if (postmaster.isEmpty()) {
            return;
        }
        if (postmaster.get().isForeign()) {
            postmaster.get().forget();
        } else if (postmaster.get().isRunning()) {
            stop();
        }
    }

    private void stop() throws IOException {
        PostgresBinaries.Outcome fast = stop("fast");
        if (!fast.ok()
                && !stop("immediate").ok()
                && Postmaster.of(data).map(Postmaster::isRunning).orElse(false)) {
            throw new StorageException("PostgreSQL on " + data + " doesn't stop (process "
                    + Postmaster.of(data).map(Postmaster::pid).orElse(0L) + "): "
                    + fast.output().strip());
        }
    }

    private PostgresBinaries.Outcome stop(String mode) throws IOException {
        return binaries.run(
                STOP.plusSeconds(10),
                "pg_ctl",
                List.of("stop", "-D", data.toString(), "-m", mode, "-w", "-t", Long.toString(STOP.toSeconds())));
    }

    /** Beside its final place first: a crash in the middle leaves no half cluster to trip over. */
    private void createCluster() throws IOException {
        if (Files.exists(data)) {
            return;
        }
        Path part = data.resolveSibling(DIRECTORY + ".new");
        PostgresBinaries.delete(part);
        PostgresBinaries.Outcome outcome = binaries.run(
                START,
                "initdb",
                List.of(
                        "--pgdata=" + part,
                        "--username=" + USER,
                        "--pwfile=" + data.resolveSibling(PASSWORD),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        // The same order and case rules on every machine and system library.
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--no-instructions"));
        if (!outcome.ok()) {
            throw failed("PostgreSQL couldn't lay out its files in " + part, outcome.output());
        }
        Files.writeString(part.resolve("postgresql.conf"), "\ninclude '" + SETTINGS + "'\n", StandardOpenOption.APPEND);
        Files.writeString(part.resolve(SETTINGS), "");
        Files.move(part, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private void startServer() throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
            Files.move(log, log.resolveSibling(LOG + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        for (int attempt = 1; ; attempt++) {
            long before = Files.exists(log) ? Files.size(log) : 0;
            port = freePort();
            Files.writeString(data.resolve(SETTINGS), settings(port));
            PostgresBinaries.Outcome outcome = binaries.run(
                    START.plusSeconds(10),
                    "pg_ctl",
                    List.of(
                            "start",
                            "-D",
                            data.toString(),
                            "-l",
                            log.toString(),
                            "-w",
                            "-t",
                            Long.toString(START.toSeconds())));
            if (outcome.ok()) {
                createDatabase();
                return;
            }
            String said = Files.exists(log) ? tail(before) : outcome.output();
            if (attempt == ATTEMPTS || !mayPass(said)) {
                stopLeftover();
                throw failed("PostgreSQL doesn't start on " + data, said);
            }
            pause();
        }
    }

    /** Another program took the port in between, or the children of a killed server are still on their way out. */
    private static boolean mayPass(String said) {
        return said.contains("Address already in use") || said.contains("pre-existing shared memory block");
    }

    private String settings(int port) {
        return """
                # Written anew by Whichday at every start.
                listen_addresses = '127.0.0.1'
                port = PORT
                unix_socket_directories = ''
                password_encryption = 'scram-sha-256'
                max_connections = 60
                timezone = 'UTC'
                log_timezone = 'UTC'
                lc_messages = 'C'
                log_checkpoints = off
                log_min_messages = warning
                log_min_error_statement = panic
                """.replace("PORT", Integer.toString(port));
    }

    private void createDatabase() throws IOException {
        try (Connection connection = at("postgres").connect();
                Statement statement = connection.createStatement()) {
            if (!statement
                    .executeQuery("select from pg_database where datname = 'whichday'")
                    .next()) {
                statement.execute("create database whichday");
            }
        } catch (SQLException e) {
            stop();
            if (DataFolder.isDiskFull(e.getMessage())) {
                throw DataFolder.diskFull(data, e);
            }
            throw new StorageException(
                    "The database in " + data + " doesn't let Whichday in: does " + data.resolveSibling(PASSWORD)
                            + " belong to it? Restore both from the same backup.",
                    e);
        }
    }

    private Database at(String name) {
        return new Database("jdbc:postgresql://127.0.0.1:" + port + "/" + name, USER, password);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private String tail(long from) throws IOException {
        String all = Files.readString(log, StandardCharsets.UTF_8);
        return all.substring((int) Math.min(from, all.length()));
    }

    private StorageException failed(String what, String said) {
        if (DataFolder.isDiskFull(said)) {
            return DataFolder.diskFull(data, null);
        }
        String why = said.lines()
                .filter(line -> line.contains("FATAL:") || line.contains("error:"))
                .findFirst()
                .orElse(said.strip());
        return new StorageException(what + ": " + why.strip() + " (more in " + log + ").");
    }

    private static void pause() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageException("Interrupted while PostgreSQL was starting", e);
        }
    }
}
