package app.whichday.when;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Texts made to hurt, at 1 MB and at 10 MB: a linear reader needs ten times as long for the second. Run with a small heap to see
 * that memory stays bounded: {@code ./mvnw -q test-compile exec:java -Dexec.classpathScope=test
 * -Dexec.mainClass=app.whichday.when.HostileTextBenchmark}, or {@code java -Xmx128m}.
 */
final class HostileTextBenchmark {
    private static final int SMALL = 1_000_000;
    private static final int ROUNDS = 3;
    private static final Map<String, String> PIECES = Map.of(
            "ones", "1 ",
            "next", "next ",
            "brackets", "(",
            "weekdays", "Friday ",
            "clocks", "3:30 to ",
            "letters", "a",
            "slashes", "1/",
            "dashes", "2025-",
            "lines", "\n",
            "ordinals", "the 1st of the ");

    private HostileTextBenchmark() {}

    public static void main(String... args) {
        WhenReader reader = WhenReader.base();
        Anchor anchor = new Anchor(Instant.parse("2024-05-15T14:30:00Z"), ZoneId.of("America/New_York"), Locale.US);
        PIECES.values().forEach(piece -> reader.read(piece.repeat(SMALL / 10 / piece.length()), anchor));
        System.out.printf(Locale.ROOT, "%-10s %9s %9s %6s%n", "text of", "1 MB ms", "10 MB ms", "ratio");
        for (String name : List.copyOf(new java.util.TreeSet<>(PIECES.keySet()))) {
            String piece = PIECES.get(name);
            double small = millis(reader, anchor, piece.repeat(SMALL / piece.length()));
            double large = millis(reader, anchor, piece.repeat(10 * SMALL / piece.length()));
            System.out.printf(Locale.ROOT, "%-10s %9.1f %9.1f %6.1f%n", name, small, large, large / small);
        }
    }

    private static double millis(WhenReader reader, Anchor anchor, String text) {
        double[] took = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            reader.read(text, anchor);
            took[round] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(took);
        return took[ROUNDS / 2];
    }
}
