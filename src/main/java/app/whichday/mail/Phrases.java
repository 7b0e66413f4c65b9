package app.whichday.mail;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Any of several phrases, looked up as whole words in {@link Sentence#words}. */
public final class Phrases {
    private final List<String> padded;

    private Phrases(List<String> padded) {
        this.padded = padded;
    }

    /** @param phrases words as {@link Sentence#words} has them, without the spaces around: {@code "let me know"} */
    public static Phrases of(String... phrases) {
        return new Phrases(Arrays.stream(phrases)
                .map(phrase -> " " + phrase.toLowerCase(Locale.ROOT).strip() + " ")
                .toList());
    }

    /** Whether one of them stands in the words. */
    public boolean in(String words) {
        return position(words) >= 0;
    }

    /** Where the first of them that is there begins in the words; -1 where none is. */
    public int position(String words) {
        for (String phrase : padded) {
            int at = words.indexOf(phrase);
            if (at >= 0) {
                return at;
            }
        }
        return -1;
    }
}
