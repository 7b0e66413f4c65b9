package app.whichday.assistant;

import app.whichday.calendar.Invitation;
import app.whichday.event.EventDraft;
import app.whichday.intent.Intents;
import app.whichday.mail.Mail;
import app.whichday.triage.Triage;
import app.whichday.when.DatedExpression;
import java.util.List;
import java.util.Optional;

/**
 * All that was understood of one mail.
 *
 * @param dates every expression of time, new and quoted text, in the order of the body
 * @param event the main calendar-worthy thing; empty if none
 * @param invitation from the first text/calendar part that could be read; empty if none
 */
public record Understanding(
        Mail mail,
        Triage triage,
        Intents intents,
        List<DatedExpression> dates,
        Optional<EventDraft> event,
        Optional<Invitation> invitation) {
    public Understanding {
        dates = List.copyOf(dates);
    }
}
