package app.whichday.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of mail_forgotten: a mail with this digest isn't stored again. */
@Entity(name = "ForgottenMail")
@Table(name = "mail_forgotten")
class ForgottenMailEntity {
    /** As in {@link MailEntity#digest}. */
    @Id
    String digest = "";

    @Column(name = "forgotten_at")
    Instant forgottenAt = Instant.EPOCH;
}
