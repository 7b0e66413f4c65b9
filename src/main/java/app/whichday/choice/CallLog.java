package app.whichday.choice;

/** Is told of every question that went, or should have gone, to a language model, and says whether another may. */
interface CallLog {
    /** Whether the budget has so many tokens left. */
    boolean affords(long tokens);

    void called(LanguageCall call);

    /** A cascade's local answer was sure enough. */
    void kept(Subtask subtask);
}
