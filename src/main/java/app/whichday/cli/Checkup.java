package app.whichday.cli;

import app.whichday.account.ImapAccount;
import app.whichday.mail.ImapMailboxes;
import app.whichday.mail.MailboxException;
import app.whichday.storage.DataFolder;
import app.whichday.storage.Database;
import app.whichday.storage.EmbeddedDatabase;
import app.whichday.storage.StorageException;
import app.whichday.when.ReadingWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** Looks at everything that Whichday stands on, one thing after the other; a problem with one hides none of the others. */
final class Checkup {
    private static final long LITTLE_SPACE = 1_000_000_000;
    /** Whichday did not exist before. */
    private static final int FIRST_YEAR = 2025;

    private final Settings settings;
    private final Path data;
    private final Clock clock;

    Checkup(Settings settings, Path data, Clock clock) {
        this.settings = settings;
        this.data = data;
        this.clock = clock;
    }

    /** What can be seen without opening a connection or a database. */
    List<Finding> offline() {
        List<Finding> findings = new ArrayList<>();
        findings.add(program());
        findings.add(time());
        findings.add(configuration());
        findings.addAll(values());
        findings.addAll(folder());
        return findings;
    }

    List<Finding> online() {
        List<Finding> findings = new ArrayList<>();
        findings.add(database());
        findings.add(account());
        findings.addAll(port());
        return findings;
    }

    private static Finding program() {
        String runtime = System.getProperty("org.graalvm.nativeimage.imagecode") != null
                ? "native binary"
                : "Java " + Runtime.version() + " in " + System.getProperty("java.home");
        return Finding.ok(
                "program",
                "Whichday " + Build.current().version() + ", " + runtime + ", " + System.getProperty("os.name") + " "
                        + System.getProperty("os.arch"));
    }

    private Finding time() {
        HomeZone home = HomeZone.find();
        LocalDateTime now = LocalDateTime.now(clock.withZone(home.zone()));
        String said = ReadingWords.moment(now) + ", " + home.zone() + " (from " + home.from() + ")";
        if (now.getYear() < FIRST_YEAR) {
            return Finding.problem("clock", "It says " + said + ": set it, for every date is counted from it.");
        }
        return home.isFound()
                ? Finding.ok("clock", said)
                : Finding.note(
                        "clock",
                        ReadingWords.moment(now) + ", UTC, as " + home.from()
                                + ": set TZ, or the zone under Settings, where you live elsewhere.");
    }

    private Finding configuration() {
        TreeSet<String> doubts = new TreeSet<>();
        StreamSupport.stream(settings.keys().spliterator(), false)
                .filter(key -> System.getenv(key) == null)
                .forEach(key -> ConfigKeys.doubtAbout(key).ifPresent(doubts::add));
        System.getenv().keySet().forEach(name -> ConfigKeys.doubtAboutVariable(name)
                .ifPresent(doubts::add));
        String where = settings.file()
                .map(file -> "read from " + file)
                .orElse("no file at " + Folders.ofUser().configuration() + ", so defaults");
        return doubts.isEmpty()
                ? Finding.ok("configuration", where)
                : Finding.problem("configuration", String.join("; ", doubts));
    }

    /** The values that would keep the container from starting, or send it somewhere unexpected. */
    private List<Finding> values() {
        List<Finding> findings = new ArrayList<>();
        settings.get("whichday.owner.zone").ifPresent(zone -> {
            try {
                ZoneId.of(zone);
            } catch (DateTimeException e) {
                findings.add(Finding.problem(
                        "configuration",
                        "whichday.owner.zone: there is no time zone \"" + Console.harmless(zone) + '"'
                                + Nearest.suggestion(
                                        zone,
                                        ZoneId.getAvailableZoneIds(),
                                        "; use an IANA name such as Europe/Berlin.")));
            }
        });
        return findings;
    }

