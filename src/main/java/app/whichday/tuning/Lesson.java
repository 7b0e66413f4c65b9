package app.whichday.tuning;

import app.whichday.choice.Example;
import app.whichday.choice.Features;
import app.whichday.choice.Option;
import app.whichday.choice.Question;
import app.whichday.choice.Subtask;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A question as it was put to a chooser, and how the owner answered it: what personal models learn from and what is exported.
 *
 * @param context the words around, as a language model would read them
 * @param options as they were shown, in the question's order
 * @param right indices of the options that the owner took to be right; empty where none of them was
 * @param best the index that the live model had ranked first
 * @param asked whether the owner was asked rather than told
 * @param thread what belongs together: never on both sides of a split
 * @param writer the address of who wrote the words; empty where unknown
 * @param model the version that had answered
 */
public record Lesson(
        Subtask subtask,
        String context,
        List<Choice> options,
        Set<Integer> right,
        int best,
        boolean asked,
        String thread,
        Optional<String> writer,
        Origin origin,
        String model,
        Instant at) {
    /**
     * An option as it was shown.
     *
     * @param habits what it would tell of its writer, as {@code figures=day-first}
     */
    public record Choice(String label, Features features, List<String> habits) {
        public Choice {
            habits = List.copyOf(habits);
        }

        /** As a chooser describes it. */
        public Choice(String label, Features features) {
            this(label, features, features.habits());
        }
    }

    /** What the owner did. */
    public enum Origin {
        CONFIRMED,
        OTHER_TIME,
        EDITED,
        DISMISSED,
        SORTED,
        /** In another mail program. */
        MOVED,
        FLAGGED,
        REPLIED
    }

    public Lesson {
        options = List.copyOf(options);
        right = Set.copyOf(right);
    }

    /** Whether the live model had been right. */
    public boolean wasRight() {
        return right.contains(best);
    }

    /** The same question with another answer. */
    Lesson answered(Set<Integer> other) {
        return new Lesson(subtask, context, options, other, best, asked, thread, writer, origin, model, at);
    }

    /** To train on: the values are the options' indices. */
    public Example<Integer> example(double weight) {
        List<Option<Integer>> each = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            each.add(new Option<>(i, options.get(i).label(), options.get(i).features()));
        }
        return new Example<>(new Question<>(subtask, context, each), right, thread, weight);
    }
}
