package app.whichday.proposal;

import app.whichday.calendar.EventTime;
import java.util.List;

/**
 * What the owner saw when they decided: kept with the decision, as examples to learn from.
 *
 * @param candidates the times that the phrase may mean, with their probabilities, as they were ranked
 * @param ask the candidates were shown as a question
 * @param proposed the time of the event as it was proposed
 */
record Shown(String phrase, List<Candidate> candidates, boolean ask, String title, EventTime proposed, String why) {
    static Shown of(Draft draft) {
        return new Shown(
                draft.evidence().phrase(),
                draft.candidates(),
                draft.ask(),
                draft.action().event().title(),
                draft.action().event().time(),
                draft.why());
    }
}
