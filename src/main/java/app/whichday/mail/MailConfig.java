package app.whichday.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How mailboxes on servers are read. */
@ConfigMapping(prefix = "whichday.mail")
interface MailConfig {
    /** Whether registered accounts are watched; off while testing. */
    @WithDefault("true")
    boolean watch();

    /** How long to wait for a connection. */
    @WithDefault("15s")
    Duration connectTimeout();

    /** How long the server may stay silent while it owes an answer. */
    @WithDefault("60s")
    Duration readTimeout();

    /** How often to look for new mail where the server can't tell by itself. */
    @WithDefault("60s")
    Duration pollInterval();

    /**
     * How often to assure oneself that a server that tells by itself is still there. RFC 2177 demands less than 29 minutes;
     * home routers forget silent connections sooner.
     */
    @WithDefault("9m")
    Duration idleRenewal();

    /** The wait before the first try to connect again; each further one doubles it. */
    @WithDefault("2s")
    Duration retryDelay();

    @WithDefault("5m")
    Duration maxRetryDelay();

    /** Messages above are not fetched whole: only their text, part by part. In bytes. */
    @WithDefault("2000000")
    int wholeMessageLimit();

    /** A file of PEM certificates to trust beside those that Java trusts: of a private authority, or the server's own. */
    Optional<Path> trustedCertificates();
}
