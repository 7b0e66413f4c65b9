package app.whichday.proposal;

import app.whichday.calendar.EventTime;

/** What the owner does with a proposal. */
public sealed interface Decision {
    /** As proposed; for an invitation: accept. */
    record Confirm() implements Decision {}

    /** Confirm, but at this time. */
    record OtherTime(EventTime time) implements Decision {}

    /** Decline the invitation. */
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
