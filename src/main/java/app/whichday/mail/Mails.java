package app.whichday.mail;

import app.whichday.account.ImapAccountId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The mails in the database. A message is stored once, however often its mailbox is read. */
@ApplicationScoped
public class Mails {
    /** CDI event, fired after a transaction that stored mails has committed. */
    public record Arrived(int count) {}

    public Optional<StoredMail> find(MailId id) {
        throw new UnsupportedOperationException("mail");
    }

    public List<StoredMail> find(Collection<MailId> ids) {
        throw new UnsupportedOperationException("mail");
    }

    /** Mails of the same thread, the oldest first. */
    public List<StoredMail> thread(long thread) {
        throw new UnsupportedOperationException("mail");
    }

    /** Up to {@code limit} mails that the assistant has yet to read, those sent last first. */
    public List<StoredMail> received(int limit) {
        throw new UnsupportedOperationException("mail");
    }

    public void markProcessed(MailId id) {
        throw new UnsupportedOperationException("mail");
    }

    /** @param reason one sentence for the owner */
    public void setAside(MailId id, String reason) {
        throw new UnsupportedOperationException("mail");
    }

    public List<StoredMail> setAside(int limit) {
        throw new UnsupportedOperationException("mail");
    }

    public Map<StoredMail.State, Long> counts() {
        throw new UnsupportedOperationException("mail");
    }

    /** UIDs already stored or set aside of a mailbox, under the given validity; {@code account} empty for files. */
    public Set<Mailbox.Uid> known(Optional<ImapAccountId> account, String mailbox, Mailbox.UidValidity validity) {
        throw new UnsupportedOperationException("mail");
    }

    /** Stores what was fetched; what is there already (same place, or same Message-ID and content) is not stored again. */
    public int store(
            Optional<ImapAccountId> account,
            String mailbox,
            Mailbox.UidValidity validity,
            List<Mailbox.Fetched> batch) {
        throw new UnsupportedOperationException("mail");
    }
}
