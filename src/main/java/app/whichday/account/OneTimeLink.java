package app.whichday.account;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * The way in while no password is set: a link that works once, for a day. It is printed at each start and lives in memory
 * only, as a hash; a new start makes a new one.
 */
@ApplicationScoped
public class OneTimeLink implements IdentityProvider<UsernamePasswordAuthenticationRequest> {
    static final Duration VALID_FOR = Duration.ofHours(24);

    private static final Logger LOG = Logger.getLogger(OneTimeLink.class);

    private record Token(byte[] digest, Instant expires) {}

    private final AtomicReference<Optional<Token>> token = new AtomicReference<>(Optional.empty());
    private final Clock clock;
    private final Owners owners;
    private final HttpServer server;

    OneTimeLink(Clock clock, Owners owners, HttpServer server) {
        this.clock = clock;
        this.owners = owners;
        this.server = server;
    }

    void print(@ObservesAsync HttpServerStart started) {
        if (!owners.hasPassword()) {
            LOG.infof(
                    "Open http://%s:%d%s (works once, for 24 hours)",
                    reachable(started.options().getHost()), server.getPort(), path());
        }
    }

    /** Makes a new link, which replaces the one before: the path of a page of this application, with its token. */
    public String path() {
        String secret = RandomSecret.next();
        token.set(Optional.of(new Token(digest(secret), clock.instant().plus(VALID_FOR))));
        return "/welcome?token=" + secret;
    }

    /** No link works any more; for when a password has been set. */
    public void revoke() {
        token.set(Optional.empty());
    }

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    /** Before the password is looked at (at SYSTEM_FIRST + 1, the default), which would refuse a token. */
    @Override
    public int priority() {
        return SYSTEM_FIRST + 10;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
        boolean right = request.getUsername().equals(Owners.USERNAME)
                && redeem(new String(request.getPassword().getPassword()));
        if (!right) {
            return Uni.createFrom().nullItem();
        }
        return Uni.createFrom()
                .item(QuarkusSecurityIdentity.builder()
                        .setPrincipal(new QuarkusPrincipal(Owners.USERNAME))
                        .addRole(Owners.ROLE)
                        .addCredential(request.getPassword())
                        .build());
    }

    /** Whether the secret is that of the link; it isn't a second time. */
    boolean redeem(String secret) {
        Optional<Token> seen = token.get();
        boolean right = seen.isPresent()
                && MessageDigest.isEqual(seen.get().digest(), digest(secret))
                && clock.instant().isBefore(seen.get().expires());
        return right && token.compareAndSet(seen, Optional.empty());
    }

    /** A host that a browser on this machine can open: a server that listens everywhere is at localhost too. */
    private static String reachable(String host) {
        return host.equals("0.0.0.0") || host.equals("::") ? "localhost" : host;
    }

    private static byte[] digest(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
