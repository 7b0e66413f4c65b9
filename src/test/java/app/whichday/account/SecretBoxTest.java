package app.whichday.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretBoxTest {
    private final SecretBox box = box(1);

    @Test
    void whatWasSealedOpensAgain() {
        assertThat(box.open(box.seal("pässword", "imap 1"), "imap 1")).isEqualTo("pässword");
        assertThat(box.open(box.seal("", "imap 1"), "imap 1")).isEmpty();
    }

    @Test
    void theSameSecretNeverLooksTheSame() {
        byte[] sealed = box.seal("password", "imap 1");
        assertThat(box.seal("password", "imap 1")).isNotEqualTo(sealed);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("password");
    }

    @Test
    void itOpensForNoOtherPurposeOrKeyAndNotWhenChanged() {
        byte[] sealed = box.seal("password", "imap 1");
        assertThatThrownBy(() -> box.open(sealed, "imap 2")).isInstanceOf(UnreadableSecretException.class);
        assertThatThrownBy(() -> box(2).open(sealed, "imap 1"))
                .isInstanceOf(UnreadableSecretException.class)
                .hasMessage(
                        "The stored password cannot be decrypted with the configured whichday.secret-key: enter the "
                                + "password again, or restore the key.");
        byte[] changed = sealed.clone();
        changed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> box.open(changed, "imap 1")).isInstanceOf(UnreadableSecretException.class);
        assertThatThrownBy(() -> box.open(new byte[3], "imap 1")).isInstanceOf(UnreadableSecretException.class);
    }

    @Test
    void aMissingOrWrongKeyIsToldWithWhatToDo() {
        assertThatThrownBy(() -> new SecretBox(Optional.empty()).seal("password", "imap 1"))
                .hasMessage(
                        "No key to encrypt passwords with: set whichday.secret-key to 32 random bytes in Base64, as from: "
                                + "openssl rand -base64 32");
        assertThatThrownBy(() -> new SecretBox(Optional.of("c2hvcnQ=")).seal("password", "imap 1"))
                .hasMessageContaining("must be 32 bytes in Base64, not 5");
        assertThatThrownBy(() -> new SecretBox(Optional.of("%%%")).seal("password", "imap 1"))
                .hasMessageContaining("is not Base64");
    }

    private static SecretBox box(int seed) {
        byte[] key = new byte[32];
        key[0] = (byte) seed;
        return new SecretBox(Optional.of(Base64.getEncoder().encodeToString(key)));
    }
}
