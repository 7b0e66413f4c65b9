package app.whichday.tuning;

import app.whichday.choice.ModelVersion;
import app.whichday.choice.Provenance;
import app.whichday.choice.Subtask;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of model_version. Its weights lie apart, for lists don't need them. */
@Entity(name = "TrainedVersion")
@Table(name = "model_version")
class ModelVersionEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    String subtask = "";
    String name = "";

    @Enumerated(EnumType.STRING)
    Improvement.Step step = Improvement.Step.KEPT;

    String why = "";
    String provenance = "";

    @Column(name = "trained_at")
    Instant trainedAt = Instant.EPOCH;

    @Column(name = "live_at")
    @Nullable
    Instant liveAt;

    /** Of a row that is stored. */
    long key() {
        return Objects.requireNonNull(id);
    }

    ModelVersion version() {
        return new ModelVersion(name);
    }

    Subtask subtask() {
        return new Subtask(subtask);
    }

    Provenance provenance() {
        return Provenance.fromJson(provenance);
    }
}
