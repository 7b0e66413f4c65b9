package app.whichday.choice;

/** Gives every option of a question a calibrated probability. */
public interface Chooser {
    /**
     * Never fails for a well-formed question: a chooser that depends on something that can fail ranks by another means
     * and says so in the ranking's model version.
     */
    <T> Ranking<T> rank(Question<T> question);
}
