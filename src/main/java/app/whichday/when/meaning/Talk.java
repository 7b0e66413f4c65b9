package app.whichday.when.meaning;

import app.whichday.when.words.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The words by which a language tells what stands in a calendar already ("our call", "cancel") from what doesn't yet ("another
 * call", "are you free"). Read from a text resource with lines {@code USE word word word}; {@code #} starts a comment.
 */
public final class Talk {
    /** What a word does. */
    public enum Use {
        /** Before a gathering: both know which. */
        KNOWN,
        /** Before a gathering: one that is yet to be. */
        NEW,
        /** A sort of gathering that is no other: who says lunch means no call. */
        GATHERING,
        /** What any gathering may be called. */
        MEETING,
        /** Such as "cancel": only what stands is changed. */
        CHANGE,
        /** Before {@link #YOU}: "see you". */
        SEE,
        YOU,
        /** Looks ahead to something: "forward", "reminder". */
        AWAITS,
        /** Before {@link #OF} and a gathering: "minutes", "thanks". */
        RECALLS,
        OF,
        /** What is asked for or proposed stands nowhere yet. */
        FRESH,
        /** Before the day itself: "by Friday". */
        DUE,
        /** Says nothing of which appointment is meant. */
        STOP
    }

    private static final int SHORTEST = 4;

    private final Map<Use, Set<String>> words = new EnumMap<>(Use.class);

    private Talk() {
        for (Use use : Use.values()) {
            words.put(use, new HashSet<>());
        }
    }

    /** @throws IllegalArgumentException if the resource is missing or a line of it is malformed; names the line */
    static Talk read(String resource) {
        Talk talk = new Talk();
        try (InputStream in = Talk.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("No words at " + resource);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    talk.line(line.strip(), resource);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
        return talk;
    }

    private void line(String line, String resource) {
        String[] parts = line.split("\\s+");
        try {
            words.get(Use.valueOf(parts[0])).addAll(Arrays.asList(parts).subList(1, parts.length));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Not 'USE words' in " + resource + ": " + line, e);
        }
    }

    public boolean is(String word, Use use) {
        return words.get(use).contains(word);
    }

    public boolean is(Words words, int i, Use use) {
        return words.isWord(i) && is(words.lower(i), use);
    }

    /** A call, a lunch, a meeting. */
    public boolean gathering(String word) {
        return is(word, Use.GATHERING) || is(word, Use.MEETING);
    }

    /** Whether a word in lower case tells one appointment from another. */
    public boolean tells(String word) {
        if (word.length() < SHORTEST || gathering(word)) {
            return false;
        }
        for (Use use : Use.values()) {
            if (is(word, use)) {
                return false;
            }
        }
        return true;
    }
}
