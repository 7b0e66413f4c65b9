package app.whichday.choice;

import java.util.List;

/**
 * The options of one question, the likeliest first.
 *
 * @param ranked never empty; equal probabilities keep the question's order
 * @param by the model version that made it
 */
public record Ranking<T>(Subtask subtask, List<Ranked<T>> ranked, ModelVersion by) {
    public Ranking {
        if (ranked.isEmpty()) {
            throw new IllegalArgumentException("A ranking of " + subtask.name() + " needs at least one option");
        }
        ranked = List.copyOf(ranked);
    }

    public Ranked<T> best() {
        return ranked.getFirst();
    }
}
