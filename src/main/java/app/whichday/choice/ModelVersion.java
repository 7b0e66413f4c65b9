package app.whichday.choice;

/** Names an immutable chooser: {@code reading/base-1}, {@code reading/language:gpt-x}. Stored with all that it chose. */
public record ModelVersion(String name) {
    private static final String LANGUAGE = "/language:";

    public ModelVersion {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A model version needs a name");
        }
    }

    /** A language model's, by its name on the server. */
    static ModelVersion language(Subtask subtask, String model) {
        return new ModelVersion(subtask.name() + LANGUAGE + model);
    }

    /** Whether a language model chose. */
    public boolean isLanguage() {
        return name.contains(LANGUAGE);
    }

    @Override
    public String toString() {
        return name;
    }
}
