package app.whichday.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;

/** The IMAP accounts to watch; passwords are encrypted at rest. */
@ApplicationScoped
public class ImapAccounts {
    private final EntityManager database;
    private final SecretBox secrets;
    private final Event<Changed> changed;

    ImapAccounts(EntityManager database, SecretBox secrets, Event<Changed> changed) {
        this.database = database;
        this.secrets = secrets;
        this.changed = changed;
    }

    /** An account with its identity, without its password. */
    public record Registered(ImapAccountId id, ImapAccount account) {}

    /** CDI event, fired after accounts were added, changed or removed. */
    public record Changed() {}

    /** All accounts, the oldest first. */
    @Transactional
    public List<Registered> all() {
        return database.createQuery("from ImapAccount order by id", ImapAccountEntity.class)
                .getResultStream()
                .map(row -> new Registered(row.identity(), row.account()))
                .toList();
    }

    /**
     * Adds the account, or replaces port, security and password of the one with the same host, user and folder.
     *
     * @throws IllegalStateException when there is no key to encrypt the password with
     */
    public ImapAccountId put(ImapAccount account, String password) {
        ImapAccountId id = QuarkusTransaction.joiningExisting().call(() -> save(account, password));
        changed.fire(new Changed());
        return id;
    }

    private ImapAccountId save(ImapAccount account, String password) {
        ImapAccountEntity row = database.createQuery(
                        "from ImapAccount where host = :host and user = :user and folder = :folder",
                        ImapAccountEntity.class)
                .setParameter("host", host(account))
                .setParameter("user", account.user())
                .setParameter("folder", account.folder())
                .getResultStream()
                .findFirst()
                .orElseGet(ImapAccountEntity::new);
        row.host = host(account);
        row.port = account.port();
        row.security = account.security();
        row.user = account.user();
        row.folder = account.folder();
        if (row.id == null) {
            database.persist(row);
        }
        row.password = secrets.seal(password, row.purpose());
        return row.identity();
    }

    /** Host names don't tell upper from lower case (RFC 4343). */
    private static String host(ImapAccount account) {
        return account.host().toLowerCase(Locale.ROOT);
    }

    /** Stops watching; mails already read stay. */
    public void remove(ImapAccountId id) {
        QuarkusTransaction.joiningExisting().run(() -> database.createQuery("delete from ImapAccount where id = :id")
                .setParameter("id", id.value())
                .executeUpdate());
        changed.fire(new Changed());
    }

    /**
     * @throws NoSuchElementException when there is no such account
     * @throws UnreadableSecretException when it was encrypted with another key
     */
    @Transactional
    public String password(ImapAccountId id) {
        ImapAccountEntity row = database.find(ImapAccountEntity.class, id.value());
        if (row == null || row.password == null) {
            throw new NoSuchElementException("There is no IMAP account " + id.value() + ".");
        }
        return secrets.open(row.password, row.purpose());
    }
}
