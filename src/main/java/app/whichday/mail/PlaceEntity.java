package app.whichday.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A row of mail_place: the message with this UID is that mail. */
@Entity(name = "Place")
@Table(name = "mail_place")
class PlaceEntity {
    @EmbeddedId
    Key key;

    /** Null where the mail was forgotten. */
    @Column(name = "mail_id")
    @Nullable
    Long mail;

    PlaceEntity() {
        this(new Key(0, 0), null);
    }

    PlaceEntity(Key key, @Nullable Long mail) {
        this.key = key;
        this.mail = mail;
    }

    /** @param mailbox a {@link MailboxEntity} */
    @Embeddable
    record Key(@Column(name = "mailbox_id") long mailbox, long uid) {}
}
