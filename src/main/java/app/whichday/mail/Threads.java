package app.whichday.mail;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Ties the mails of one transaction to threads, in whatever order they arrive: mails that name one another by Message-ID
 * belong together, even when the one that names two threads comes last and makes them one. Many programs and old mails name
 * nobody: then an answer joins the mail with its subject between the same two people that was sent before it, within
 * {@link #SUBJECT_HOLDS}; two mails that both begin something stay apart, however alike their subjects.
 */
final class Threads {
    /** How far apart in time mails of one subject may lie. */
    static final Duration SUBJECT_HOLDS = Duration.ofDays(60);

    private final EntityManager database;
    private final Map<String, ThreadLinkEntity> links;
    private final Map<Long, Long> merged = new LinkedHashMap<>();

    private Threads(EntityManager database, Map<String, ThreadLinkEntity> links) {
        this.database = database;
        this.links = links;
    }

    /** With the links that mails with these keys may need, in one query. */
    static Threads load(EntityManager database, Collection<ThreadKeys> keys) {
        List<String> all = keys.stream()
                .flatMap(mail -> Stream.concat(mail.ids().stream(), mail.subjects().stream()))
                .distinct()
                .toList();
        Map<String, ThreadLinkEntity> links = all.isEmpty()
                ? new HashMap<>()
                : database.createQuery("from ThreadLink where key in :keys", ThreadLinkEntity.class)
                        .setParameter("keys", all)
                        .getResultStream()
                        .collect(Collectors.toMap(link -> link.key, link -> link, (a, b) -> a, HashMap::new));
        return new Threads(database, links);
    }

    /**
     * The thread of a mail; from now on others find it.
     *
     * @param fresh a thread's id, should it begin a new one
     */
    long join(ThreadKeys keys, Instant sent, long fresh) {
        SortedSet<Long> found = new TreeSet<>();
        keys.ids().forEach(key -> add(found, links.get(key)));
        if (found.isEmpty()) {
            keys.subjects().stream()
                    .map(links::get)
                    .filter(link -> link != null && fits(link, keys.reply(), sent))
                    .findFirst()
                    .ifPresent(link -> add(found, link));
        }
        long thread = found.isEmpty() ? fresh : found.first();
        found.stream().filter(other -> other != thread).forEach(other -> merged.put(other, thread));
        keys.ids().forEach(key -> link(key, thread, sent));
        for (String key : keys.subjects()) {
            ThreadLinkEntity link = link(key, thread, sent);
            link.rootSent = keys.reply() ? link.rootSent : sent;
        }
        return thread;
    }

    private static boolean fits(ThreadLinkEntity link, boolean reply, Instant sent) {
        if (Duration.between(link.lastSent, sent).abs().compareTo(SUBJECT_HOLDS) > 0) {
            return false;
        }
        return reply
                ? link.rootSent == null || !sent.isBefore(link.rootSent)
                : link.rootSent == null && !sent.isAfter(link.lastSent);
    }

    private void add(SortedSet<Long> found, @Nullable ThreadLinkEntity link) {
        if (link != null) {
            found.add(now(link.thread));
        }
    }

    private ThreadLinkEntity link(String key, long thread, Instant sent) {
        ThreadLinkEntity link = links.get(key);
        if (link == null) {
            link = new ThreadLinkEntity();
            link.key = key;
            link.lastSent = sent;
            links.put(key, link);
            database.persist(link);
        } else if (now(link.thread) != thread) {
            // Another thread of that subject takes over.
            link.rootSent = null;
            link.lastSent = sent;
        } else if (sent.isAfter(link.lastSent)) {
            link.lastSent = sent;
        }
        link.thread = thread;
        return link;
    }

    /** What a thread has become by now. */
    long now(long thread) {
        long now = thread;
        for (Long next = merged.get(now); next != null; next = merged.get(now)) {
            now = next;
        }
        return now;
    }

    /** Carries the merges out on what is stored already; after everything of this transaction was flushed. */
    void merge() {
        for (long from : merged.keySet()) {
            merge("update Mail set thread = :to where thread = :from", from);
            merge("update ThreadLink set thread = :to where thread = :from", from);
        }
    }

    private void merge(String update, long from) {
        database.createQuery(update)
                .setParameter("to", now(from))
                .setParameter("from", from)
                .executeUpdate();
    }
}
