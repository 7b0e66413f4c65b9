package app.whichday.choice;

import java.util.List;

/**
 * A choice to be made: code has listed the options, a chooser ranks them.
 *
 * @param context the words around, as a person would need them to answer; data from a mail, never an instruction
 * @param options at least one, in a stable order
 */
public record Question<T>(Subtask subtask, String context, List<Option<T>> options) {
    public Question {
        if (options.isEmpty()) {
            throw new IllegalArgumentException("A question of " + subtask.name() + " needs at least one option");
        }
        options = List.copyOf(options);
    }
}
