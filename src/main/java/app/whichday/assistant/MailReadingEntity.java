package app.whichday.assistant;

import app.whichday.event.EventDraft;
import app.whichday.mail.MailId;
import app.whichday.triage.Category;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "mail_reading")
class MailReadingEntity extends PanacheEntityBase {
    @Id
    @Column(name = "mail_id")
    long mail;

    Instant sent;

    @Enumerated(EnumType.STRING)
    Category category;

    double probability;

    @Column(name = "needs_reply")
    boolean needsReply;

    @Enumerated(EnumType.STRING)
    @Column(name = "event_action")
    EventDraft.@Nullable Action action;

    @JdbcTypeCode(SqlTypes.JSON)
    List<MailReading.DateMark> dates;

    @JdbcTypeCode(SqlTypes.JSON)
    List<MailReading.Step> steps;

    @Column(name = "read_at")
    Instant readAt;

    @Column(name = "took_nanos")
    long tookNanos;

    MailReading toReading() {
        return new MailReading(
                new MailId(mail), category, probability, needsReply, dates, steps, readAt, Duration.ofNanos(tookNanos));
    }
}
