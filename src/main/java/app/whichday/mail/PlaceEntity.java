package app.whichday.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A row of mail_place: the message with this UID is that mail. */
@Entity(name = "Place")
@Table(name = "mail_place")
class PlaceEntity {
    @EmbeddedId
    Key key;

    @Column(name = "mail_id")
    long mail;

    PlaceEntity() {
        this(new Key(0, 0), 0);
    }

    PlaceEntity(Key key, long mail) {
        this.key = key;
        this.mail = mail;
    }

    /** @param mailbox a {@link MailboxEntity} */
    @Embeddable
    record Key(@Column(name = "mailbox_id") long mailbox, long uid) {}
}
