package app.whichday.choice;

/** Names an immutable chooser: {@code reading/base-1}, {@code reading/language:gpt-x}. Stored with all that it chose. */
public record ModelVersion(String name) {
    public ModelVersion {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A model version needs a name");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
