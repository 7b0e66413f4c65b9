package app.whichday.intent;

/** What the new text of a mail does about real-world appointments and deadlines; any number of them. */
public enum Intent {
    /** Proposes a time for something. */
    PROPOSE,
    /** Asks when, or whether, someone is free, without a concrete time. */
    ASK_AVAILABILITY,
    /** Accepts or confirms an agreed time. */
    CONFIRM,
    /** Can't make a time. */
    DECLINE,
    /** Reschedules to another time. */
    MOVE,
    CANCEL,
    /** Something is due by a time. */
    DEADLINE,
    /** Tells of an event at a date. */
    INFORM,
    /** Says when the writer is, or isn't, free or in the office. */
    AVAILABILITY;

    /** Whether it is about agreeing on a time with others. */
    public boolean arranges() {
        return this != DEADLINE && this != INFORM && this != AVAILABILITY;
    }
}
