package app.whichday.choice;

import java.util.List;

/** What a policy makes of a ranking: the answer, or a question to the owner. */
public sealed interface Verdict<T> {
    /** The option to offer first: the answer, or the best guess where the owner is asked. */
    Ranked<T> best();

    /** Clear enough to answer. */
    record Act<T>(Ranked<T> best) implements Verdict<T> {}

    /**
     * Too close: the owner chooses.
     *
     * @param between the likeliest first, at least two
     */
    record Ask<T>(List<Ranked<T>> between) implements Verdict<T> {
        public Ask {
            if (between.size() < 2) {
                throw new IllegalArgumentException("A question to the owner needs two options, not " + between.size());
            }
            between = List.copyOf(between);
        }

        @Override
        public Ranked<T> best() {
            return between.getFirst();
        }
    }
}
