package app.whichday.account;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.OptionalInt;

/** The IMAP account that stands in the configuration, or was given on the command line, becomes a registered one. */
@ApplicationScoped
class ConfiguredImapAccount {
    /** Before the mail room starts to watch what is registered. */
    static final int BEFORE_WATCHING = 500;

    private final Settings settings;
    private final ImapAccounts accounts;

    ConfiguredImapAccount(Settings settings, ImapAccounts accounts) {
        this.settings = settings;
        this.accounts = accounts;
    }

    /** An IMAP account to read, in place of entering it on the settings page. */
    @ConfigMapping(prefix = "whichday.imap")
    interface Settings {
        /** The server's name; none: no account by configuration. */
        Optional<String> host();

        /** 993 with TLS, otherwise 143, unless given. */
        OptionalInt port();

        /** {@code tls}, {@code starttls} or {@code none} (loopback only). */
        @WithDefault("tls")
        ImapAccount.Security security();

        Optional<String> user();

        Optional<String> password();

        @WithDefault("INBOX")
        String folder();
    }

    void register(@Observes @Priority(BEFORE_WATCHING) StartupEvent start) {
        if (settings.host().isEmpty()) {
            return;
        }
        int port = settings.port().orElse(settings.security() == ImapAccount.Security.TLS ? 993 : 143);
        accounts.put(
                new ImapAccount(
                        settings.host().get(),
                        port,
                        settings.security(),
                        required(settings.user(), "user"),
                        settings.folder()),
                required(settings.password(), "password"));
    }

    private static String required(Optional<String> value, String key) {
        return value.orElseThrow(() -> new IllegalStateException(
                "whichday.imap.host is set, but whichday.imap." + key + " is missing: set it."));
    }
}
