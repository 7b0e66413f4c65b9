package app.whichday.choice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row of engine_choice. */
@Entity(name = "EngineChoice")
@Table(name = "engine_choice")
class EngineChoiceEntity {
    @Id
    String subtask = "";

    @Enumerated(EnumType.STRING)
    Engine engine = Engine.LOCAL;

    @Nullable
    String model;

    @Column(name = "chosen_at")
    Instant chosenAt = Instant.EPOCH;

    EngineChoice choice() {
        return new EngineChoice(engine, Optional.ofNullable(model), true);
    }
}
