package app.whichday.tuning;

import app.whichday.choice.CrossValidation;
import app.whichday.choice.Example;
import app.whichday.choice.LogLinearModel;
import app.whichday.choice.LogLinearTrainer;
import app.whichday.choice.Metric;
import app.whichday.choice.Subtask;
import java.util.List;
import java.util.Map;

/**
 * How the base model of one subtask comes to be: its labelled questions, how it is trained, and how good it is on people it
 * has not seen.
 *
 * @param <T> what is chosen
 */
interface SubtaskTraining<T> {
    Subtask subtask();

    /** Where the model goes among the resources, without its ending: {@code triage/triage}. */
    String resource();

    LogLinearTrainer trainer();

    /** The questions as the pipeline asks them, with their answers; the same list each time. */
    List<Example<T>> examples();

    /** What models that had not seen its owner said to each example, in the examples' order. Computed once. */
    CrossValidation<T> crossValidated();

    /** The subtask's own figures, cross-validated: beyond accuracy, what a user would notice. */
    List<Metric> metrics();

    /** Trained on all examples and calibrated on the cross-validation. */
    LogLinearModel train();

    /** What else was turned, by name, for the provenance. */
    default Map<String, String> parameters() {
        return Map.of();
    }

    /** Lines for whoever trains, beyond the figures: what a threshold costs, for instance. */
    default List<String> remarks() {
        return List.of();
    }
}
