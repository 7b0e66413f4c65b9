package app.whichday.assistant;

import app.whichday.mail.MailId;
import app.whichday.triage.Category;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What the assistant made of a stored mail, as it was stored.
 *
 * @param probability of the category
 * @param dates phrases of the body that point at time, with the day they mean in words
 * @param steps what each subtask chose, from what, by which model version
 */
public record MailReading(
        MailId mail,
        Category category,
        double probability,
        boolean needsReply,
        List<DateMark> dates,
        List<Step> steps,
        Instant readAt,
        Duration took) {
    public MailReading {
        dates = List.copyOf(dates);
        steps = List.copyOf(steps);
    }

    /** A phrase to highlight: characters {@code [begin, end)} of the body. */
    @RegisterForReflection
    public record DateMark(int begin, int end, String meaning, boolean asks) {}

    /** One choice: subtask, chosen label with probability, the other labels, model version. */
    @RegisterForReflection
    public record Step(String subtask, String chosen, double probability, List<String> others, String model) {}
}
