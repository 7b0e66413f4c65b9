package app.whichday.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Secrets at rest: AES-256 in Galois/Counter Mode (NIST SP 800-38D) with a random 96-bit nonce. What is sealed for one
 * purpose opens for no other, so that a row copied onto another account's tells nothing.
 *
 * <p>A sealed secret is one format byte, the nonce, then the ciphertext with its 128-bit tag.
 */
@ApplicationScoped
class SecretBox {
    static final String KEY = "whichday.secret-key";

    private static final byte FORMAT = 1;
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String CIPHER = "AES/GCM/NoPadding";

    private final Optional<String> key;
    private final SecureRandom random = new SecureRandom();

    /** @param key 32 bytes in Base64; looked at when first needed, so that an installation without accounts needs none */
    SecretBox(@ConfigProperty(name = KEY) Optional<String> key) {
        this.key = key;
    }

    /** @param purpose what the secret is for; needed again to open it */
    byte[] seal(String secret, String purpose) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, nonce, purpose).doFinal(secret.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                    .put(FORMAT)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot encrypt with " + CIPHER + ".", e);
        }
    }

    /** @throws UnreadableSecretException when it was sealed with another key or for another purpose, or is damaged */
    String open(byte[] sealed, String purpose) {
        ByteBuffer box = ByteBuffer.wrap(sealed);
        if (box.remaining() < 1 + NONCE_BYTES + TAG_BITS / 8 || box.get() != FORMAT) {
            throw new UnreadableSecretException();
        }
        byte[] nonce = new byte[NONCE_BYTES];
        box.get(nonce);
        byte[] text = new byte[box.remaining()];
        box.get(text);
        try {
            return new String(cipher(Cipher.DECRYPT_MODE, nonce, purpose).doFinal(text), StandardCharsets.UTF_8);
        } catch (AEADBadTagException e) {
            throw new UnreadableSecretException();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot decrypt with " + CIPHER + ".", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private SecretKey key() {
        String base64 = key.orElseThrow(() -> new IllegalStateException("No key to encrypt passwords with: set " + KEY
                + " to 32 random bytes in Base64, as from: openssl rand -base64 32"));
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(KEY + " is not Base64: make one by: openssl rand -base64 32");
        }
        if (bytes.length != KEY_BYTES) {
            throw new IllegalStateException(KEY + " must be 32 bytes in Base64, not " + bytes.length
                    + ": make one by: openssl rand -base64 32");
        }
        return new SecretKeySpec(bytes, "AES");
    }
}
