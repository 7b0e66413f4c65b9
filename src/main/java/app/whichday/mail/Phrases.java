package app.whichday.mail;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sets of phrases, each named by a constant, looked up as whole words in {@link Sentence#words}. One pass over the words finds
 * all of them.
 */
public final class Phrases<C extends Enum<C>> {
    private record Phrase<C>(String words, C cue) {}

    private final Class<C> cues;
    private final Map<String, List<Phrase<C>>> byFirstWord;

    private Phrases(Class<C> cues, Map<String, List<Phrase<C>>> byFirstWord) {
        this.cues = cues;
        this.byFirstWord = byFirstWord;
    }

    /** @param phrases words as {@link Sentence#words} has them, without the spaces around: {@code "let me know"} */
    public static <C extends Enum<C>> Phrases<C> of(Class<C> cues, Map<C, List<String>> phrases) {
        Map<String, List<Phrase<C>>> byFirstWord = new HashMap<>();
        new EnumMap<>(phrases)
                .forEach((cue, all) -> all.forEach(phrase -> byFirstWord
                        .computeIfAbsent(phrase.split(" ", 2)[0], word -> new ArrayList<>())
                        .add(new Phrase<>(phrase + ' ', cue))));
        return new Phrases<>(cues, byFirstWord);
    }

    /** Those of whose phrases one stands in the words. */
    public Set<C> in(String words) {
        Set<C> found = EnumSet.noneOf(cues);
        int begin = 1;
        for (int end = words.indexOf(' ', begin); end > 0; end = words.indexOf(' ', begin)) {
            List<Phrase<C>> candidates = byFirstWord.get(words.substring(begin, end));
            if (candidates != null) {
                for (Phrase<C> phrase : candidates) {
                    if (words.startsWith(phrase.words(), begin)) {
                        found.add(phrase.cue());
                    }
                }
            }
            begin = end + 1;
        }
        return found;
    }
}
