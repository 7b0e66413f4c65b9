package app.whichday.choice;

/**
 * How readily weights leave those of the model that they start from: the strengths of a Gaussian prior whose mean is that model.
 * The larger, the more decisions it takes; infinite for weights that stay.
 *
 * @param person of a person's habits
 * @param house of those of all at a domain
 * @param list of a mailing list's
 * @param everybody of those of whoever writes
 * @param words of all other features, known to the model or new to it
 */
public record Prior(double person, double house, double list, double everybody, double words) {
    public Prior {
        for (double strength : new double[] {person, house, list, everybody, words}) {
            if (!(strength > 0)) {
                throw new IllegalArgumentException("The strength of a prior is above 0, not " + strength);
            }
        }
    }

    /** Whether nothing but habits can be learned. */
    boolean habitsOnly() {
        return Double.isInfinite(words);
    }

    double strength(long hash) {
        Scope scope = Scope.of(hash);
        if (scope == null) {
            return words;
        }
        return switch (scope) {
            case PERSON -> person;
            case HOUSE -> house;
            case LIST -> list;
            case EVERYBODY -> everybody;
        };
    }
}
