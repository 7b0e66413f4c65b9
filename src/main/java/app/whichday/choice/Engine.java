package app.whichday.choice;

/** Which kind of chooser answers a subtask. */
public enum Engine {
    /** In this process, by weights. */
    LOCAL,
    /** A language model, always. */
    LANGUAGE,
    /** A language model where the local answer is unsure. */
    CASCADE
}
