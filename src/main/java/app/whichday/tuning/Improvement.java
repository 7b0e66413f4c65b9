package app.whichday.tuning;

import app.whichday.choice.LogLinearModel;
import app.whichday.choice.Provenance;
import app.whichday.choice.Subtask;
import java.util.List;
import java.util.Optional;

/**
 * What came of training from an owner's decisions.
 *
 * @param tried every variant with its figures, in the order in which they were tried
 * @param trained by the best of them, on all decisions; empty where there was nothing to train
 * @param why in words for the owner
 */
public record Improvement(Subtask subtask, Step step, List<Tried> tried, Optional<Trained> trained, String why) {
    /** What is to be done with the trained model. */
    public enum Step {
        /** Nothing was trained. */
        NONE,
        /** Not proven better: to be kept and shown. */
        KEPT,
        /** The way of learning that is live already has taken in the newest decisions: goes live. */
        REFRESHED,
        /** Proven better than the live one: goes live. */
        PROMOTED
    }

    /**
     * A variant, trained on the earlier decisions.
     *
     * @param loss on the decisions after those, per question; the smaller, the surer of what is right
     * @param accuracy on the same, 0 to 1
     * @param guard the share of the guard set's questions that it gets right
     * @param safe whether that is no less than the shipped model's
     */
    public record Tried(String variant, double loss, double accuracy, double guard, boolean safe) {}

    /** A model with where it comes from. */
    public record Trained(LogLinearModel model, Provenance provenance) {}

    public Improvement {
        tried = List.copyOf(tried);
    }

    /** Whether the trained model is to take the live one's place. */
    public boolean goesLive() {
        return step == Step.PROMOTED || step == Step.REFRESHED;
    }

    static Improvement none(Subtask subtask, List<Tried> tried, String why) {
        return new Improvement(subtask, Step.NONE, tried, Optional.empty(), why);
    }
}
