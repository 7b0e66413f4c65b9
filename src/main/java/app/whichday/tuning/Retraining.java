package app.whichday.tuning;

import app.whichday.account.Owners;
import app.whichday.choice.LogLinearModel;
import app.whichday.choice.Subtask;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/** Learns in the background: after some new decisions, and at night after any. One subtask at a time, on one thread. */
@ApplicationScoped
public class Retraining {
    private static final Logger LOG = Logger.getLogger(Retraining.class);

    /** On the owner's clock. */
    private static final LocalTime NIGHT = LocalTime.of(3, 0);

    private final PersonalModels models;
    private final Lessons lessons;
    private final Owners owners;
    private final LearningConfig config;
    private final Clock clock;
    private final ReentrantLock one = new ReentrantLock();

    Retraining(PersonalModels models, Lessons lessons, Owners owners, LearningConfig config, Clock clock) {
        this.models = models;
        this.lessons = lessons;
        this.owners = owners;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "1m", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        if (!config.enabled()) {
            return;
        }
        ZoneId zone = owners.current().zone();
        for (Subtask subtask : models.subtasks()) {
            Optional<Instant> before = models.trainedAt(subtask);
            long changed = lessons.changedSince(subtask, before.orElse(Instant.EPOCH));
            if (due(changed, before, clock.instant(), zone)) {
                train(subtask);
            }
        }
    }

    /** @param changed decisions made or taken back since then */
    boolean due(long changed, Optional<Instant> before, Instant now, ZoneId zone) {
        if (changed == 0) {
            return false;
        }
        if (before.isEmpty() || changed >= config.after()) {
            return true;
        }
        ZonedDateTime local = now.atZone(zone);
        ZonedDateTime night = local.with(NIGHT);
        ZonedDateTime lastNight = night.isAfter(local) ? night.minusDays(1) : night;
        return before.get().isBefore(lastNight.toInstant());
    }

    /**
     * Trains now and waits for it.
     *
     * @throws java.util.NoSuchElementException where the subtask doesn't learn, in one sentence
     */
    public Improvement train(Subtask subtask) {
        one.lock();
        try {
            LogLinearModel base = models.base(subtask);
            while (true) {
                Instant now = clock.instant();
                List<Lesson> learned = lessons.of(subtask);
                Improvement improvement =
                        PersonalTraining.improve(subtask, base, models.predecessor(subtask), learned, now);
                if (kept(improvement, learned, now)) {
                    LOG.infof(
                            "%s, %d decisions: %s. %s",
                            subtask.name(), learned.size(), improvement.step(), improvement.why());
                    return improvement;
                }
            }
        } finally {
            one.unlock();
        }
    }

    /** False where decisions were taken back or forgotten meanwhile: nothing that knows them may go live. */
    private boolean kept(Improvement improvement, List<Lesson> learned, Instant now) {
        return QuarkusTransaction.requiringNew().call(() -> {
            if (!lessons.stillThere(improvement.subtask(), learned)) {
                return false;
            }
            models.keep(improvement, learned.size(), now);
            return true;
        });
    }
}
