package app.whichday.choice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A sparse vector of named features: the description of one option. Immutable.
 *
 * <p>Names are stable strings such as {@code tense=past}; a name that stands in no model weighs nothing. Parts joined by
 * {@code &} are a conjunction, in any order: {@code tense=past&week=this}. Only hashes are computed while a mail is
 * read; a name is put together from its parts when somebody asks for it, that is when a choice is explained.
 *
 * <p>A softmax compares options, so a feature which all options of a question share decides nothing. What is known of
 * the question goes in by {@link Builder#cross crossing} it with what sets the option apart.
 */
public final class Features {
    private static final Features NONE = builder().build();
    private static final String[] HABITS = {"person: ", "house: ", "list: ", "everybody: "};

    private final int size;
    private final long[] hashes;
    private final double[] values;
    private final String[] heads;
    private final @Nullable String[] tails;
    /** The attribute that a row was crossed with; null where none was crossed at all. */
    private final @Nullable String @Nullable [] attributes;

    private Features(Builder builder) {
        this.size = builder.size;
        this.hashes = builder.hashes;
        this.values = builder.values;
        this.heads = builder.heads;
        this.tails = builder.tails;
        this.attributes = builder.attributes;
    }

    public static Features none() {
        return NONE;
    }

    public static Builder builder() {
        return new Builder();
    }

    public int size() {
        return size;
    }

    /** The full name of feature {@code i}, built on the spot. */
    public String name(int i) {
        String tail = tails[i];
        String name = tail == null ? heads[i] : heads[i] + tail;
        String attribute = attributes == null ? null : attributes[i];
        return attribute == null ? name : attribute + FeatureHash.AND + name;
    }

    public double value(int i) {
        return values[i];
    }

    long hash(int i) {
        return hashes[i];
    }

    /** What it would tell of its writer, as {@code figures=day-first}: the names of a person's habits among the features. */
    public List<String> habits() {
        List<String> habits = new ArrayList<>();
        String person = HABITS[Scope.PERSON.ordinal()];
        for (int i = 0; i < size; i++) {
            if (heads[i].startsWith(person)) {
                habits.add(name(i).substring(person.length()));
            }
        }
        return habits;
    }

    @Override
    public String toString() {
        return IntStream.range(0, size)
                .mapToObj(i -> values[i] == 1 ? name(i) : name(i) + ":" + values[i])
                .collect(Collectors.joining(" ", "[", "]"));
    }

    /** Collects features; adding a name twice adds the values up when it is weighed. For one use, by one thread. */
    public static final class Builder {
        private int size;
        private boolean built;
        private long[] hashes = new long[16];
        private double[] values = new double[16];
        private String[] heads = new String[16];
        private @Nullable String[] tails = new String[16];
        private @Nullable String @Nullable [] attributes;

        private Builder() {}

        /** The feature holds: value 1. */
        public Builder is(String name) {
            return add(FeatureHash.of(name), 1, name, null);
        }

        /** A measured feature. Keep values within about -3 to 3, or one feature drowns the others. */
        public Builder is(String name, double value) {
            return add(FeatureHash.of(name), value, name, null);
        }

        /** The same as {@code is(prefix + rest)} without building that string: {@code is("word=", word)}. */
        public Builder is(String prefix, String rest) {
            return add(FeatureHash.of(prefix, rest), 1, prefix, rest);
        }

        /** The same as {@code is(prefix + rest, value)} without building that string. */
        public Builder is(String prefix, String rest, double value) {
            return add(FeatureHash.of(prefix, rest), value, prefix, rest);
        }

        /**
         * Each feature of the question in conjunction with an attribute of this option: {@code attribute&name}. Costs
         * one addition each.
         */
        public Builder cross(String attribute, Features context) {
            ensure(context.size);
            if (attributes == null) {
                attributes = new String[hashes.length];
            }
            long hash = FeatureHash.of(attribute);
            for (int i = 0; i < context.size; i++) {
                attributes[size] = attribute;
                boolean crossedBefore = context.attributes != null && context.attributes[i] != null;
                add(
                        hash + context.hashes[i],
                        context.values[i],
                        crossedBefore ? context.name(i) : context.heads[i],
                        crossedBefore ? null : context.tails[i]);
            }
            return this;
        }

        /**
         * A habit, once for each whose habit it may be. Its name tells the scope and the habit, never who it is. Not to be
         * crossed: conjunctions are no habits.
         *
         * @param value the larger, the fewer examples teach it
         */
        public Builder habit(Circle circle, String prefix, String rest, double value) {
            if (circle.size() == 0) {
                return this;
            }
            long habit = FeatureHash.of(prefix, rest);
            for (int i = 0; i < circle.size(); i++) {
                add(circle.hash(i, habit), value, HABITS[circle.scope(i).ordinal()] + prefix, rest);
            }
            return this;
        }

        /** A feature that was kept without its name. */
        Builder hashed(long hash, double value) {
            return add(hash, value, "#", Long.toHexString(hash));
        }

        private Builder add(long hash, double value, String head, @Nullable String tail) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(
                        "Feature " + head + (tail == null ? "" : tail) + " must be finite, not " + value);
            }
            ensure(1);
            hashes[size] = hash;
            values[size] = value;
            heads[size] = head;
            tails[size] = tail;
            size++;
            return this;
        }

        private void ensure(int more) {
            if (built) {
                throw new IllegalStateException("These features are built already");
            }
            if (size + more > hashes.length) {
                int capacity = Math.max(size + more, 2 * hashes.length);
                hashes = Arrays.copyOf(hashes, capacity);
                values = Arrays.copyOf(values, capacity);
                heads = Arrays.copyOf(heads, capacity);
                tails = Arrays.copyOf(tails, capacity);
                if (attributes != null) {
                    attributes = Arrays.copyOf(attributes, capacity);
                }
            }
        }

        /** Hands the arrays over without a copy: the builder is spent. */
        public Features build() {
            ensure(0);
            built = true;
            return new Features(this);
        }
    }
}
