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
import java.util.Set;

/** What was learned from the owner. A lesson that they take back stays as a row, and teaches nothing any more. */
@ApplicationScoped
public class Lessons {
    private final EntityManager database;
    private final Clock clock;

    Lessons(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A lesson with its key, for pages. */
    public record Kept(long id, MailId mail, Lesson lesson) {}

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

    /**
     * Withdraws one lesson: the owner says that it is none.
     *
     * @return whether it stood
     */
    @Transactional
    public boolean withdrawOne(long id) {
        return database.createQuery("update Lesson set withdrawnAt = :now where id = :id and withdrawnAt is null")
                        .setParameter("now", now())
                        .setParameter("id", id)
                        .executeUpdate()
                > 0;
    }

    /** Those of a subtask that stand, the oldest first. */
    @Transactional
    public List<Lesson> of(Subtask subtask) {
        return database.createQuery(
                        "from Lesson where subtask = :subtask and withdrawnAt is null order by learnedAt, id",
                        LessonEntity.class)
                .setParameter("subtask", subtask.name())
                .getResultStream()
                .map(LessonEntity::lesson)
                .toList();
    }

    /** How many of a subtask stand that were learned after a moment. */
    @Transactional
    public long count(Subtask subtask, Instant after) {
        return database.createQuery(
                        "select count(*) from Lesson where subtask = :subtask and withdrawnAt is null and learnedAt > :after",
                        Long.class)
                .setParameter("subtask", subtask.name())
                .setParameter("after", after)
                .getSingleResult();
    }

    /** The last learned first. */
    @Transactional
    public List<Kept> latest(int limit) {
        return database.createQuery(
                        "from Lesson where withdrawnAt is null order by learnedAt desc, id desc", LessonEntity.class)
                .setMaxResults(limit)
                .getResultStream()
                .map(row -> new Kept(row.key(), new MailId(row.mail), row.lesson()))
                .toList();
    }

    /** Those learned since a moment, the oldest first. */
    @Transactional
    public List<Kept> since(Instant moment) {
        return database.createQuery(
                        "from Lesson where withdrawnAt is null and learnedAt >= :moment order by learnedAt, id",
                        LessonEntity.class)
                .setParameter("moment", moment)
                .getResultStream()
                .map(row -> new Kept(row.key(), new MailId(row.mail), row.lesson()))
                .toList();
    }

    /** Subtasks of which anything was learned, those taken back aside. */
    @Transactional
    public Set<Subtask> subtasks() {
        return Set.copyOf(
                database.createQuery("select distinct subtask from Lesson where withdrawnAt is null", String.class)
                        .getResultStream()
                        .map(Subtask::new)
                        .toList());
    }

    /**
     * Deletes for good all lessons from mails, and all whose words a person wrote, those taken back included.
     *
     * @param writers matches addresses: one, or {@code %@domain}, escaped for LIKE by backslash
     * @return of which subtasks lessons went
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Set<Subtask> delete(Collection<MailId> mails, String writers) {
        List<Long> ids = mails.stream().map(MailId::value).toList();
        String which = "(writer like :writers escape '\\\\' or mail in :mails)";
        Set<Subtask> subtasks =
                Set.copyOf(database.createQuery("select distinct subtask from Lesson where " + which, String.class)
                        .setParameter("writers", writers)
                        .setParameter("mails", ids)
                        .getResultStream()
                        .map(Subtask::new)
                        .toList());
        database.createQuery("delete from Lesson where " + which)
                .setParameter("writers", writers)
                .setParameter("mails", ids)
                .executeUpdate();
        return subtasks;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
