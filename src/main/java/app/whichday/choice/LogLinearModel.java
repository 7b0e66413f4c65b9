package app.whichday.choice;

import java.util.Arrays;
import java.util.Map;

/**
 * Weights by feature, and the temperature that calibrates what they add up to. Immutable; an open hash table in two
 * arrays, because it is asked some millions of times a second.
 *
 * @see LogLinearModelFile for the trained, binary kind
 */
public final class LogLinearModel {
    /** Marks an empty slot, so that a feature which really hashes to 0 weighs nothing: once in 2^64. */
    private static final long EMPTY = 0;

    private final ModelVersion version;
    private final double temperature;
    private final int size;
    private final int shift;
    private final long[] keys;
    private final float[] weights;

    /**
     * @param temperature above 0; scores are divided by it, so more than 1 makes the model less sure of itself
     * @param hashes distinct feature hashes
     * @param weights one finite weight per hash
     */
    LogLinearModel(ModelVersion version, double temperature, long[] hashes, float[] weights) {
        if (!(temperature > 0 && Double.isFinite(temperature))) {
            throw new IllegalArgumentException("The temperature of " + version + " is above 0, not " + temperature);
        }
        this.version = version;
        this.temperature = temperature;
        this.size = hashes.length;
        // At most half full, so that a miss (the usual case) ends after a slot or two.
        int bits = Math.max(4, 33 - Integer.numberOfLeadingZeros(Math.max(1, hashes.length - 1)));
        this.shift = 64 - bits;
        this.keys = new long[1 << bits];
        this.weights = new float[1 << bits];
        for (int i = 0; i < hashes.length; i++) {
            put(hashes[i], weights[i]);
        }
    }

    /** A model of weights by name, for tests and tiny models. */
    public static LogLinearModel of(ModelVersion version, Map<String, Double> weightsByName) {
        long[] hashes = new long[weightsByName.size()];
        float[] weights = new float[hashes.length];
        int i = 0;
        for (Map.Entry<String, Double> entry : weightsByName.entrySet()) {
            hashes[i] = FeatureHash.of(entry.getKey());
            weights[i++] = entry.getValue().floatValue();
        }
        return new LogLinearModel(version, 1, hashes, weights);
    }

    private void put(long hash, float weight) {
        if (!Float.isFinite(weight)) {
            throw new IllegalArgumentException("A weight of " + version + " is not finite: " + weight);
        }
        if (hash == EMPTY) {
            return;
        }
        int slot = (int) (hash >>> shift);
        while (keys[slot] != EMPTY) {
            if (keys[slot] == hash) {
                throw new IllegalArgumentException("Two weights of " + version + " are for the same feature");
            }
            slot = slot + 1 & keys.length - 1;
        }
        keys[slot] = hash;
        weights[slot] = weight;
    }

    public ModelVersion version() {
        return version;
    }

    public double temperature() {
        return temperature;
    }

    /** How many weights. */
    public int size() {
        return size;
    }

    /** The same weights, calibrated otherwise. */
    public LogLinearModel withTemperature(double other) {
        Entries entries = entries();
        return new LogLinearModel(version, other, entries.hashes(), entries.weights());
    }

    /** The same model under another name. */
    public LogLinearModel named(ModelVersion other) {
        Entries entries = entries();
        return new LogLinearModel(other, temperature, entries.hashes(), entries.weights());
    }

    /** 0 where the model doesn't know the feature. */
    float weight(long hash) {
        int slot = (int) (hash >>> shift);
        while (true) {
            long key = keys[slot];
            if (key == hash) {
                return weights[slot];
            }
            if (key == EMPTY) {
                return 0;
            }
            slot = slot + 1 & keys.length - 1;
        }
    }

    /** The score of an option before softmax, temperature applied. */
    double score(Features features) {
        double sum = 0;
        for (int i = 0; i < features.size(); i++) {
            sum += weight(features.hash(i)) * features.value(i);
        }
        return sum / temperature;
    }

    /** Hashes in ascending order with their weights. */
    Entries entries() {
        long[] hashes = new long[size];
        float[] found = new float[size];
        int n = 0;
        // In one fixed order, so that equal models are equal files.
        for (long key : keys) {
            if (key != EMPTY) {
                hashes[n++] = key;
            }
        }
        Arrays.sort(hashes, 0, n);
        for (int i = 0; i < n; i++) {
            found[i] = weight(hashes[i]);
        }
        return new Entries(Arrays.copyOf(hashes, n), Arrays.copyOf(found, n));
    }

    record Entries(long[] hashes, float[] weights) {}
}
