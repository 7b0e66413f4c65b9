package app.whichday.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of mail_thread_link: a mail with this key belongs to that thread. See {@link Threads}. */
@Entity(name = "ThreadLink")
@Table(name = "mail_thread_link")
class ThreadLinkEntity {
    @Id
    String key = "";

    long thread;

    /** When the mail was sent that began the thread; null while only answers are known, and for Message-IDs. */
    @Column(name = "root_sent")
    @Nullable
    Instant rootSent;

    /** The latest of its mails. */
    @Column(name = "last_sent")
    Instant lastSent = Instant.EPOCH;
}
