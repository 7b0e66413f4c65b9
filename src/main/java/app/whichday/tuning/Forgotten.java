package app.whichday.tuning;

import app.whichday.choice.Subtask;
import app.whichday.mail.Whom;
import java.time.Instant;
import java.util.Map;

/**
 * CDI event, fired within the transaction that deleted everything about somebody: what is observed here is forgotten
 * together with it, or not at all.
 *
 * @param at when that was
 * @param learnedSince of each subtask that had learned from what was deleted, since when: a model that was trained later may
 *     know of it, and has to go
 */
public record Forgotten(Whom whom, Instant at, Map<Subtask, Instant> learnedSince) {
    public Forgotten {
        learnedSince = Map.copyOf(learnedSince);
    }
}
