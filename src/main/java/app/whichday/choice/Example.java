package app.whichday.choice;

import java.util.Set;

/**
 * A question whose answer is known.
 *
 * @param right indices of the right options; several where more than one is acceptable, none where the right answer was
 *     not listed: nothing can be learned from such an example, and every answer to it is wrong
 * @param group what must not stand on both sides of a split, such as the mailbox's owner
 * @param weight above 0; 1 for an ordinary example
 */
public record Example<T>(Question<T> question, Set<Integer> right, String group, double weight) {
    public Example {
        right = Set.copyOf(right);
        for (int index : right) {
            if (index < 0 || index >= question.options().size()) {
                throw new IllegalArgumentException(
                        "An example of " + question.subtask().name() + " with "
                                + question.options().size() + " options can't have option " + index + " right");
            }
        }
        if (!(weight > 0 && Double.isFinite(weight))) {
            throw new IllegalArgumentException("An example's weight is above 0, not " + weight);
        }
    }

    public static <T> Example<T> of(Question<T> question, int right, String group) {
        return new Example<>(question, Set.of(right), group, 1);
    }

    boolean learnable() {
        return !right.isEmpty() && right.size() < question.options().size();
    }
}
