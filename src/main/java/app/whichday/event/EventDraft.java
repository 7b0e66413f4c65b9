package app.whichday.event;

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
 * @param length stated or implied by the kind of event; empty where the default applies
 * @param location empty where unknown
 * @param participants display names or addresses, without the owner
 * @param evidence the sentence in the mail's body that carries it
 */
public record EventDraft(
        Action action,
        String title,
        Optional<Expression> when,
        Optional<Expression> time,
        Optional<Duration> length,
        Optional<String> location,
        List<String> participants,
        Span evidence) {
    /** What is to be done about it. */
    public enum Action {
        CREATE,
        MOVE,
        CANCEL,
        CONFIRM,
        DEADLINE
    }

    public EventDraft {
        participants = List.copyOf(participants);
    }
}
