package app.whichday.mail;

import app.whichday.account.ImapAccountId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** How {@link Mails} puts fetched messages into the database. */
@ApplicationScoped
class MailArchive {
    /** Stores wait for one another, as two accounts may receive one mail; any number that nothing else here locks. */
    private static final long STORING = 0x77686963_68646179L;

    /** timestamptz ends in 294276, Java's Instant much later; mails of such years are forgeries anyway. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private static final Logger LOG = Logger.getLogger(MailArchive.class);

    private final EntityManager database;
    private final MailJson json;
    private final Clock clock;

    MailArchive(EntityManager database, MailJson json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** A message on its way into the database. */
    private record Incoming(Mailbox.Uid uid, Mail mail, String digest, Optional<String> unreadable) {}

    int store(
            Optional<ImapAccountId> account,
            String mailbox,
            Mailbox.UidValidity validity,
            List<Mailbox.Fetched> batch) {
        if (batch.isEmpty()) {
            return 0;
        }
        try {
            return storeTogether(account, mailbox, validity, batch);
        } catch (RuntimeException e) {
            if (!isAboutTheData(e)) {
                throw e;
            }
            if (batch.size() == 1 && batch.getFirst() instanceof Mailbox.Fetched.Read read) {
                LOG.warnf(
                        "The database refused message %d of a mailbox; it is set aside.",
                        read.uid().value());
                return store(
                        account,
                        mailbox,
                        validity,
                        List.of(new Mailbox.Fetched.SetAside(
                                read.uid(),
                                "The database could not store this message; see it in your mail program.")));
            }
            if (batch.size() == 1) {
                throw e;
            }
            return batch.stream()
                    .mapToInt(one -> store(account, mailbox, validity, List.of(one)))
                    .sum();
        }
    }

