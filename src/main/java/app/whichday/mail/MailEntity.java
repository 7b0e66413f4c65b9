package app.whichday.mail;

import app.whichday.account.ImapAccountId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of mail. */
@Entity(name = "Mail")
@Table(name = "mail")
class MailEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "mail_seq")
    @SequenceGenerator(name = "mail_seq", sequenceName = "mail_seq", allocationSize = 50)
    @Nullable
    Long id;

    @Column(name = "account_id")
    @Nullable
    Long account;

    long thread;

    @Column(name = "sent_at")
    Instant sentAt = Instant.EPOCH;

    @Column(name = "received_at")
    Instant receivedAt = Instant.EPOCH;

    @Enumerated(EnumType.STRING)
    StoredMail.State state = StoredMail.State.RECEIVED;

    @Nullable
    String reason;

    String digest = "";

    /** A {@link Mail}, by {@link MailJson}. */
    @JdbcTypeCode(SqlTypes.JSON)
    String content = "";

    long key() {
        if (id == null) {
            throw new IllegalStateException("Not stored yet: mail " + digest);
        }
        return id;
    }

    StoredMail stored(MailJson json) {
        return new StoredMail(
                new MailId(key()),
                Optional.ofNullable(account).map(ImapAccountId::new),
                thread,
                receivedAt,
                state,
                Optional.ofNullable(reason),
                json.read(content));
    }
}
