package app.whichday.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A sentence, list item or heading of a mail's body.
 *
 * @param block where it stands
 * @param begin its first character in {@link Mail#body}
 * @param end one past its last
 * @param words its words in lower case with one space around each, a question mark as a word of its own, apostrophes kept
 *     as ', every other sign dropped: {@code " can we meet on friday ? "}. {@link Phrases} are looked up in it
 */
public record Sentence(Block block, int begin, int end, String words) {
    /** Longer ones are cut: nobody writes them, machines do. */
    private static final int LONGEST = 1_000;

    /** A line shorter than this that is followed by a capital letter ends a sentence without a full stop: a heading, a list item. */
    private static final int SHORT_LINE = 48;

    /** The sentences that a mail adds, those of its NEW blocks, in the order of the body. */
    public static List<Sentence> ofNewText(Mail mail) {
        return of(mail, block -> block.kind() == Block.Kind.NEW);
    }

    /** The sentences of some blocks, in the order of the body. */
    public static List<Sentence> of(Mail mail, Predicate<Block> blocks) {
        List<Sentence> sentences = new ArrayList<>();
        for (Block block : mail.blocks()) {
            if (blocks.test(block)) {
                split(mail.body(), block, sentences);
            }
        }
        return sentences;
    }

    /** Any text as words, as {@link #words} has them. */
    public static String words(String text) {
        return words(text, 0, text.length());
    }

    public String text(Mail mail) {
        return mail.body().substring(begin, end);
    }

    public boolean holds(int position) {
        return begin <= position && position < end;
    }

    private static void split(String body, Block block, List<Sentence> sink) {
        int begin = block.begin();
        int lineBegin = begin;
        for (int i = block.begin(); i < block.end(); i++) {
            char c = body.charAt(i);
            boolean ends = i - begin >= LONGEST
                    || (c == '.' || c == '!' || c == '?') && endsSentence(body, begin, i, block.end())
                    || c == '\n' && endsLine(body, lineBegin, i, block.end());
            if (ends) {
                add(body, block, begin, i + 1, sink);
                begin = i + 1;
            }
            if (c == '\n') {
                lineBegin = i + 1;
            }
        }
        add(body, block, begin, block.end(), sink);
    }

    private static void add(String body, Block block, int begin, int end, List<Sentence> sink) {
        int from = begin;
        int to = end;
        while (from < to && Character.isWhitespace(body.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(body.charAt(to - 1))) {
            to--;
        }
        if (from < to) {
            sink.add(new Sentence(block, from, to, words(body, from, to)));
        }
    }

    /** A sign at {@code at} ends a sentence unless a letter or digit follows, or it ends an abbreviation ("Tues. April 17", "3 p.m."). */
    private static boolean endsSentence(String body, int begin, int at, int limit) {
        if (at + 1 < limit && !Character.isWhitespace(body.charAt(at + 1))) {
            return false;
        }
        if (body.charAt(at) != '.') {
            return true;
        }
        int wordBegin = at;
        while (wordBegin > begin && Character.isLetter(body.charAt(wordBegin - 1))) {
            wordBegin--;
        }
        int length = at - wordBegin;
        int next = at + 1;
        while (next < limit && body.charAt(next) == ' ') {
            next++;
        }
        boolean continues =
                next < limit && (Character.isLowerCase(body.charAt(next)) || Character.isDigit(body.charAt(next)));
        boolean abbreviation = length > 0 && length <= 5 && continues;
        boolean title = length > 0 && length <= 3 && Abbreviations.TITLES.contains(body.substring(wordBegin, at));
        return !abbreviation && !title && !(length == 1 && Character.isUpperCase(body.charAt(wordBegin)));
    }

    private static boolean endsLine(String body, int lineBegin, int at, int limit) {
        int next = at + 1;
        while (next < limit && (body.charAt(next) == ' ' || body.charAt(next) == '\t' || body.charAt(next) == '>')) {
            next++;
        }
        if (next >= limit || body.charAt(next) == '\n') {
            return true;
        }
        char first = body.charAt(next);
        if (first == '-' || first == '*' || first == '\u2022') {
            return true;
        }
        return at - lineBegin < SHORT_LINE && !Character.isLowerCase(first);
    }

    private static String words(String text, int begin, int end) {
        StringBuilder words = new StringBuilder(end - begin + 8).append(' ');
        for (int i = begin; i < end; i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c) || c == '\'' || c == '$' || c == '%') {
                words.append(Character.toLowerCase(c));
            } else if (c == '\u2019') {
                words.append('\'');
            } else {
                if (words.charAt(words.length() - 1) != ' ') {
                    words.append(' ');
                }
                if (c == '?') {
                    words.append("? ");
                }
            }
        }
        if (words.charAt(words.length() - 1) != ' ') {
            words.append(' ');
        }
        return words.toString();
    }

    /** Words that a full stop follows in mid-sentence. */
    private static final class Abbreviations {
        static final Set<String> TITLES =
                Set.of("Mr", "Mrs", "Ms", "Dr", "St", "vs", "No", "Nr", "Str", "Rm", "Fr", "Hr");
    }
}
