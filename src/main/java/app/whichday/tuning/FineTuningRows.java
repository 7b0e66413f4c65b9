package app.whichday.tuning;

import app.whichday.choice.Subtask;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Fine-tunings as they are stored: every step in a transaction of its own, done before the next one begins. */
@ApplicationScoped
class FineTuningRows {
    private static final List<FineTuningJob.State> GOING = Stream.of(FineTuningJob.State.values())
            .filter(state -> !state.isEnd())
            .toList();

    private final EntityManager database;
    private final Clock clock;

    FineTuningRows(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @return its id */
    long add(FineTuningJobEntity row) {
        row.createdAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        row.updatedAt = row.createdAt;
        return alone(() -> {
            database.persist(row);
            return row.key();
        });
    }

    /** @throws NoSuchElementException where there is none */
    FineTuningJobEntity get(long id) {
        return alone(() -> find(id));
    }

    /** Changes the row as it stands now, not as somebody read it before: the owner may have asked to cancel since. */
    FineTuningJobEntity change(long id, Consumer<FineTuningJobEntity> change) {
        return change(id, List.of(), change);
    }

    /** As {@link #change}, with what the server told since the last time. */
    FineTuningJobEntity change(long id, List<FineTuningService.Event> news, Consumer<FineTuningJobEntity> change) {
        return alone(() -> {
            FineTuningJobEntity row = find(id);
            change.accept(row);
            row.updatedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
            for (FineTuningService.Event event : news) {
                if (isNew(id, event)) {
                    database.persist(FineTuningEventEntity.of(id, event));
                }
                row.lastEvent = event.id();
            }
            return row;
        });
    }

    private boolean isNew(long job, FineTuningService.Event event) {
        return database.createQuery(
                                "select count(*) from FineTuningEvent where job = :job and event = :event", Long.class)
                        .setParameter("job", job)
                        .setParameter("event", event.id())
                        .getSingleResult()
                == 0;
    }

    /** What a job was about to send may hold words of what is forgotten: it ends, in the same transaction. */
    void forget(@Observes Forgotten forgotten) {
        database.createQuery(
                        "from FineTuningJob where training is not null or validation is not null",
                        FineTuningJobEntity.class)
                .getResultStream()
                .filter(row -> forgotten.learnedSince().containsKey(new Subtask(row.subtask)))
                .forEach(row -> {
                    row.forgetContent();
                    row.state = FineTuningJob.State.FAILED;
                    row.error = "Some of what it was to send was forgotten meanwhile. Start it again.";
                    row.updatedAt = forgotten.at();
                });
    }

    /** The newest first. */
    List<FineTuningJobEntity> all() {
        return alone(() -> database.createQuery("from FineTuningJob order by id desc", FineTuningJobEntity.class)
                .getResultList());
    }

    /** Those of the server with which something is still to be done, the oldest first. */
    List<Long> unfinished(String service) {
        return alone(() -> database.createQuery("""
                        select id from FineTuningJob
                        where service = :service
                            and (state in :going or (trainingFile is not null and filesRemoved = false))
                        order by id
                        """, Long.class)
                .setParameter("service", service)
                .setParameter("going", GOING)
                .getResultList());
    }

    /** The server's id of a file with that very content, which another job has brought there and not removed. */
    Optional<String> sharedFile(String service, String name) {
        return alone(() -> database.createQuery("""
                        select case when trainingName = :name then trainingFile else validationFile end
                        from FineTuningJob
                        where service = :service and filesRemoved = false
                            and ((trainingName = :name and trainingFile is not null)
                                or (validationName = :name and validationFile is not null))
                        order by id
                        """, String.class)
                .setParameter("service", service)
                .setParameter("name", name)
                .getResultStream()
                .findFirst());
    }

    /** Whether a job that goes on, other than that one, trains on the file. */
    boolean isUsedElsewhere(long id, String service, String file) {
        return alone(() -> database.createQuery("""
                                select count(*) from FineTuningJob
                                where id <> :id and service = :service and state in :going
                                    and (trainingFile = :file or validationFile = :file)
                                """, Long.class)
                        .setParameter("id", id)
                        .setParameter("service", service)
                        .setParameter("file", file)
                        .setParameter("going", GOING)
                        .getSingleResult()
                > 0);
    }

    /** The oldest first. */
    List<FineTuningJob.Event> events(long id) {
        return alone(() -> database.createQuery(
                        "from FineTuningEvent where job = :job order by id", FineTuningEventEntity.class)
                .setParameter("job", id)
                .getResultStream()
                .map(row -> new FineTuningJob.Event(row.happenedAt, row.level, row.message))
                .toList());
    }

    private FineTuningJobEntity find(long id) {
        FineTuningJobEntity row = database.find(FineTuningJobEntity.class, id);
        if (row == null) {
            throw new NoSuchElementException("There is no fine-tuning job " + id + ".");
        }
        return row;
    }

    private static <T> T alone(Callable<T> work) {
        return QuarkusTransaction.requiringNew().call(work);
    }
}
