package app.whichday.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What somebody may have meant to type. */
final class Nearest {
    private static final int AT_MOST = 3;

    private Nearest() {}

    private record Guess(String name, int distance) {}

    /** The nearest of the names, up to three; empty where none is near. "Berln" is near to "Europe/Berlin". */
    static List<String> to(String typed, Collection<String> names) {
        String wrong = typed.toLowerCase(Locale.ROOT).replace(' ', '_');
        int tolerance = 1 + wrong.length() / 5;
        List<Guess> near = names.stream()
                .map(name -> new Guess(name, distance(wrong, name.toLowerCase(Locale.ROOT))))
                .filter(guess -> guess.distance <= tolerance)
                .sorted(Comparator.comparingInt(Guess::distance)
                        .thenComparing(guess -> !guess.name.contains("/"))
                        .thenComparing(Guess::name))
                .toList();
        return near.stream()
                .filter(guess -> guess.distance == near.getFirst().distance)
                .limit(AT_MOST)
                .map(Guess::name)
                .toList();
    }

    /** A sentence's end: {@code ; did you mean "a" or "b"?}, or {@code otherwise} where nothing is near. */
    static String suggestion(String typed, Collection<String> names, String otherwise) {
        List<String> near = to(typed, names);
        return near.isEmpty() ? otherwise : "; did you mean " + String.join(" or ", near) + "?";
    }

    /** To the whole name or to its last part, whichever is nearer. */
    private static int distance(String wrong, String name) {
        int whole = levenshtein(wrong, name);
        int slash = name.lastIndexOf('/');
        return slash < 0 ? whole : Math.min(whole, levenshtein(wrong, name.substring(slash + 1)));
    }

    private static int levenshtein(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
