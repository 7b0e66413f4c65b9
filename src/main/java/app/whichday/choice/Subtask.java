package app.whichday.choice;

/** One kind of question, with its own examples, weights and model version. The name is the key in configuration and files. */
public record Subtask(String name) {
    public Subtask {
        if (!name.matches("[a-z][a-z-]*")) {
            throw new IllegalArgumentException(
                    "A subtask's name is lower-case letters and hyphens, not '" + name + "'");
        }
    }
}
