package app.whichday.choice;

import java.util.ArrayList;
import java.util.List;

/**
 * A sparse vector of named features, the description of one option. Immutable.
 *
 * <p>Names are stable strings such as {@code tense=past} or {@code distance}; a name that stands in no model weighs nothing.
 */
public final class Features {
    private static final Features NONE = new Features(List.of(), new double[0]);

    private final List<String> names;
    private final double[] values;

    private Features(List<String> names, double[] values) {
        this.names = names;
        this.values = values;
    }

    public static Features none() {
        return NONE;
    }

    public static Builder builder() {
        return new Builder();
    }

    public int size() {
        return names.size();
    }

    public String name(int i) {
        return names.get(i);
    }

    public double value(int i) {
        return values[i];
    }

    /** Collects features; adding a name twice adds the values up when it is weighed. */
    public static final class Builder {
        private final List<String> names = new ArrayList<>();
        private final List<Double> values = new ArrayList<>();

        private Builder() {}

        /** The feature holds: value 1. */
        public Builder is(String name) {
            return is(name, 1);
        }

        public Builder is(String name, double value) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("Feature " + name + " must be finite, not " + value);
            }
            names.add(name);
            values.add(value);
            return this;
        }

        public Features build() {
            return new Features(
                    List.copyOf(names),
                    values.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }
}
