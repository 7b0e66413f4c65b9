package app.whichday.proposal;

import app.whichday.calendar.Event;
import app.whichday.calendar.Invitation;

/** What the assistant offers to do. */
public sealed interface Action {
    /** The event that it is about, as it would stand in the calendar. */
    Event event();

    /**
     * Put an appointment into the calendar.
     *
     * @param lengthIsDefault no end was stated: the shown length is the default
     */
    record CreateEvent(Event event, boolean lengthIsDefault) implements Action {}

    /** Put a deadline into the calendar. */
    record NoteDeadline(Event event) implements Action {}

    /** Accept or decline what came as text/calendar; the decision says which. */
    record AnswerInvitation(Invitation invitation) implements Action {
        @Override
        public Event event() {
            return invitation.event();
        }
    }
}
