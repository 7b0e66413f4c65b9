package app.whichday.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Keeps every configured IMAP account in step with the database, each on its own thread and connections. */
@ApplicationScoped
public class MailWatch {
    /** CDI event, fired when a status changed (at most a few times a second). */
    public record StatusChanged() {}

    public List<SyncStatus> statuses() {
        throw new UnsupportedOperationException("mail");
    }
}
