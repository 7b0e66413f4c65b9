package app.whichday.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds and deletes the stored mails that name somebody: in a header, in the text, in a quote or in an invitation. What they
 * were called there is found with them.
 */
@ApplicationScoped
public class MailErasure {
    /** Mails read at a time: each may be megabytes. */
    private static final int BATCH = 100;

    private final EntityManager database;
    private final MailJson json;
    private final MailArchive archive;
    private final Clock clock;

    MailErasure(EntityManager database, MailJson json, MailArchive archive, Clock clock) {
        this.database = database;
        this.json = json;
        this.archive = archive;
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param names by which they are called, perhaps with others ("Info"): see {@link #onlyTheirs}
     */
    public record Traces(Set<MailId> mails, Set<String> names) {
        public Traces {
            mails = Set.copyOf(mails);
            names = Set.copyOf(names);
        }
    }

    /** What would be deleted. */
    @Transactional
    public Traces find(Whom whom) {
        return traces(collect(whom, LockModeType.NONE));
    }

    /**
     * Deletes the mails with what was understood of them and the ways to their threads. Their places and digests stay, so
     * that they aren't fetched again; neither tells a word.
     *
     * <p>Runs in the caller's transaction, and waits for those that store or read one of the mails.
     */
    @Transactional(TxType.MANDATORY)
    public Traces erase(Whom whom) {
        archive.waitForOthers();
        Collected found = collect(whom, LockModeType.PESSIMISTIC_WRITE);
        Long[] ids = found.ids.toArray(Long[]::new);
        database.createNativeQuery("""
                        insert into mail_forgotten (digest, forgotten_at)
                        select digest, :now from mail where id = any(:ids) on conflict do nothing
                        """)
                .setParameter("ids", ids)
                .setParameter("now", clock.instant().truncatedTo(ChronoUnit.MICROS))
                .executeUpdate();
        execute("update mail_place set mail_id = null where mail_id = any(:ids)", ids);
        // What was understood goes with it, by the foreign key.
        execute("delete from mail where id = any(:ids)", ids);
        forgetWays(found);
        return traces(found);
    }

    /** What a search has collected; the mails themselves would be too much to hold. */
    private static final class Collected {
        final Set<Long> ids = new TreeSet<>();
        final Set<Long> threads = new TreeSet<>();
        final Set<String> ways = new TreeSet<>();
        final Set<String> names = new HashSet<>();
    }

    private Collected collect(Whom whom, LockModeType lock) {
        Collected found = new Collected();
        // The database sifts, what remains is read: case, borders of words, folded lines of invitations.
        each(
                """
                from Mail where id > :after and (locate(:name, lower(cast(content as string))) > 0
                or cast(content as string) like '%BEGIN:VCALENDAR%') order by id
                """,
                whom.name(), lock, (row, mail) -> {
                    if (!isNamed(whom, mail)) {
                        return;
                    }
                    found.ids.add(row.key());
                    found.threads.add(row.thread);
                    ways(mail).forEach(found.ways::add);
                    people(mail)
                            .filter(person -> whom.isNamedIn(person.email()))
                            .map(Address::name)
                            .filter(name -> !name.isBlank())
                            .forEach(found.names::add);
                });
        return found;
    }

    private interface Visitor {
        void visit(MailEntity row, Mail mail);
    }

    private void each(String query, String name, LockModeType lock, Visitor visitor) {
        long after = Long.MIN_VALUE;
        List<MailEntity> batch;
        do {
            TypedQuery<MailEntity> next = database.createQuery(query, MailEntity.class)
                    .setParameter("after", after)
                    .setParameter("name", name.toLowerCase(Locale.ROOT))
                    .setMaxResults(BATCH)
                    .setLockMode(lock);
            batch = next.getResultList();
            for (MailEntity row : batch) {
                visitor.visit(row, json.read(row.content));
                database.detach(row);
                after = row.key();
            }
        } while (batch.size() == BATCH);
    }

    private static Traces traces(Collected found) {
        return new Traces(found.ids.stream().map(MailId::new).collect(Collectors.toSet()), found.names);
    }

    /** Those of the names by which nobody else is called: "Ann Lee", and not "Info". */
    @Transactional
    public Set<String> onlyTheirs(Collection<String> names, Whom whom) {
        return names.stream().filter(name -> !isAnothers(name, whom)).collect(Collectors.toSet());
    }

    private boolean isAnothers(String name, Whom whom) {
        boolean[] anothers = {false};
        each(
                "from Mail where id > :after and locate(:name, lower(cast(content as string))) > 0 order by id",
                inJson(name),
                LockModeType.NONE,
                (row, mail) -> anothers[0] |=
                        !isNamed(whom, mail) && people(mail).map(Address::name).anyMatch(name::equalsIgnoreCase));
        return anothers[0];
    }

    /** As PostgreSQL writes it within a JSON string. */
    private static String inJson(String name) {
        return name.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    /** Threads' ways that no mail that stays needs. */
    private void forgetWays(Collected found) {
        Set<String> ways = new TreeSet<>(found.ways);
        for (long thread : found.threads) {
            database.createQuery("select content from Mail where thread = :thread", String.class)
                    .setParameter("thread", thread)
                    .getResultStream()
                    .map(json::read)
                    .flatMap(MailErasure::ways)
                    .forEach(ways::remove);
        }
        execute("delete from mail_thread_link where key = any(:ids)", ways.toArray(String[]::new));
    }

    private static Stream<String> ways(Mail mail) {
        ThreadKeys keys = ThreadKeys.of(mail);
        return Stream.concat(keys.ids().stream(), keys.subjects().stream());
    }

    private static Stream<Address> people(Mail mail) {
        return Stream.of(
                        Stream.of(mail.from()),
                        mail.to().stream(),
                        mail.cc().stream(),
                        mail.blocks().stream().flatMap(block -> block.writer().stream()))
                .flatMap(each -> each);
    }

    private static boolean isNamed(Whom whom, Mail mail) {
        return Stream.of(
                        people(mail).map(Address::email),
                        people(mail).map(Address::name),
                        Stream.of(mail.subject(), mail.body()),
                        mail.invitations().stream().map(MailErasure::unfolded),
                        mail.attachments().stream(),
                        mail.messageId().stream(),
                        mail.references().stream())
                .flatMap(each -> each)
                .anyMatch(whom::isNamedIn);
    }

    /** RFC 5545 §3.1: a line may be broken anywhere, within an address too. */
    private static String unfolded(String calendar) {
        return calendar.replace("\r\n", "\n").replace("\n ", "").replace("\n\t", "");
    }

    private void execute(String sql, Object[] ids) {
        database.createNativeQuery(sql).setParameter("ids", ids).executeUpdate();
    }
}
