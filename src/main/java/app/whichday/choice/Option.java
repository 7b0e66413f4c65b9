package app.whichday.choice;

/**
 * One answer that a question allows.
 *
 * @param value what is chosen
 * @param label the answer as a person, or a language model, reads it
 * @param features what a local chooser weighs
 */
public record Option<T>(T value, String label, Features features) {}
