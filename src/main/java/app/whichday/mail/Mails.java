package app.whichday.mail;

import app.whichday.account.ImapAccountId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The mails in the database. A message is stored once, however often its mailbox is read. */
@ApplicationScoped
public class Mails {
    private final EntityManager database;
    private final MailJson json;
    private final MailArchive archive;
    private final Event<Arrived> arrived;

    Mails(EntityManager database, MailJson json, MailArchive archive, Event<Arrived> arrived) {
        this.database = database;
        this.json = json;
        this.archive = archive;
        this.arrived = arrived;
    }

    /** CDI event, fired after a transaction that stored mails has committed. */
    public record Arrived(int count) {}

    @Transactional
    public Optional<StoredMail> find(MailId id) {
        return Optional.ofNullable(database.find(MailEntity.class, id.value())).map(row -> row.stored(json));
    }

    /** Those that exist, in no particular order. */
    @Transactional
    public List<StoredMail> find(Collection<MailId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return stored(database.createQuery("from Mail where id in :ids", MailEntity.class)
                .setParameter("ids", ids.stream().map(MailId::value).toList())
                .getResultList());
    }

    /** Mails of the same thread, the oldest first. */
    @Transactional
    public List<StoredMail> thread(long thread) {
        return stored(database.createQuery("from Mail where thread = :thread order by sentAt, id", MailEntity.class)
                .setParameter("thread", thread)
                .getResultList());
    }

    /** Up to {@code limit} mails that the assistant has yet to read, those sent last first. */
    @Transactional
    public List<StoredMail> received(int limit) {
        return stored(
                database.createQuery("from Mail where state = RECEIVED order by sentAt desc, id desc", MailEntity.class)
                        .setMaxResults(limit)
                        .getResultList());
    }

    /** @throws NoSuchElementException when there is no such mail */
    public void markProcessed(MailId id) {
        move(id, StoredMail.State.PROCESSED, Optional.empty());
    }

    /**
     * @param reason one sentence for the owner
     * @throws NoSuchElementException when there is no such mail
     */
    public void setAside(MailId id, String reason) {
        move(id, StoredMail.State.SET_ASIDE, Optional.of(StorableMail.text(reason)));
    }

    private void move(MailId id, StoredMail.State state, Optional<String> reason) {
        int moved = QuarkusTransaction.joiningExisting()
                .call(() -> database.createQuery("update Mail set state = :state, reason = :reason where id = :id")
                        .setParameter("state", state)
                        .setParameter("reason", reason.orElse(null))
                        .setParameter("id", id.value())
                        .executeUpdate());
        if (moved == 0) {
            throw new NoSuchElementException("There is no mail " + id + ".");
        }
    }

    /** Up to {@code limit} mails that were set aside, the last stored first. */
    @Transactional
    public List<StoredMail> setAside(int limit) {
        return stored(database.createQuery(
                        "from Mail where state = SET_ASIDE order by receivedAt desc, id desc", MailEntity.class)
                .setMaxResults(limit)
                .getResultList());
    }

    /** How many mails are in each state; all states are there. */
    @Transactional
    public Map<StoredMail.State, Long> counts() {
        Map<StoredMail.State, Long> counts = new EnumMap<>(StoredMail.State.class);
        for (StoredMail.State state : StoredMail.State.values()) {
            counts.put(state, 0L);
        }
        database.createQuery("select state, count(*) from Mail group by state", Object[].class)
                .getResultList()
                .forEach(row -> counts.put((StoredMail.State) row[0], (Long) row[1]));
        return counts;
    }

    /** UIDs already stored or set aside of a mailbox, under the given validity; {@code account} empty for files. */
    @Transactional
    public Set<Mailbox.Uid> known(Optional<ImapAccountId> account, String mailbox, Mailbox.UidValidity validity) {
        return database.createQuery("""
                        select p.key.uid from Place p join MailboxRow m on m.id = p.key.mailbox
                        where m.account is not distinct from :account and m.name = :name and m.uidValidity = :validity
                        """, Long.class)
                .setParameter("account", account.map(ImapAccountId::value).orElse(null))
                .setParameter("name", StorableMail.text(mailbox))
                .setParameter("validity", validity.value())
                .getResultStream()
                .map(Mailbox.Uid::new)
                .collect(Collectors.toSet());
    }

    /**
     * Stores what was fetched, in one transaction of its own; what is there already (same place, or same Message-ID and
     * content) is not stored again, only its place; nor is what was forgotten. A message that the database refuses is set
     * aside, and the others are stored.
     *
     * @return how many mails are new, those set aside included
     * @throws RuntimeException when the database can't be reached or is full: nothing was stored
     */
    public int store(
            Optional<ImapAccountId> account,
            String mailbox,
            Mailbox.UidValidity validity,
            List<Mailbox.Fetched> batch) {
        int stored = archive.store(account, StorableMail.text(mailbox), validity, batch);
        if (stored > 0) {
            arrived.fire(new Arrived(stored));
        }
        return stored;
    }

    /**
     * Forgets the places that the mailbox gave out under an earlier validity, once all is known under the present one. Mails
     * stay; placeholders of unreadable messages go, as they have new ones.
     */
    void forgetOtherPlaces(Optional<ImapAccountId> account, String mailbox, Mailbox.UidValidity validity) {
        archive.forgetOtherPlaces(account, StorableMail.text(mailbox), validity);
    }

    private List<StoredMail> stored(List<MailEntity> rows) {
        return rows.stream().map(row -> row.stored(json)).toList();
    }
}
