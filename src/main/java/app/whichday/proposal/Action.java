package app.whichday.proposal;

import app.whichday.calendar.Event;
import app.whichday.calendar.Invitation;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What the assistant offers to do. As JSON, {@code type} tells which. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Action.CreateEvent.class, name = "create-event"),
    @JsonSubTypes.Type(value = Action.NoteDeadline.class, name = "note-deadline"),
    @JsonSubTypes.Type(value = Action.CancelEvent.class, name = "cancel-event"),
    @JsonSubTypes.Type(value = Action.AnswerInvitation.class, name = "answer-invitation")
})
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

    /** Take an event out of the calendar, because a mail calls it off. */
    record CancelEvent(Event event) implements Action {}

    /**
     * Accept or decline what came as text/calendar; the decision says which. Of a cancellation: take the event out of the
     * calendar, or leave it. The organizer isn't told of either.
     */
    record AnswerInvitation(Invitation invitation) implements Action {
        @Override
        public Event event() {
            return invitation.event();
        }
    }
}
