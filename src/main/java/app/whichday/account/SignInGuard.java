package app.whichday.account;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.credential.PasswordCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Slows down guessing: stands before everything that looks at a password, and hears of those that were right. */
@ApplicationScoped
class SignInGuard implements IdentityProvider<UsernamePasswordAuthenticationRequest>, SecurityIdentityAugmentor {
    private final Guesses guesses;

    SignInGuard(Clock clock) {
        this.guesses = new Guesses(clock);
    }

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    @Override
    public int priority() {
        return SYSTEM_FIRST + 20;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
        if (guesses.mayTry()) {
            return Uni.createFrom().nullItem();
        }
        return Uni.createFrom().failure(new AuthenticationFailedException("Too many wrong passwords within a minute"));
    }

    /** Only an identity that came from a password carries it; one from a session cookie doesn't. */
    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.getCredential(PasswordCredential.class) != null) {
            guesses.right();
        }
        return Uni.createFrom().item(identity);
    }
}
