package app.whichday.account;

import java.security.SecureRandom;
import java.util.Base64;

/** Secrets that travel in URLs. */
final class RandomSecret {
    private RandomSecret() {}

    /** 128 random bits in 22 URL-safe characters. */
    static String next() {
        byte[] bits = new byte[16];
        // Not a constant: a native image would freeze the seed.
        new SecureRandom().nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
