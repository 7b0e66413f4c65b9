package app.whichday.assistant;

import app.whichday.mail.MailId;
import app.whichday.mail.StoredMail;
import app.whichday.triage.Category;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the assistant made of the stored mails. */
@ApplicationScoped
public class MailReadings {
    /** A mail with its reading. */
    public record ReadMail(StoredMail mail, MailReading reading) {}

    /** CDI event, fired after readings were stored. */
    public record Stored(int count) {}

    public Optional<MailReading> of(MailId mail) {
        throw new UnsupportedOperationException("assistant");
    }

    /** A lane, the mail sent last first. */
    public List<ReadMail> lane(Category category, int offset, int limit) {
        throw new UnsupportedOperationException("assistant");
    }

    public Map<Category, Long> counts() {
        throw new UnsupportedOperationException("assistant");
    }
}
