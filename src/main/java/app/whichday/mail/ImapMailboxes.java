package app.whichday.mail;

import app.whichday.account.ImapAccount;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Connects to mailboxes on IMAP servers. */
@ApplicationScoped
public class ImapMailboxes {
    /** Opens and closes the mailbox, to see whether the settings are right; empty if they are. */
    public Optional<MailboxException> check(ImapAccount account, String password) {
        throw new UnsupportedOperationException("mail");
    }
}
