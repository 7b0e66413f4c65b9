package app.whichday.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.whichday.account.ImapAccount.Security;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ImapAccountsTest {
    private static final ImapAccount ACCOUNT =
            new ImapAccount("IMAP.example.org", 993, Security.TLS, "ada@example.org", "INBOX");

    @Inject
    ImapAccounts accounts;

    @Inject
    EntityManager database;

    @AfterEach
    void clean() {
        accounts.all().stream()
                .filter(one -> one.account().user().equals(ACCOUNT.user()))
                .forEach(one -> accounts.remove(one.id()));
    }

    @Test
    void anAccountIsKeptWithItsPasswordEncrypted() {
        ImapAccountId id = accounts.put(ACCOUNT, "secret word");
        assertThat(accounts.all())
                .contains(new ImapAccounts.Registered(
                        id, new ImapAccount("imap.example.org", 993, Security.TLS, "ada@example.org", "INBOX")));
        assertThat(accounts.password(id)).isEqualTo("secret word");
        assertThat(stored(id)).doesNotContain("secret word");
    }

    @Test
    void theSameMailboxAgainReplacesItsSettings() {
        ImapAccountId id = accounts.put(ACCOUNT, "old");
        ImapAccountId again = accounts.put(
                new ImapAccount("imap.example.org", 143, Security.STARTTLS, ACCOUNT.user(), "INBOX"), "new");
        assertThat(again).isEqualTo(id);
        assertThat(accounts.password(id)).isEqualTo("new");
        assertThat(accounts.all())
                .filteredOn(one -> one.id().equals(id))
                .extracting(one -> one.account().port())
                .containsExactly(143);
    }

    @Test
    void anotherFolderIsAnotherAccount() {
        ImapAccountId id = accounts.put(ACCOUNT, "secret");
        assertThat(accounts.put(new ImapAccount(ACCOUNT.host(), 993, Security.TLS, ACCOUNT.user(), "Work"), "secret"))
                .isNotEqualTo(id);
    }

    @Test
    void aPasswordOpensOnlyForItsServer() {
        ImapAccountId id = accounts.put(ACCOUNT, "secret");
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                        "update imap_account set host = 'evil.example.net' where id = :id")
                .setParameter("id", id.value())
                .executeUpdate());
        assertThatThrownBy(() -> accounts.password(id)).isInstanceOf(UnreadableSecretException.class);
    }

    @Test
    void aRemovedAccountIsGone() {
        ImapAccountId id = accounts.put(ACCOUNT, "secret");
        accounts.remove(id);
        assertThatThrownBy(() -> accounts.password(id)).isInstanceOf(NoSuchElementException.class);
    }

    private String stored(ImapAccountId id) {
        return QuarkusTransaction.requiringNew().call(() -> (String)
                database.createNativeQuery("select encode(password, 'escape') from imap_account where id = :id")
                        .setParameter("id", id.value())
                        .getSingleResult());
    }
}
