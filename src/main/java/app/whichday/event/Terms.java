package app.whichday.event;

import app.whichday.mail.Sentence;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Words as features see them: figures, weekdays and months each under one name, so that what is learned of "by Friday the
 * 14th" holds for every day.
 */
final class Terms {
    private static final String FIGURE = "#";
    private static final Map<String, String> NAMES = names();

    private Terms() {}

    private static Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        List.of(
                        "monday tuesday wednesday thursday friday saturday sunday",
                        "mon tue tues wed weds thu thur thurs fri sat")
                .forEach(line -> List.of(line.split(" ")).forEach(word -> names.put(word, "<weekday>")));
        List.of("montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag".split(" "))
                .forEach(word -> names.put(word, "<weekday>"));
        List.of(("january february march april june july august september october november december jan feb mar apr jun"
                                + " jul aug sep sept oct nov dec januar februar märz mai juni juli oktober dezember")
                        .split(" "))
                .forEach(word -> names.put(word, "<month>"));
        return names;
    }

    /** @param words as {@link Sentence#words} has them */
    static String[] of(String words) {
        String[] terms = words.length() < 3
                ? new String[0]
                : words.substring(1, words.length() - 1).split(" ");
        for (int i = 0; i < terms.length; i++) {
            terms[i] = term(terms[i]);
        }
        return terms;
    }

    private static String term(String word) {
        if (word.isEmpty() || word.charAt(0) >= '0' && word.charAt(0) <= '9') {
            return FIGURE;
        }
        return NAMES.getOrDefault(word, word);
    }

    /** Those of any text. */
    static String[] in(String text) {
        return of(Sentence.words(text));
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
