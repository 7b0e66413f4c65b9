package app.whichday.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A row of imap_account. */
@Entity(name = "ImapAccount")
@Table(name = "imap_account")
class ImapAccountEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    String host = "";
    int port;

    @Enumerated(EnumType.STRING)
    ImapAccount.Security security = ImapAccount.Security.TLS;

    @Column(name = "user_name")
    String user = "";

    String folder = "";

    /** Sealed by {@link SecretBox}; null only until the row has its id. */
    byte @Nullable [] password;

    ImapAccount account() {
        return new ImapAccount(host, port, security, user, folder);
    }

    ImapAccountId identity() {
        if (id == null) {
            throw new IllegalStateException("Not stored yet: " + account());
        }
        return new ImapAccountId(id);
    }

    /** Binds the password to this account at this server: moved to another row, or with the host changed, it won't open. */
    String purpose() {
        return "imap\n" + identity().value() + "\n" + host + "\n" + user;
    }
}
