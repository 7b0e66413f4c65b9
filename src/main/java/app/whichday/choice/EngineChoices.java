package app.whichday.choice;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the owner chose for subtasks while the program runs. It outlives a restart, and goes before the configuration. */
@ApplicationScoped
public class EngineChoices {
    private final EntityManager database;
    private final Clock clock;
    /** Asked with every question, so it is kept here; null until the first. */
    private volatile @Nullable Map<String, EngineChoice> chosen;

    EngineChoices(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Optional<EngineChoice> of(Subtask subtask) {
        return Optional.ofNullable(all().get(subtask.name()));
    }

    private Map<String, EngineChoice> all() {
        Map<String, EngineChoice> known = chosen;
        if (known == null) {
            synchronized (this) {
                known = chosen == null ? chosen = load() : chosen;
            }
        }
        return known;
    }

    private Map<String, EngineChoice> load() {
        Map<String, EngineChoice> rows = new ConcurrentHashMap<>();
        QuarkusTransaction.joiningExisting()
                .run(() -> database.createQuery("from EngineChoice", EngineChoiceEntity.class)
                        .getResultStream()
                        .forEach(row -> rows.put(row.subtask, row.choice())));
        return rows;
    }

    void put(Subtask subtask, Engine engine, Optional<String> model) {
        QuarkusTransaction.requiringNew().run(() -> {
            EngineChoiceEntity row = new EngineChoiceEntity();
            row.subtask = subtask.name();
            row.engine = engine;
            row.model = model.orElse(null);
            row.chosenAt = clock.instant();
            database.merge(row);
        });
        all().put(subtask.name(), new EngineChoice(engine, model, true));
    }

    /** Back to what the configuration says. */
    void forget(Subtask subtask) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createQuery("delete from EngineChoice where subtask = :subtask")
                        .setParameter("subtask", subtask.name())
                        .executeUpdate());
        all().remove(subtask.name());
    }
}
