package app.whichday.choice;

import java.util.Optional;

/**
 * A question as a language model reads it, and its answer as it is expected: what {@link LanguageChooser} sends at run time,
 * byte by byte, so that a fine-tune is asked what it was trained on.
 *
 * @param system what comes first, the same for all questions of the subtask
 * @param user the question, as JSON
 */
public record Conversation(String system, String user) {
    /**
     * @param instruction what is asked, the same for all questions of the subtask
     * @return empty where there are more options than letters: a language model is not asked then
     */
    public static Optional<Conversation> of(Question<?> question, String instruction) {
        return question.options().size() > MultipleChoice.MOST_OPTIONS
                ? Optional.empty()
                : Optional.of(new Conversation(MultipleChoice.system(instruction), MultipleChoice.data(question)));
    }

    /** The whole answer that chooses an option: <code>{"answer":"B"}</code>. */
    public static String answer(int option) {
        return MultipleChoice.answering(option);
    }
}
