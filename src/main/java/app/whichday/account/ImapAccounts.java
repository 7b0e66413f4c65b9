package app.whichday.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The IMAP accounts to watch; passwords are encrypted at rest. */
@ApplicationScoped
public class ImapAccounts {
    /** An account with its identity, without its password. */
    public record Registered(ImapAccountId id, ImapAccount account) {}

    /** CDI event, fired after accounts were added, changed or removed. */
    public record Changed() {}

    public List<Registered> all() {
        throw new UnsupportedOperationException("account");
    }

    /** Adds the account, or replaces the password of the one with the same host, user and folder. */
    public ImapAccountId put(ImapAccount account, String password) {
        throw new UnsupportedOperationException("account");
    }

    /** Stops watching; mails already read stay. */
    public void remove(ImapAccountId id) {
        throw new UnsupportedOperationException("account");
    }

    public String password(ImapAccountId id) {
        throw new UnsupportedOperationException("account");
    }
}
