package app.whichday.tuning;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of learning: how it stands with one subtask. */
@Entity(name = "Learning")
@Table(name = "learning")
class LearningEntity {
    @Id
    String subtask = "";

    /** Null while the model that ships answers. */
    @Nullable
    Long live;

    boolean held;

    @Column(name = "trained_at")
    @Nullable
    Instant trainedAt;

    int decisions;
    String why = "";

    @Column(name = "successor_of")
    @Nullable
    String successorOf;
}
