package app.whichday.tuning;

import app.whichday.choice.Subtask;
import app.whichday.mail.MailId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What was learned from the owner. A lesson that they take back stays as a row, and teaches nothing any more. */
@ApplicationScoped
public class Lessons {
    private final EntityManager database;
    private final Clock clock;

    Lessons(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A lesson that is stored.
     *
     * @param proposal by which the owner said so; empty where they did it on the mail itself
     */
    public record Kept(long id, MailId mail, Optional<Long> proposal, Lesson lesson) {}

    /**
     * Keeps a lesson. What the owner said before of the same question is withdrawn: the last word counts.
     *
     * <p>Runs in the caller's transaction: a lesson stands or falls with the decision that it comes from.
     *
     * @param proposal by which they said so; empty where they did it on the mail itself
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(Lesson lesson, MailId mail, Optional<Long> proposal) {
        LessonEntity row = LessonEntity.of(lesson, mail.value(), proposal.orElse(null));
        database.createQuery("""
                        update Lesson set withdrawnAt = :now
                        where mail = :mail and subtask = :subtask and context = :context and withdrawnAt is null
                        """)
                .setParameter("now", now())
                .setParameter("mail", row.mail)
                .setParameter("subtask", row.subtask)
                .setParameter("context", row.context)
                .executeUpdate();
        database.persist(row);
    }

    /** Withdraws what the proposal's decision taught. Runs in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void withdraw(long proposal) {
        database.createQuery("update Lesson set withdrawnAt = :now where proposal = :proposal and withdrawnAt is null")
                .setParameter("now", now())
                .setParameter("proposal", proposal)
                .executeUpdate();
    }

    /** Withdraws lessons by their keys. Runs in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    void withdraw(Collection<Long> ids) {
        database.createQuery("update Lesson set withdrawnAt = :now where id in :ids and withdrawnAt is null")
                .setParameter("now", now())
                .setParameter("ids", ids)
                .executeUpdate();
    }

    /** Those of a subtask that stand, the oldest first. */
    @Transactional
    public List<Lesson> of(Subtask subtask) {
        return kept(subtask).stream().map(Kept::lesson).toList();
    }

    /** The same, each with its key and mail. */
    @Transactional
    public List<Kept> kept(Subtask subtask) {
        return database.createQuery(
                        "from Lesson where subtask = :subtask and withdrawnAt is null order by learnedAt, id",
                        LessonEntity.class)
                .setParameter("subtask", subtask.name())
                .getResultStream()
                .map(Lessons::kept)
                .toList();
    }

    /** How many of a subtask were kept or withdrawn after that instant. */
    @Transactional
    long changedSince(Subtask subtask, Instant then) {
        return database.createQuery("""
                        select count(*) from Lesson
                        where subtask = :subtask and (learnedAt > :then or withdrawnAt > :then)
                        """, Long.class)
                .setParameter("subtask", subtask.name())
                .setParameter("then", then)
                .getSingleResult();
    }

    /** Whether all of these stand, and no more were withdrawn. Others may have come. */
    @Transactional
    boolean stillThere(Subtask subtask, List<Lesson> learned) {
        return database.createQuery("""
                        select count(*) from Lesson
                        where subtask = :subtask and withdrawnAt is null and learnedAt <= :last
                        """, Long.class)
                        .setParameter("subtask", subtask.name())
                        .setParameter(
                                "last",
                                learned.isEmpty()
                                        ? Instant.EPOCH
                                        : learned.getLast().at())
                        .getSingleResult()
                == learned.size();
    }

    private static Kept kept(LessonEntity row) {
        return new Kept(row.key(), new MailId(row.mail), Optional.ofNullable(row.proposal), row.lesson());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
