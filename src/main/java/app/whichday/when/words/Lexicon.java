package app.whichday.when.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The words of a language, found by their characters without making a string. Case doesn't count.
 *
 * <p>Read from a text resource with lines {@code ROLE VALUE word word word}; {@code #} starts a comment.
 */
public final class Lexicon {
    /** Longer words are in no lexicon; they are not looked up. */
    private static final int LONGEST = 24;

    private final List<Lexeme> all = new ArrayList<>();
    private final List<Lexeme> forgiving = new ArrayList<>();
    private @Nullable Lexeme[] table = new Lexeme[1024];

    private Lexicon() {}

    /**
     * @throws IllegalArgumentException if the resource is missing or a line of it is malformed; names the line
     */
    public static Lexicon read(String resource) {
        Lexicon lexicon = new Lexicon();
        try (InputStream in = Lexicon.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("No words at " + resource);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                lexicon.line(line, resource);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
        return lexicon;
    }

    private void line(String line, String resource) {
        String text = line.strip();
        if (text.isEmpty() || text.startsWith("#")) {
            return;
        }
        String[] parts = text.split("\\s+");
        try {
            boolean forgive = parts[0].endsWith("~");
            Role role = Role.valueOf(forgive ? parts[0].substring(0, parts[0].length() - 1) : parts[0]);
            int value = Integer.parseInt(parts[1]);
            for (int i = 2; i < parts.length; i++) {
                Lexeme lexeme = add(parts[i], role, value);
                if (forgive && parts[i].length() >= 6) {
                    forgiving.add(lexeme);
                }
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException("Not 'ROLE VALUE words' in " + resource + ": " + line, e);
        }
    }

    /** Gives a word one more role. Only while the language is being built. */
    public Lexeme add(String word, Role role, int value) {
        String lower = word.toLowerCase(Locale.ROOT);
        Lexeme lexeme = find(lower, 0, lower.length());
        if (lexeme == null) {
            lexeme = new Lexeme(lower);
            all.add(lexeme);
            insert(lexeme);
        }
        lexeme.add(role, value);
        return lexeme;
    }

    private void insert(Lexeme lexeme) {
        if (all.size() * 2 > table.length) {
            table = new Lexeme[table.length * 2];
            all.forEach(this::place);
        } else {
            place(lexeme);
        }
    }

    private void place(Lexeme lexeme) {
        int slot = hash(lexeme.word(), 0, lexeme.word().length()) & table.length - 1;
        while (table[slot] != null) {
            slot = slot + 1 & table.length - 1;
        }
        table[slot] = lexeme;
    }

    /** All words, in the order in which they were added. */
    public List<Lexeme> all() {
        return List.copyOf(all);
    }

    /** The word that stands at {@code [begin, end)}, or null when the language doesn't know it. */
    public @Nullable Lexeme find(CharSequence text, int begin, int end) {
        if (end - begin > LONGEST) {
            return null;
        }
        int slot = hash(text, begin, end) & table.length - 1;
        for (Lexeme lexeme = table[slot]; lexeme != null; lexeme = table[slot]) {
            if (same(lexeme.word(), text, begin, end)) {
                return lexeme;
            }
            slot = slot + 1 & table.length - 1;
        }
        return null;
    }

    /**
     * The word that was probably meant: one slip (a letter too many, too few, another, or two swapped) away from a word that
     * its file marks as forgiving. The first two letters must be right.
     */
    @Nullable
    Lexeme guess(CharSequence text, int begin, int end) {
        int length = end - begin;
        if (length < 5 || length > 12) {
            return null;
        }
        char first = lower(text.charAt(begin));
        char second = lower(text.charAt(begin + 1));
        for (int i = 0; i < forgiving.size(); i++) {
            Lexeme lexeme = forgiving.get(i);
            String word = lexeme.word();
            if (word.charAt(0) == first
                    && word.charAt(1) == second
                    && Math.abs(word.length() - length) <= 1
                    && oneSlip(word, text, begin, end)) {
                return lexeme;
            }
        }
        return null;
    }

    private static boolean oneSlip(String word, CharSequence text, int begin, int end) {
        int length = end - begin;
        int i = 0;
        while (i < word.length() && i < length && word.charAt(i) == lower(text.charAt(begin + i))) {
            i++;
        }
        if (word.length() == length) {
            return tail(word, i + 1, text, begin + i + 1, end)
                    || i + 1 < length
                            && word.charAt(i) == lower(text.charAt(begin + i + 1))
                            && word.charAt(i + 1) == lower(text.charAt(begin + i))
                            && tail(word, i + 2, text, begin + i + 2, end);
        }
        return word.length() > length
                ? tail(word, i + 1, text, begin + i, end)
                : tail(word, i, text, begin + i + 1, end);
    }

    private static boolean tail(String word, int from, CharSequence text, int begin, int end) {
        if (word.length() - from != end - begin) {
            return false;
        }
        for (int i = from, j = begin; j < end; i++, j++) {
            if (word.charAt(i) != lower(text.charAt(j))) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(String word, CharSequence text, int begin, int end) {
        if (word.length() != end - begin) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) != lower(text.charAt(begin + i))) {
                return false;
            }
        }
        return true;
    }

    private static int hash(CharSequence text, int begin, int end) {
        int hash = 17;
        for (int i = begin; i < end; i++) {
            hash = hash * 31 + lower(text.charAt(i));
        }
        return hash ^ hash >>> 15;
    }

    static char lower(char c) {
        if (c < 128) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        return c == '\u2019' ? '\'' : Character.toLowerCase(c);
    }
}
