package app.whichday.proposal;

import app.whichday.calendar.EventTime;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What the owner does with a proposal. As JSON, {@code type} tells which. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Decision.Confirm.class, name = "confirm"),
    @JsonSubTypes.Type(value = Decision.OtherTime.class, name = "other-time"),
    @JsonSubTypes.Type(value = Decision.Decline.class, name = "decline"),
    @JsonSubTypes.Type(value = Decision.Dismiss.class, name = "dismiss"),
    @JsonSubTypes.Type(value = Decision.Undo.class, name = "undo")
})
public sealed interface Decision {
    /** As proposed; for an invitation: accept; for a cancellation: take the event out. */
    record Confirm() implements Decision {}

    /** Confirm, but at this time. */
    record OtherTime(EventTime time) implements Decision {}

    /** Decline the invitation: the calendar hasn't got the event afterwards, even where an earlier version was accepted. */
    record Decline() implements Decision {}

    /** Not wanted. */
    record Dismiss(Reason reason) implements Decision {
        /** Why not. */
        public enum Reason {
            NOT_SAID,
            NOT_AN_EVENT,
            ALREADY_THERE,
            NOT_FOR_ME
        }
    }

    /** Take an applied or dismissed one back; it waits again. */
    record Undo() implements Decision {}
}
