package app.whichday.choice;

/** How it stands with the language models. */
public enum LanguageState {
    /** No server is configured. */
    OFF,
    READY,
    /** The server said to come back later. */
    TOLD_TO_WAIT,
    /** The server failed too often: it is left alone for a while, then tried again. */
    PAUSED,
    /** The day's tokens are used up. */
    SPENT
}