    private List<Finding> folder() {
        List<Finding> findings = new ArrayList<>();
        Path there = data.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        if (!Files.isDirectory(there)) {
            return List.of(Finding.problem(
                    "data folder", there + " is a file and no folder: choose another folder with --data."));
        }
        if (!Files.isWritable(there)) {
            return List.of(Finding.problem(
                    "data folder",
                    there + " can't be written to: give yourself the right, or choose another with --data."));
        }
        try {
            long free = Files.getFileStore(there).getUsableSpace();
            String said = data + ", " + free / 1_000_000 + " MB free";
            findings.add(
                    free < LITTLE_SPACE
                            ? Finding.problem("data folder", said + ": make room, or choose another disk with --data.")
                            : Finding.ok(
                                    "data folder",
                                    said + (there.equals(data.toAbsolutePath()) ? "" : ", not made yet")));
        } catch (IOException e) {
            findings.add(Finding.problem(
                    "data folder", there + ": its disk can't be asked for free space: " + e.getMessage()));
        }
        return findings;
    }

    private Finding database() {
        try {
            Optional<Database> external = ServerOptions.externalDatabase(settings);
            if (external.isPresent()) {
                return Finding.ok(
                        "database",
                        "PostgreSQL " + external.get().check() + " at "
                                + external.get().url());
            }
            Optional<OptionalLong> holder = DataFolder.lockedBy(data);
            return holder.isPresent() ? inUse(holder.get()) : embedded();
        } catch (StorageException | Problem e) {
            return Finding.problem("database", e.getMessage());
        }
    }

    private static Finding inUse(OptionalLong process) {
        return Finding.ok(
                "database",
                "in use by the Whichday that is running"
                        + (process.isPresent() ? " (process " + process.getAsLong() + ")" : ""));
    }

    private Finding embedded() {
        String version = Build.current().postgresql();
        if (!Files.exists(data.resolve(EmbeddedDatabase.DIRECTORY))) {
            return Finding.ok("database", "PostgreSQL " + version + " of our own, not made yet: the first start does");
        }
        try (DataFolder folder = DataFolder.open(data);
                EmbeddedDatabase embedded = EmbeddedDatabase.start(folder, version)) {
            return Finding.ok(
                    "database", "PostgreSQL " + embedded.database().check() + " of our own starts and answers");
        }
    }

    private Finding account() {
        Optional<String> host = settings.get("whichday.imap.host");
        if (host.isEmpty()) {
            return Finding.ok(
                    "account", "none in the configuration; those entered in the browser show their state there");
        }
        try {
            ImapAccount account = imapAccount(host.get());
            Optional<MailboxException> problem = ImapMailboxes.forACheck(
                            settings.get("whichday.mail.trusted-certificates").map(Path::of))
                    .check(account, settings.get("whichday.imap.password").orElse(""));
            return problem.map(it -> Finding.problem("account", it.getMessage()))
                    .orElseGet(() -> Finding.ok(
                            "account", account.user() + " at " + account.host() + ", " + account.folder() + " opens"));
        } catch (Problem | IllegalArgumentException e) {
            return Finding.problem("account", e.getMessage());
        }
    }

    /** The defaults are those of {@code whichday.imap}'s mapping. */
    private ImapAccount imapAccount(String host) {
        String how = settings.get("whichday.imap.security").orElse("tls");
        ImapAccount.Security security = Arrays.stream(ImapAccount.Security.values())
                .filter(it -> it.name().equalsIgnoreCase(how))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        "whichday.imap.security: tls, starttls or none, not \"" + Console.harmless(how) + "\"."));
        int port = settings.get("whichday.imap.port")
                .map(text -> ServerOptions.port(text, "whichday.imap.port", 1))
                .orElse(security == ImapAccount.Security.TLS ? 993 : 143);
        return new ImapAccount(
                host,
                port,
                security,
                settings.get("whichday.imap.user").orElse(""),
                settings.get("whichday.imap.folder").orElse("INBOX"));
    }

    private List<Finding> port() {
        Optional<OptionalLong> holder = DataFolder.lockedBy(data);
        try {
            String host = ServerOptions.host(settings);
            int port = ServerOptions.port(settings);
            if (holder.isPresent()) {
                return List.of(Finding.ok("port", port + " at " + host + " is the running Whichday's"));
            }
            ServerPort.requireFree(host, port);
            return List.of(Finding.ok("port", port + " at " + host + " is free"));
        } catch (Problem e) {
            return List.of(Finding.problem("port", e.getMessage()));
        }
    }
}
