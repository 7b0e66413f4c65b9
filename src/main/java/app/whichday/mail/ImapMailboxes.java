package app.whichday.mail;

import app.whichday.account.ImapAccount;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPStore;

/** Connects to mailboxes on IMAP servers. */
@ApplicationScoped
public class ImapMailboxes {
    private final MailConfig config;

    ImapMailboxes(MailConfig config) {
        this.config = config;
    }

    /**
     * Without the container, for a single {@link #check}.
     *
     * @param trustedCertificates as whichday.mail.trusted-certificates
     */
    public static ImapMailboxes forACheck(Optional<Path> trustedCertificates) {
        return new ImapMailboxes(new CheckConfig(trustedCertificates));
    }

    /** Impatient, since a person waits for the answer. */
    private record CheckConfig(Optional<Path> trustedCertificates) implements MailConfig {
        private static final Duration PATIENCE = Duration.ofSeconds(15);

        @Override
        public boolean watch() {
            return false;
        }

        @Override
        public Duration connectTimeout() {
            return PATIENCE;
        }

        @Override
        public Duration readTimeout() {
            return PATIENCE;
        }

        @Override
        public Duration pollInterval() {
            return PATIENCE;
        }

        @Override
        public Duration idleRenewal() {
            return PATIENCE;
        }

        @Override
        public Duration retryDelay() {
            return PATIENCE;
        }

        @Override
        public Duration maxRetryDelay() {
            return PATIENCE;
        }

        @Override
        public int wholeMessageLimit() {
            return 0;
        }
    }

    /** @throws MailboxException when it can't be reached, entered or found */
    public Mailbox open(ImapAccount account, String password) {
        return ImapMailbox.open(this, account, password);
    }

    /** Opens and closes the mailbox, to see whether the settings are right; empty if they are. */
    public Optional<MailboxException> check(ImapAccount account, String password) {
        try (Mailbox mailbox = open(account, password)) {
            mailbox.uidValidity();
            return Optional.empty();
        } catch (MailboxException e) {
            return Optional.of(e);
        }
    }

    MailConfig config() {
        return config;
    }

    /** A connection that is signed in. */
    IMAPStore connect(ImapAccount account, String password) {
        Session session = Session.getInstance(properties(account));
        try {
            Store store = session.getStore("imap");
            store.connect(account.host(), account.port(), account.user(), password);
            return (IMAPStore) store;
        } catch (MessagingException e) {
            throw ImapProblem.of(account, e);
        }
    }

    private Properties properties(ImapAccount account) {
        Properties properties = new Properties();
        properties.put(
                "mail.imap.connectiontimeout",
                Long.toString(config.connectTimeout().toMillis()));
        properties.put("mail.imap.timeout", Long.toString(config.readTimeout().toMillis()));
        properties.put(
                "mail.imap.writetimeout", Long.toString(config.readTimeout().toMillis()));
        // As lenient as what is read from files.
        properties.put("mail.mime.address.strict", "false");
        properties.put("mail.mime.allowutf8", "true");
        // Reading must not mark anything as seen (RFC 3501 §6.4.5).
        properties.put("mail.imap.peek", "true");
        properties.put("mail.imap.fetchsize", Integer.toString(64 * 1024));
        properties.put("mail.imap.ssl.checkserveridentity", "true");
        // With a factory of ours: no second try with Java's, whose complaint would hide the first.
        properties.put("mail.imap.ssl.socketFactory.fallback", "false");
        properties.put("mail.imap.socketFactory.fallback", "false");
        // Never follow a server that sends us elsewhere (RFC 2221).
        properties.put("mail.imap.referralexception", "true");
        switch (account.security()) {
            case TLS -> properties.put("mail.imap.ssl.enable", "true");
            case STARTTLS -> {
                properties.put("mail.imap.starttls.enable", "true");
                properties.put("mail.imap.starttls.required", "true");
            }
            case NONE -> {}
        }
        config.trustedCertificates()
                .ifPresent(
                        file -> properties.put("mail.imap.ssl.socketFactory", TrustedCertificates.socketFactory(file)));
        return properties;
    }
}
