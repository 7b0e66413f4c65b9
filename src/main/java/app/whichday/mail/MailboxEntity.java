package app.whichday.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A row of mailbox: a mailbox as long as its UIDs hold. */
@Entity(name = "MailboxRow")
@Table(name = "mailbox")
class MailboxEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "mailbox_seq")
    @SequenceGenerator(name = "mailbox_seq", sequenceName = "mailbox_seq", allocationSize = 1)
    @Nullable
    Long id;

    @Column(name = "account_id")
    @Nullable
    Long account;

    String name = "";

    @Column(name = "uid_validity")
    long uidValidity;

    long key() {
        if (id == null) {
            throw new IllegalStateException("Not stored yet: mailbox " + name);
        }
        return id;
    }
}
