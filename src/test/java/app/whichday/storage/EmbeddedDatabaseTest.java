package app.whichday.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One folder for all tests, in any order: unpacking and laying out a cluster takes seconds. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class EmbeddedDatabaseTest {
    private static final String VERSION = System.getProperty("whichday.test.postgresql");

    @TempDir
    static Path temp;

    /** With a space, as on a Mac. */
    private static Path folder() {
        return temp.resolve("which day");
    }

    @Test
    void dataOutlivesARestart() throws Exception {
        try (DataFolder folder = DataFolder.open(folder());
                EmbeddedDatabase embedded = EmbeddedDatabase.start(folder, VERSION)) {
            execute(embedded.database(), "create table restarted (day date)");
            execute(embedded.database(), "insert into restarted values ('2025-11-14')");
        }
        assertThat(servers()).isEmpty();
        try (DataFolder folder = DataFolder.open(folder());
                EmbeddedDatabase embedded = EmbeddedDatabase.start(folder, VERSION)) {
            assertThat(query(embedded.database(), "select day from restarted")).isEqualTo("2025-11-14");
            assertThat(query(embedded.database(), "show fsync")).isEqualTo("on");
            assertThat(embedded.database().check()).startsWith("18.");
        }
        assertThat(servers()).isEmpty();
    }

    @Test
    void committedDataOutlivesAKilledApplicationAndNoServerIsLeftOver() throws Exception {
        Process application = start(folder());
        Database killed = new Database(firstLine(application), "whichday", passwordIn(folder()));
        execute(killed, "create table killed (day date)");
        execute(killed, "insert into killed values ('2025-11-07')");
        long orphan = servers().getFirst().pid();
        application.destroyForcibly().waitFor();
        assertThat(servers()).extracting(ProcessHandle::pid).containsExactly(orphan);

        try (DataFolder folder = DataFolder.open(folder());
                EmbeddedDatabase embedded = EmbeddedDatabase.start(folder, VERSION)) {
            assertThat(query(embedded.database(), "select day from killed")).isEqualTo("2025-11-07");
            assertThat(servers()).hasSize(1).extracting(ProcessHandle::pid).doesNotContain(orphan);
        }
        assertThat(servers()).isEmpty();
    }

    @Test
    void aSecondWhichdayOnTheFolderIsToldWhoHasIt() throws Exception {
        Process first = start(folder());
        assertThat(firstLine(first)).startsWith("jdbc:");
        assertThat(DataFolder.lockedBy(folder()).orElseThrow()).hasValue(first.pid());
        assertThatThrownBy(() -> DataFolder.open(folder()))
                .isInstanceOf(StorageException.class)
                .hasMessage("Another Whichday (process " + first.pid() + ") is using the data folder " + folder()
                        + ": stop it first, or choose another folder with --data.");
        first.getOutputStream().close();
        assertThat(first.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(DataFolder.lockedBy(folder())).isEmpty();
        assertThat(servers()).isEmpty();
    }

    @Test
    void thePidFileOfAServerThatIsGoneDoesNotStopTheNext() throws Exception {
        startAndStop();
        String pid = Long.toString(ProcessHandle.current().pid());
        for (String left : List.of("", "not a number\n", "4194303\n/gone\n1\n", pid + "\n/elsewhere\n1\n5432\n\n\n")) {
            Files.writeString(folder().resolve("postgres/postmaster.pid"), left);
            startAndStop();
        }
    }

    @Test
    void whatACrashWhileUnpackingOrLayingOutLeftIsReplaced() throws Exception {
        Path half = Files.createDirectories(temp.resolve("half"));
        Files.createDirectories(half.resolve("postgresql-" + VERSION + ".new/bin"));
        Files.createDirectories(half.resolve("postgres.new/base"));
        Files.createDirectories(half.resolve("postgresql-1.2.3/bin"));
        try (DataFolder folder = DataFolder.open(half);
                EmbeddedDatabase embedded = EmbeddedDatabase.start(folder, VERSION)) {
            assertThat(query(embedded.database(), "select 1")).isEqualTo("1");
        }
        assertThat(half.resolve("postgresql-1.2.3")).doesNotExist();
        PostgresBinaries.delete(half);
    }

    @Test
    void onlyItsUserGetsIn() throws Exception {
        try (DataFolder folder = DataFolder.open(folder());
                EmbeddedDatabase embedded = EmbeddedDatabase.start(folder, VERSION)) {
            Database stranger = new Database(embedded.database().url(), "whichday", "guess");
            assertThatThrownBy(stranger::check)
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("refuses the user \"whichday\"");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder().resolve("postgres.key"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                .isEqualTo("rwx------");
    }

    @Test
    void aClusterOfAnotherMajorVersionIsRefused() throws Exception {
        Path old = Files.createDirectories(temp.resolve("old/postgres"));
        Files.writeString(old.resolve("PG_VERSION"), "16\n");
        try (DataFolder folder = DataFolder.open(old.getParent())) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(folder, VERSION))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("was made by PostgreSQL 16 and this Whichday ships 18");
        }
    }

    @Test
    void aFullDiskIsSaidInOneSentence() throws Exception {
        Path small = Files.createDirectory(temp.resolve("small"));
        assumeThat(mountTmpfs(small))
                .as("needs the right to mount a small tmpfs: run as root")
                .isTrue();
        try (DataFolder folder = DataFolder.open(small)) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(folder, VERSION))
                    .isInstanceOf(StorageException.class)
                    .hasMessageStartingWith("The disk that holds " + small + " is full");
            // Full in the middle of unpacking as well, when there seemed to be enough at first.
            assertThatThrownBy(() -> PostgresBinaries.in(folder, VERSION))
                    .isInstanceOf(IOException.class)
                    .extracting(e -> DataFolder.unusable(small, (IOException) e).getMessage())
                    .asString()
                    .startsWith("The disk that holds " + small + " is full");
        } finally {
            new ProcessBuilder("umount", small.toString()).start().waitFor();
        }
    }

    private static void startAndStop() {
        try (DataFolder folder = DataFolder.open(folder());
                EmbeddedDatabase embedded = EmbeddedDatabase.start(folder, VERSION)) {
            assertThat(embedded.database().check()).startsWith("18.");
        }
    }

    private static boolean mountTmpfs(Path on) throws Exception {
        try {
            return new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=20m", "tmpfs", on.toString())
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** PostgreSQL servers on the folder; their worker processes have other titles. */
    private static List<ProcessHandle> servers() {
        String data = folder().resolve(EmbeddedDatabase.DIRECTORY).toString();
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .arguments()
                        .map(arguments -> List.of(arguments).contains(data))
                        .orElse(false))
                .filter(process -> process.info()
                        .command()
                        .map(it -> it.endsWith("/postgres"))
                        .orElse(false))
                .toList();
    }

    private static Process start(Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StorageProcess.class.getName(),
                        folder.toString(),
                        VERSION)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String firstLine(Process process) throws IOException {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }

    private static String passwordIn(Path folder) throws IOException {
        return Files.readString(folder.resolve("postgres.key")).strip();
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(Database database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Connection connect(Database database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }
}
