package app.whichday.tuning;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Invented names for people, the same one for the same person throughout. Names are those that mails' headers tell, whole and in
 * parts; addresses are whatever looks like one. Weekdays and months keep their meaning, whoever is called so: "May" stays.
 */
final class Pseudonyms {
    private static final List<String> GIVEN = List.of(
            "Robin", "Kim", "Sascha", "Noa", "Jona", "Mika", "Toni", "Luca", "Charlie", "Sam", "Andrea", "Jules",
            "Nikita", "Ari", "Eli", "Remy", "Yuki", "Quinn", "Sky", "Bela");

    /** Names of days and months, in English and German, are times before they are people. */
    private static final Set<String> TIMES = Set.of(
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "montag",
            "dienstag",
            "mittwoch",
            "donnerstag",
            "freitag",
            "samstag",
            "sonnabend",
            "sonntag",
            "januar",
            "februar",
            "märz",
            "mai",
            "juni",
            "juli",
            "oktober",
            "dezember",
            "jan",
            "feb",
            "mar",
            "apr",
            "jun",
            "jul",
            "aug",
            "sep",
            "oct",
            "nov",
            "dec",
            "noon",
            "midnight",
            "today",
            "tomorrow");

    private static final int SHORTEST_NAME = 3;
    private static final Pattern APART = Pattern.compile("[^\\p{L}]+");

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> addresses = new HashMap<>();

    /** @param people display names as headers tell them, in an order that stays the same */
    Pseudonyms(Collection<String> people) {
        for (String word : words(people)) {
            int n = names.size();
            String given = GIVEN.get(n % GIVEN.size());
            names.put(word, n < GIVEN.size() ? given : given + n / GIVEN.size());
        }
    }

    private static Set<String> words(Collection<String> people) {
        Set<String> words = new LinkedHashSet<>();
        for (String person : people) {
            for (String word : APART.split(person)) {
                String lower = word.toLowerCase(Locale.ROOT);
                if (word.length() >= SHORTEST_NAME && !TIMES.contains(lower)) {
                    words.add(lower);
                }
            }
        }
        return words;
    }

    /** The text with other people in it. In one pass over its characters. */
    String apply(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int end = end(text, at);
            if (end == at) {
                out.append(text.charAt(at++));
            } else {
                out.append(word(text.substring(at, end)));
                at = end;
            }
        }
        return out.toString();
    }

    /** The end of the word or address that begins here. */
    private static int end(String text, int begin) {
        int end = begin;
        while (end < text.length() && isPart(text.charAt(end))) {
            end++;
        }
        // A full stop that ends a sentence belongs to no word.
        while (end > begin && !Character.isLetterOrDigit(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c) || c == '@' || c == '.' || c == '_' || c == '+' || c == '-';
    }

    private String word(String word) {
        int at = word.indexOf('@');
        if (at > 0 && at < word.length() - 1) {
            return addresses.computeIfAbsent(
                    word.toLowerCase(Locale.ROOT), address -> "person" + (addresses.size() + 1) + "@mail.example");
        }
        // "Anna-Lena", "anna.brandt": part by part.
        StringBuilder out = new StringBuilder();
        int begin = 0;
        for (int i = 0; i <= word.length(); i++) {
            if (i == word.length() || !Character.isLetter(word.charAt(i))) {
                out.append(name(word.substring(begin, i)));
                if (i < word.length()) {
                    out.append(word.charAt(i));
                }
                begin = i + 1;
            }
        }
        return out.toString();
    }

    private String name(String word) {
        if (word.isEmpty() || !Character.isUpperCase(word.charAt(0))) {
            return word;
        }
        return names.getOrDefault(word.toLowerCase(Locale.ROOT), word);
    }
}
