package app.whichday.event;

import app.whichday.choice.ModelVersion;
import app.whichday.when.Expression;
import app.whichday.when.Span;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The one calendar-worthy thing that a mail brings, not yet an event: what is stated, with where it is stated.
 *
 * @param when the expression (span in the mail's body) that tells the day; empty where none does
 * @param time the expression that tells the clock time where it is another one ("Friday. How about 3pm?")
 * @param length stated; empty where the kind's default applies
 * @param location empty where unknown
 * @param participants display names or addresses, without the owner
 * @param evidence the sentence in the mail's body that carries it
 * @param probability that it is this expression which carries an event
 * @param by who chose it
 */
public record EventDraft(
        Action action,
        Kind kind,
        String title,
        Optional<Expression> when,
        Optional<Expression> time,
        Optional<Duration> length,
        Optional<String> location,
        List<String> participants,
        Span evidence,
        double probability,
        ModelVersion by) {
    /** What is to be done about it. */
    public enum Action {
        CREATE,
        MOVE,
        CANCEL,
        CONFIRM,
        DEADLINE
    }

    /** What sort of gathering it is, and how long such a thing lasts unless somebody says so. */
    public enum Kind {
        CALL("Call", Duration.ofMinutes(30)),
        BREAKFAST("Breakfast", Duration.ofHours(1)),
        LUNCH("Lunch", Duration.ofHours(1)),
        DINNER("Dinner", Duration.ofHours(2)),
        COFFEE("Coffee", Duration.ofMinutes(30)),
        INTERVIEW("Interview", Duration.ofHours(1)),
        VISIT("Visit", Duration.ofHours(1)),
        MEETING("Meeting", Duration.ofHours(1)),
        OTHER("Event", Duration.ofHours(1));

        private final String title;
        private final Duration usualLength;

        Kind(String title, Duration usualLength) {
            this.title = title;
            this.usualLength = usualLength;
        }

        public String title() {
            return title;
        }

        public Duration usualLength() {
            return usualLength;
        }
    }

    public EventDraft {
        participants = List.copyOf(participants);
    }
}
