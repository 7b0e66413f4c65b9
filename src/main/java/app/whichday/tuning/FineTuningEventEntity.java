package app.whichday.tuning;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of what a server told of a fine-tuning. */
@Entity(name = "FineTuningEvent")
@Table(name = "fine_tuning_event")
class FineTuningEventEntity extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    long job;
    String event = "";

    @Column(name = "happened_at")
    Instant happenedAt = Instant.EPOCH;

    String level = "";
    String message = "";

    static FineTuningEventEntity of(long job, FineTuningService.Event event) {
        FineTuningEventEntity row = new FineTuningEventEntity();
        row.job = job;
        row.event = event.id();
        row.happenedAt = event.at();
        row.level = event.level();
        row.message = event.message();
        return row;
    }
}