    /** Whether the rows themselves were refused, so that others may pass (SQLSTATE classes 22, 23 and 54). */
    private static boolean isAboutTheData(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                String state = sql.getSQLState();
                return state.startsWith("22") || state.startsWith("23") || state.startsWith("54");
            }
        }
        return failure instanceof IllegalArgumentException;
    }

    private int storeTogether(
            Optional<ImapAccountId> account,
            String mailbox,
            Mailbox.UidValidity validity,
            List<Mailbox.Fetched> batch) {
        return QuarkusTransaction.requiringNew().call(() -> {
            waitForOthers();
            MailboxEntity place = place(account, mailbox, validity);
            List<Incoming> incoming = incoming(place, batch);
            return insert(account, place, incoming);
        });
    }

    /** Until the caller's transaction ends nobody else stores or forgets mail. */
    void waitForOthers() {
        database.createNativeQuery("select cast(pg_advisory_xact_lock(:storing) as text)")
                .setParameter("storing", STORING)
                .getSingleResult();
    }

    private MailboxEntity place(Optional<ImapAccountId> account, String mailbox, Mailbox.UidValidity validity) {
        Long id = account.map(ImapAccountId::value).orElse(null);
        return database.createQuery(
                        "from MailboxRow where account is not distinct from :account and name = :name and uidValidity = :validity",
                        MailboxEntity.class)
                .setParameter("account", id)
                .setParameter("name", mailbox)
                .setParameter("validity", validity.value())
                .getResultStream()
                .findFirst()
                .orElseGet(() -> {
                    MailboxEntity row = new MailboxEntity();
                    row.account = id;
                    row.name = mailbox;
                    row.uidValidity = validity.value();
                    database.persist(row);
                    return row;
                });
    }

    /** What has no place yet, each UID once. */
    private List<Incoming> incoming(MailboxEntity place, List<Mailbox.Fetched> batch) {
        Set<Long> seen = new HashSet<>(database.createQuery(
                        "select key.uid from Place where key.mailbox = :mailbox and key.uid in :uids", Long.class)
                .setParameter("mailbox", place.key())
                .setParameter(
                        "uids", batch.stream().map(one -> one.uid().value()).toList())
                .getResultList());
        return batch.stream()
                .filter(one -> seen.add(one.uid().value()))
                .map(one -> incoming(place, one))
                .toList();
    }

    private Incoming incoming(MailboxEntity place, Mailbox.Fetched fetched) {
        return switch (fetched) {
            case Mailbox.Fetched.Read read -> {
                Mail mail = StorableMail.of(read.mail());
                yield new Incoming(read.uid(), mail, MailDigest.of(mail), Optional.empty());
            }
            case Mailbox.Fetched.SetAside aside -> {
                String digest = "place:" + place.key() + ":" + aside.uid().value();
                String reason = StorableMail.text(aside.reason());
                yield new Incoming(aside.uid(), placeholder(place, aside.uid()), digest, Optional.of(reason));
            }
        };
    }

    /** What stands for a message of which nothing is known but where it lies. */
    private Mail placeholder(MailboxEntity place, Mailbox.Uid uid) {
        return new Mail(
                Optional.empty(),
                List.of(),
                new Address("", ""),
                List.of(),
                List.of(),
                "Message " + uid.value() + " of " + place.name,
                new SentTime(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), Optional.of(ZoneOffset.UTC)),
                Mail.Bulk.NONE,
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private int insert(Optional<ImapAccountId> account, MailboxEntity place, List<Incoming> incoming) {
        Map<String, Long> mails = stored(incoming);
        Set<String> forgotten = forgotten(incoming);
        Map<Incoming, ThreadKeys> keys = new HashMap<>();
        incoming.forEach(one -> keys.put(one, ThreadKeys.of(one.mail())));
        Threads threads = Threads.load(database, keys.values());
        Map<String, MailEntity> added = new HashMap<>();
        for (Incoming one : incoming) {
            Long known = mails.get(one.digest());
            if (known == null && !forgotten.contains(one.digest())) {
                MailEntity row = row(account, one);
                database.persist(row);
                row.thread = threads.join(keys.get(one), row.sentAt, row.key());
                known = row.key();
                added.put(one.digest(), row);
                mails.put(one.digest(), known);
            }
            database.persist(
                    new PlaceEntity(new PlaceEntity.Key(place.key(), one.uid().value()), known));
        }
        added.values().forEach(row -> row.thread = threads.now(row.thread));
        database.flush();
        threads.merge();
        return added.size();
    }

    private Map<String, Long> stored(List<Incoming> incoming) {
        if (incoming.isEmpty()) {
            return new HashMap<>();
        }
        return database.createQuery("select digest, id from Mail where digest in :digests", Object[].class)
                .setParameter("digests", incoming.stream().map(Incoming::digest).toList())
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1], (a, b) -> a, HashMap::new));
    }

    private Set<String> forgotten(List<Incoming> incoming) {
        return incoming.isEmpty()
                ? Set.of()
                : Set.copyOf(
                        database.createQuery("select digest from ForgottenMail where digest in :digests", String.class)
                                .setParameter(
                                        "digests",
                                        incoming.stream().map(Incoming::digest).toList())
                                .getResultList());
    }

    private MailEntity row(Optional<ImapAccountId> account, Incoming incoming) {
        MailEntity row = new MailEntity();
        row.account = account.map(ImapAccountId::value).orElse(null);
        row.sentAt = sentAt(incoming.mail());
        row.receivedAt = clock.instant();
        row.state = incoming.unreadable().isPresent() ? StoredMail.State.SET_ASIDE : StoredMail.State.RECEIVED;
        row.reason = incoming.unreadable().orElse(null);
        row.digest = incoming.digest();
        row.content = json.write(incoming.mail());
        return row;
    }

    private static Instant sentAt(Mail mail) {
        Instant sent = mail.sent().instant(ZoneOffset.UTC);
        return sent.isBefore(EARLIEST) ? EARLIEST : sent.isAfter(LATEST) ? LATEST : sent;
    }

    void forgetOtherPlaces(Optional<ImapAccountId> account, String mailbox, Mailbox.UidValidity validity) {
        QuarkusTransaction.requiringNew().run(() -> {
            List<Long> others = database.createQuery("""
                            select id from MailboxRow
                            where account is not distinct from :account and name = :name and uidValidity <> :validity
                            """, Long.class)
                    .setParameter("account", account.map(ImapAccountId::value).orElse(null))
                    .setParameter("name", mailbox)
                    .setParameter("validity", validity.value())
                    .getResultList();
            if (others.isEmpty()) {
                return;
            }
            database.createQuery("""
                            delete from Mail where digest like 'place:%'
                            and id in (select p.mail from Place p where p.key.mailbox in :others)
                            """).setParameter("others", others).executeUpdate();
            // Their places go with them, by the foreign key.
            database.createQuery("delete from MailboxRow where id in :others")
                    .setParameter("others", others)
                    .executeUpdate();
        });
    }
}
