package app.whichday.choice;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;

/**
 * A measured figure.
 *
 * @param low and high: its 95 % confidence interval; both the value where none is known
 * @param count of what it was measured on
 */
@RegisterForReflection
public record Metric(String name, double value, double low, double high, int count) {
    private static final double Z = 1.959964;

    /** A share with Wilson's interval, which holds for small counts too. 0 of 0 is 0, anything from 0 to 1. */
    public static Metric share(String name, int hits, int count) {
        if (count == 0) {
            return new Metric(name, 0, 0, 1, 0);
        }
        double p = (double) hits / count;
        double n = count;
        double centre = (p + Z * Z / (2 * n)) / (1 + Z * Z / n);
        double half = Z / (1 + Z * Z / n) * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        return new Metric(name, p, Math.max(0, centre - half), Math.min(1, centre + half), count);
    }

    public static Metric plain(String name, double value, int count) {
        return new Metric(name, value, value, value, count);
    }

    @Override
    public String toString() {
        return low == high
                ? String.format(Locale.ROOT, "%s %.3f (n=%d)", name, value, count)
                : String.format(Locale.ROOT, "%s %.3f [%.3f, %.3f] (n=%d)", name, value, low, high, count);
    }
}
