package app.whichday.cli;

import app.whichday.account.ImapAccount;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code serve}: the assistant itself. */
@Command(
        name = "serve",
        description = "Watch the configured mailboxes and serve the approval inbox on http://localhost:8080.",
        footer = {
            "",
            "Example:",
            "  whichday serve --imap-host imap.example.org --imap-user alice@example.org \\",
            "      --imap-password-file ~/.whichday-password"
        })
final class ServeCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private ServerOptions server;

    @Option(names = "--imap-host", paramLabel = "HOST", description = "Read this IMAP server's mail.")
    private @Nullable String imapHost;

    @Option(names = "--imap-port", paramLabel = "N", description = "Default: 993 with TLS, else 143.")
    private @Nullable Integer imapPort;

    @Option(names = "--imap-security", paramLabel = "HOW", description = "tls, starttls or none. Default: tls.")
    private ImapAccount.@Nullable Security imapSecurity;

    @Option(names = "--imap-user", paramLabel = "NAME", description = "Whom to sign in as.")
    private @Nullable String imapUser;

    @Option(names = "--imap-password-file", paramLabel = "FILE", description = "A file that holds the password.")
    private @Nullable Path imapPasswordFile;

    @Option(
            names = "--imap-password-env",
            paramLabel = "NAME",
            description = "A variable of the environment that does.")
    private @Nullable String imapPasswordVariable;

    @Option(
            names = "--imap-password",
            paramLabel = "WORD",
            description = "The password itself; other users of this machine can see it there.")
    private @Nullable String imapPassword;

    @Option(names = "--imap-folder", paramLabel = "FOLDER", description = "Default: INBOX.")
    private @Nullable String imapFolder;

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            description = "Use this PostgreSQL (17 or newer) in place of Whichday's own:"
                    + " jdbc:postgresql://host:5432/whichday.")
    private @Nullable String databaseUrl;

    @Option(names = "--database-user", paramLabel = "NAME", description = "Default: whichday.")
    private @Nullable String databaseUser;

    @Option(names = "--database-password-file", paramLabel = "FILE", description = "A file that holds the password.")
    private @Nullable Path databasePasswordFile;

    @Option(
            names = "--database-password-env",
            paramLabel = "NAME",
            description = "A variable of the environment that does.")
    private @Nullable String databasePasswordVariable;

    @Option(
            names = "--database-password",
            paramLabel = "WORD",
            description = "The password itself; other users of this machine can see it there.")
    private @Nullable String databasePassword;

    ServeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        ServerOptions.override("whichday.imap.host", imapHost);
        ServerOptions.override("whichday.imap.port", imapPort);
        ServerOptions.override(
                "whichday.imap.security",
                imapSecurity == null ? null : imapSecurity.name().toLowerCase(Locale.ROOT));
        ServerOptions.override("whichday.imap.user", imapUser);
        ServerOptions.override("whichday.imap.folder", imapFolder);
        new SecretOption("--imap-password", imapPassword, imapPasswordFile, imapPasswordVariable)
                .read(console)
                .ifPresent(password -> Settings.override("whichday.imap.password", password));
        ServerOptions.override(ServerOptions.DATABASE_URL, databaseUrl);
        ServerOptions.override(ServerOptions.DATABASE_USER, databaseUser);
        new SecretOption("--database-password", databasePassword, databasePasswordFile, databasePasswordVariable)
                .read(console)
                .ifPresent(password -> Settings.override(ServerOptions.DATABASE_PASSWORD, password));
        Settings settings = server.settings();
        requireWholeAccount(settings);
        return new Server(console, settings, server.dataOfServer(settings)).run(folder -> {});
    }

    private static void requireWholeAccount(Settings settings) {
        if (settings.get("whichday.imap.host").isEmpty()) {
            return;
        }
        for (String part : new String[] {"user", "password"}) {
            if (settings.get("whichday.imap." + part).isEmpty()) {
                throw new Problem("The IMAP account at "
                        + settings.get("whichday.imap.host").get() + " has no " + part
                        + ": add --imap-" + part + (part.equals("password") ? "-file" : "") + ", or whichday.imap."
                        + part + " to the configuration.");
            }
        }
    }
}
