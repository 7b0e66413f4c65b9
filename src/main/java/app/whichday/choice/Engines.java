package app.whichday.choice;

/** Puts a subtask's engine in the place of its local chooser. */
@FunctionalInterface
public interface Engines {
    /** Every subtask by its own weights: nothing outside is ever contacted. */
    Engines LOCAL = (subtask, local, instruction) -> local.chooser();

    /**
     * @param local the subtask's model in this process, which also answers whenever a language model doesn't
     * @param instruction what is asked, for a language model to read; the same for all questions of the subtask
     */
    Chooser chooser(Subtask subtask, LocalModel local, String instruction);
}
