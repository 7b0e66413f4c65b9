package app.whichday.mail;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real Dovecot on free loopback ports, a child process with all its state in a throw-away folder. Any user may sign in with
 * {@link #PASSWORD}. Needs no root: without it, Dovecot runs wholly as the current user.
 *
 * <pre>{@code
 * try (DovecotServer dovecot = DovecotServer.start()) {
 *     dovecot.append("alice", "INBOX", eml);
 *     … dovecot.port() …
 * }
 * }</pre>
 */
public final class DovecotServer implements AutoCloseable {
    public static final String PASSWORD = "secret";

    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    /** Who owns the mail: what Debian's package made, or whoever runs the tests. */
    private static final String USER = ROOT ? "dovecot" : System.getProperty("user.name");

    private static final List<String> PROGRAMS =
            List.of("/usr/sbin/dovecot", "/usr/local/sbin/dovecot", "/opt/homebrew/sbin/dovecot");

    private final Path folder;
    private final int port;
    private final int tlsPort;
    private final Map<String, Store> stores = new HashMap<>();
    private final Thread atExit = new Thread(this::kill);
    private final boolean idle;
    private int delivered;
    private Process process;

    private DovecotServer(boolean idle) throws IOException {
        this.idle = idle;
        this.folder = Files.createTempDirectory("dovecot");
        this.port = freePort();
        this.tlsPort = freePort();
    }

    /** Whether Dovecot is installed. */
    public static boolean isInstalled() {
        return program() != null;
    }

    private static String program() {
        return PROGRAMS.stream()
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst()
                .orElse(null);
    }

    public static DovecotServer start() {
        return start(true);
    }

    /** One that can't tell of new mail by itself. */
    public static DovecotServer startWithoutIdle() {
        return start(false);
    }

    private static DovecotServer start(boolean idle) {
        try {
            DovecotServer server = new DovecotServer(idle);
            server.configure();
            Runtime.getRuntime().addShutdownHook(server.atExit);
            server.restart();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String host() {
        return "localhost";
    }

    /** Plain; offers STARTTLS. */
    public int port() {
        return port;
    }

    /** TLS from the first byte. */
    public int tlsPort() {
        return tlsPort;
    }

    /** The server's self-signed certificate, made out to localhost. */
    public Path certificate() {
        return folder.resolve("certificate.pem");
    }

    /** Puts a message into a folder, which is made when missing. */
    public void append(String user, String folderName, byte[] eml) {
        try {
            Folder target = store(user).getFolder(folderName);
            if (!target.exists()) {
                target.create(Folder.HOLDS_MESSAGES);
            }
            target.appendMessages(new Message[] {new MimeMessage((Session) null, new ByteArrayInputStream(eml))});
        } catch (MessagingException e) {
            throw new IllegalStateException("Can't append to " + user + " " + folderName, e);
        }
    }

    /** Puts messages into INBOX as a delivery agent does, past IMAP: a hundred times as fast. */
    public void deliver(String user, Stream<byte[]> emls) {
        try {
            Path home = maildir(user);
            for (Path made : List.of(home, home.resolve("cur"), home.resolve("new"), home.resolve("tmp"))) {
                Files.createDirectories(made);
                own(made);
            }
            for (byte[] eml : (Iterable<byte[]>) emls::iterator) {
                Path file = home.resolve("new").resolve(String.format(Locale.ROOT, "%08d.delivered", ++delivered));
                Files.write(file, eml);
                own(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void own(Path file) throws IOException {
        if (ROOT) {
            Files.setOwner(
                    file, file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(USER));
        }
    }

    /** The user's own connection, as a mail program would have; closed with the server. */
    public Store store(String user) throws MessagingException {
        Store store = stores.get(user);
        if (store == null || !store.isConnected()) {
            Properties properties = new Properties();
            properties.put("mail.imap.timeout", "20000");
            store = Session.getInstance(properties).getStore("imap");
            store.connect(host(), port, user, PASSWORD);
            stores.put(user, store);
        }
        return store;
    }

    /** Gives all messages of INBOX new UIDs under a new UIDVALIDITY, as a restored backup would. */
    public void renumber(String user) {
        stop();
        try (Stream<Path> files = Files.list(maildir(user))) {
            for (Path file : files.filter(file -> file.getFileName().toString().startsWith("dovecot"))
                    .toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        restart();
    }

    /** Where the user's INBOX lies, as a Maildir. */
    public Path maildir(String user) {
        return folder.resolve("mail").resolve(user);
    }

    /** All that the server wrote of what it does, with the number of bytes that each session took and gave. */
    public String log() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the server as a crash would: connections break, mail stays. */
    public void stop() {
        stores.values().forEach(DovecotServer::closeQuietly);
        stores.clear();
        kill();
    }

    /** Starts it again after {@link #stop}, on the same ports. */
    public void restart() {
        try {
            process = new ProcessBuilder(
                            program(),
                            "-F",
                            "-c",
                            folder.resolve("dovecot.conf").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("out").toFile())
                    .start();
            awaitPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stop();
        Runtime.getRuntime().removeShutdownHook(atExit);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void kill() {
        if (process == null) {
            return;
        }
        List<ProcessHandle> workers = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        workers.forEach(ProcessHandle::destroyForcibly);
    }

    private static void closeQuietly(Store store) {
        try {
            store.close();
        } catch (MessagingException e) {
            // The server may be gone already.
        }
    }

    private void awaitPort() throws IOException {
        IOException last = new IOException("not tried");
        for (int i = 0; i < 200; i++) {
            if (!process.isAlive()) {
                break;
            }
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setSoTimeout(10_000);
                if (socket.getInputStream().read() == '*') {
                    return;
                }
            } catch (IOException e) {
                last = e;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        Path log = folder.resolve("log");
        throw new IOException(
                "Dovecot doesn't start: " + Files.readString(folder.resolve("out")) + (Files.exists(log) ? log() : ""),
                last);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void configure() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (String name : List.of("run", "state", "mail")) {
            own(Files.createDirectory(folder.resolve(name)));
        }
        SelfSigned.write("localhost", certificate(), folder.resolve("key.pem"));
        List<String> lines = new ArrayList<>();
        lines.add("""
                base_dir = %1$s/run
                state_dir = %1$s/state
                log_path = %1$s/log
                protocols = imap
                listen = 127.0.0.1, ::1
                ssl = yes
                ssl_cert = <%1$s/certificate.pem
                ssl_key = <%1$s/key.pem
                disable_plaintext_auth = no
                auth_mechanisms = plain login
                auth_failure_delay = 0
                first_valid_uid = 1
                mail_location = maildir:%1$s/mail/%%u
                mail_uid = %2$s
                mail_gid = %3$s
                mail_max_userip_connections = 200
                mail_fsync = never
                imap_logout_format = in=%%i out=%%o
                passdb {
                  driver = static
                  args = password=%4$s
                }
                userdb {
                  driver = static
                  args = uid=%2$s gid=%3$s home=%1$s/mail/%%u
                }
                service imap-login {
                  inet_listener imap {
                    port = %5$d
                  }
                  inet_listener imaps {
                    port = %6$d
                    ssl = yes
                  }
                }
                """.formatted(folder, USER, group(), PASSWORD, port, tlsPort));
        if (!idle) {
            lines.add("imap_capability = IMAP4rev1 LITERAL+ UIDPLUS");
        }
        if (!ROOT) {
            lines.add("""
                    default_internal_user = %1$s
                    default_internal_group = %2$s
                    default_login_user = %1$s
                    service anvil {
                      chroot =
                    }
                    service imap-login {
                      chroot =
                    }
                    """.formatted(USER, group()));
        }
        lines.add("""
                service stats {
                  chroot =
                }
                """);
        Files.writeString(folder.resolve("dovecot.conf"), String.join("\n", lines));
    }

    private String group() throws IOException {
        return ROOT ? USER : Files.getAttribute(folder, "posix:group").toString();
    }
}
