package app.whichday.tuning;

import app.whichday.choice.Subtask;
import app.whichday.mail.MailId;
import app.whichday.mail.Whom;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds and deletes the lessons that somebody's mail has taught, and with them their hashed features. Those that were
 * withdrawn too.
 */
@ApplicationScoped
public class LessonErasure {
    private final EntityManager database;

    LessonErasure(EntityManager database) {
        this.database = database;
    }

    /** How many of the mails, of the proposals, or with their words or names in them. */
    @Transactional
    public int count(Collection<MailId> mails, Collection<Long> proposals, Whom whom) {
        return find(mails, proposals, whom).size();
    }

    /**
     * Deletes them. Runs in the caller's transaction.
     *
     * @return for each subtask that lost some, when the first of them was learned
     */
    @Transactional(TxType.MANDATORY)
    public Erased erase(Collection<MailId> mails, Collection<Long> proposals, Whom whom) {
        Set<LessonEntity> found = find(mails, proposals, whom);
        Map<Subtask, Instant> since = new HashMap<>();
        for (LessonEntity row : found) {
            since.merge(new Subtask(row.subtask), row.learnedAt, (a, b) -> a.isBefore(b) ? a : b);
            database.remove(row);
        }
        database.flush();
        return new Erased(found.size(), since);
    }

    /** What was deleted. */
    public record Erased(int lessons, Map<Subtask, Instant> since) {}

    private Set<LessonEntity> find(Collection<MailId> mails, Collection<Long> proposals, Whom whom) {
        Set<LessonEntity> found = new LinkedHashSet<>();
        found.addAll(listed(
                "select * from lesson where mail = any(:ids)", mails.stream().map(MailId::value)));
        found.addAll(listed("select * from lesson where proposal = any(:ids)", proposals.stream()));
        database.createQuery("""
                        from Lesson where locate(:name, lower(writer)) > 0 or locate(:name, lower(context)) > 0
                        or locate(:name, lower(array_to_string(labels, ' '))) > 0
                        """, LessonEntity.class)
                .setParameter("name", whom.name())
                .getResultStream()
                .filter(row -> words(row).anyMatch(whom::isNamedIn))
                .forEach(found::add);
        return found;
    }

    @SuppressWarnings("unchecked")
    private List<LessonEntity> listed(String sql, Stream<Long> ids) {
        return database.createNativeQuery(sql, LessonEntity.class)
                .setParameter("ids", ids.toArray(Long[]::new))
                .getResultList();
    }

    private static Stream<String> words(LessonEntity row) {
        return Stream.concat(Stream.of(row.writer, row.context).filter(Objects::nonNull), Arrays.stream(row.labels));
    }
}
