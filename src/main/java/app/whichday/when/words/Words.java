package app.whichday.when.words;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text cut into words, numbers and marks in one pass. White space is no token; what stands before a token is a flag of it.
 *
 * <p>"Let's meet Fri 3-4pm" is {@code let 's meet fri 3 - 4 pm}. Columns instead of objects, because a mail has thousands.
 */
public final class Words {
    /** What a token is made of. */
    public enum Type {
        WORD,
        NUMBER,
        MARK
    }

    /** Mail programs break lines at 60 to 78 characters, the last word left out. */
    private static final int WRAPPED = 50;

    private static final int GLUED = 1;
    private static final int LINE = 2;
    private static final int PARAGRAPH = 4;
    private static final int CAPITAL = 8;
    private static final int GUESSED = 16;

    private final CharSequence text;
    private final Lexicon lexicon;
    private int size;
    private int[] begin = new int[32];
    private int[] end = new int[32];
    private int[] number = new int[32];
    private byte[] type = new byte[32];
    private byte[] flags = new byte[32];
    private @Nullable Lexeme[] lexeme = new Lexeme[32];

    private Words(CharSequence text, Lexicon lexicon) {
        this.text = text;
        this.lexicon = lexicon;
    }

    /** Cuts {@code text[from, to)}; offsets count in {@code text}. */
    public static Words of(CharSequence text, int from, int to, Lexicon lexicon) {
        Words words = new Words(text, lexicon);
        words.cut(from, to);
        return words;
    }

    private void cut(int from, int to) {
        int i = from;
        int breaks = 0;
        int line = from;
        boolean space = true;
        while (i < to) {
            char c = text.charAt(i);
            if (c == '\n') {
                breaks += breaks == 0 && wrapped(line, i) ? 0 : 1;
                line = i + 1;
                space = true;
                i++;
            } else if (c <= ' ' || c == '\u00a0' || c == '\u200b' || c == '\ufeff' || c == '\u202f') {
                space = true;
                i++;
            } else {
                int flag = (space ? 0 : GLUED) | (breaks > 0 ? LINE : 0) | (breaks > 1 ? PARAGRAPH : 0);
                i = token(c, i, to, flag);
                breaks = 0;
                space = false;
            }
        }
    }

    /** Whether a mail program broke the line, not its writer: prose as long as lines get. Such a break is a mere space. */
    private boolean wrapped(int from, int to) {
        if (to - from < WRAPPED || to + 1 >= text.length() || text.charAt(to + 1) == '\n') {
            return false;
        }
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '\t' || c == ' ' && i + 2 < to && text.charAt(i + 1) == ' ' && text.charAt(i + 2) == ' ') {
                return false;
            }
        }
        return true;
    }

    private int token(char c, int from, int to, int flag) {
        if (c >= '0' && c <= '9') {
            int i = from;
            long value = 0;
            while (i < to && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                value = Math.min(Integer.MAX_VALUE, value * 10 + text.charAt(i) - '0');
                i++;
            }
            add(Type.NUMBER, from, i, flag, (int) value, null);
            return i;
        }
        if (letter(c) || isApostrophe(c) && from + 1 < to && letter(text.charAt(from + 1))) {
            int i = from + 1;
            while (i < to && letter(text.charAt(i))) {
                i++;
            }
            i = dotted(c, from, i, to);
            if (i - from == 1 && (c == 'o' || c == 'O') && i + 5 < to && isApostrophe(text.charAt(i))) {
                i += clockTail(i, to);
            }
            Lexeme known = lexicon.find(text, from, i);
            int extra = Character.isUpperCase(c) ? CAPITAL : 0;
            if (known == null) {
                known = lexicon.guess(text, from, i);
                extra |= known == null ? 0 : GUESSED;
            }
            add(Type.WORD, from, i, flag | extra, known == null ? 0 : known.value(Role.NUMBER), known);
            return i;
        }
        add(Type.MARK, from, from + 1, flag, c, null);
        return from + 1;
    }

    /** "a.m." and "p.m" are one word. */
    private int dotted(char c, int from, int i, int to) {
        boolean half = c == 'a' || c == 'p' || c == 'A' || c == 'P';
        if (half && i - from == 1 && i + 1 < to && text.charAt(i) == '.') {
            char m = text.charAt(i + 1);
            if ((m == 'm' || m == 'M') && (i + 2 == to || !letter(text.charAt(i + 2)))) {
                return i + 2 < to && text.charAt(i + 2) == '.' ? i + 3 : i + 2;
            }
        }
        return i;
    }

    private int clockTail(int i, int to) {
        int end = Math.min(to, i + 6);
        return lexicon.find(text, i - 1, end) != null ? end - i : 0;
    }

    private static boolean letter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c > 127 && Character.isLetter(c);
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019';
    }

    private void add(Type kind, int from, int to, int flag, int value, @Nullable Lexeme known) {
        if (size == begin.length) {
            grow();
        }
        begin[size] = from;
        end[size] = to;
        type[size] = (byte) kind.ordinal();
        flags[size] = (byte) flag;
        number[size] = value;
        lexeme[size] = known;
        size++;
    }

    private void grow() {
        int capacity = size * 2;
        begin = Arrays.copyOf(begin, capacity);
        end = Arrays.copyOf(end, capacity);
        number = Arrays.copyOf(number, capacity);
        type = Arrays.copyOf(type, capacity);
        flags = Arrays.copyOf(flags, capacity);
        lexeme = Arrays.copyOf(lexeme, capacity);
    }

    public int size() {
        return size;
    }

    public CharSequence text() {
        return text;
    }

    public int begin(int i) {
        return begin[i];
    }

    public int end(int i) {
        return end[i];
    }

    public @Nullable Lexeme lexeme(int i) {
        return i >= 0 && i < size ? lexeme[i] : null;
    }

    public long roles(int i) {
        Lexeme known = lexeme(i);
        return known == null ? 0 : known.roles();
    }

    public boolean is(int i, Role role) {
        return (roles(i) & role.bit()) != 0;
    }

    public boolean any(int i, long roles) {
        return (roles(i) & roles) != 0;
    }

    /** The value of a role that the token has. */
    public int value(int i, Role role) {
        Lexeme known = lexeme(i);
        return known == null ? 0 : known.value(role);
    }

    public boolean isNumber(int i) {
        return i >= 0 && i < size && type[i] == Type.NUMBER.ordinal();
    }

    public boolean isWord(int i) {
        return i >= 0 && i < size && type[i] == Type.WORD.ordinal();
    }

    /** The figure's value, at most {@link Integer#MAX_VALUE}. */
    public int number(int i) {
        return number[i];
    }

    /** How many digits the figure has. */
    public int digits(int i) {
        return end[i] - begin[i];
    }

    public boolean isMark(int i, char mark) {
        return i >= 0 && i < size && type[i] == Type.MARK.ordinal() && number[i] == mark;
    }

    public boolean isMark(int i) {
        return i >= 0 && i < size && type[i] == Type.MARK.ordinal();
    }

    /** A hyphen, en dash, em dash or minus sign. */
    public boolean isDash(int i) {
        return isMark(i) && isDash((char) number[i]);
    }

    private static boolean isDash(char c) {
        return c == '-' || c >= '\u2010' && c <= '\u2015' || c == '\u2212';
    }

    /** No white space between this token and the one before it. */
    public boolean glued(int i) {
        return i > 0 && i < size && (flags[i] & GLUED) != 0;
    }

    /** The first token of a line. */
    public boolean startsLine(int i) {
        return i < size && (flags[i] & LINE) != 0;
    }

    /** An empty line stands before it. */
    public boolean startsParagraph(int i) {
        return i < size && (flags[i] & PARAGRAPH) != 0;
    }

    public boolean capital(int i) {
        return i >= 0 && i < size && (flags[i] & CAPITAL) != 0;
    }

    /** Misspelt; its lexeme is what was probably meant. */
    public boolean guessed(int i) {
        return i >= 0 && i < size && (flags[i] & GUESSED) != 0;
    }

    /** Whether the token is this word, given in lower case. */
    public boolean is(int i, String word) {
        if (i < 0 || i >= size || end[i] - begin[i] != word.length()) {
            return false;
        }
        for (int k = 0; k < word.length(); k++) {
            if (Lexicon.lower(text.charAt(begin[i] + k)) != word.charAt(k)) {
                return false;
            }
        }
        return true;
    }

    /** The token's characters in lower case. */
    public String lower(int i) {
        StringBuilder lower = new StringBuilder(end[i] - begin[i]);
        for (int k = begin[i]; k < end[i]; k++) {
            lower.append(Lexicon.lower(text.charAt(k)));
        }
        return lower.toString();
    }

    /** The first of a sentence: after a full stop, question or exclamation mark, or an empty line. */
    public boolean startsSentence(int i) {
        if (i <= 0 || startsParagraph(i)) {
            return true;
        }
        if (glued(i) || !isMark(i - 1)) {
            return false;
        }
        char mark = (char) number[i - 1];
        return mark == '!' || mark == '?' || mark == '.' && !abbreviation(i - 1);
    }

    private boolean abbreviation(int dot) {
        return any(dot - 1, Role.set(Role.MONTH, Role.WEEKDAY, Role.MERIDIEM))
                && end[dot - 1] - begin[dot - 1] <= 5
                && digitsAhead(dot);
    }

    private boolean digitsAhead(int dot) {
        return isNumber(dot + 1) || any(dot + 1, Role.set(Role.MONTH, Role.AT, Role.THE));
    }
}
