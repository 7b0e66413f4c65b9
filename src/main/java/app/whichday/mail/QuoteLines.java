package app.whichday.mail;

import java.util.Arrays;

/** A text's lines, each with its quote depth: how many {@code >} stand before it. */
final class QuoteLines {
    /** An indented {@code >} at the outermost level is still a prefix up to here; further right it is part of a drawing. */
    private static final int MAX_INDENT = 4;

    private static final int MAX_INNER_INDENT = 10;
    private static final int MAX_DEPTH = 100;
    /** A line that a mail program wrapped, leaving its rest without prefix, was at least this long. */
    private static final int WRAPPED = 60;
    /** What was left over of a line and begins with a capital is part of it up to this length. */
    private static final int MAX_NAME = 16;

    private final String text;
    private int count;
    private int[] begins = new int[64];
    private int[] contents = new int[64];
    private int[] ends = new int[64];
    private int[] depths = new int[64];

    QuoteLines(String text) {
        this.text = text;
        int begin = 0;
        while (begin < text.length()) {
            int end = text.indexOf('\n', begin);
            end = end < 0 ? text.length() : end;
            add(begin, end);
            begin = end + 1;
        }
        undoEscapedFrom();
        rejoinWrapped();
    }

    int count() {
        return count;
    }

    /** Where the line begins in the text, prefix included. */
    int begin(int line) {
        return begins[line];
    }

    /** One past the line's last character, trailing white space left out. */
    int end(int line) {
        return ends[line];
    }

    int depth(int line) {
        return depths[line];
    }

    /** The line without prefix and surrounding white space. */
    String content(int line) {
        return text.substring(contents[line], ends[line]);
    }

    int contentLength(int line) {
        return ends[line] - contents[line];
    }

    boolean blank(int line) {
        return contents[line] == ends[line];
    }

    char first(int line) {
        return blank(line) ? '\0' : text.charAt(contents[line]);
    }

    char last(int line) {
        return blank(line) ? '\0' : text.charAt(ends[line] - 1);
    }

    boolean has(int line, char c) {
        int at = text.indexOf(c, contents[line]);
        return at >= 0 && at < ends[line];
    }

    /** Whether exactly one space follows the content, as in the signature delimiter of RFC 3676 §4.3. */
    boolean spaceAfter(int line) {
        int end = ends[line];
        return end < text.length()
                && text.charAt(end) == ' '
                && (end + 1 == text.length() || text.charAt(end + 1) == '\n');
    }

    /** Whether white space stands between prefix and content, more than the one that belongs to the prefix. */
    boolean indented(int line) {
        int before = contents[line] - 1;
        return before >= begins[line]
                && (text.charAt(before) == '\t'
                        || Character.isWhitespace(text.charAt(before))
                                && (before == begins[line] || Character.isWhitespace(text.charAt(before - 1))));
    }

    /** The next line after {@code line} that isn't blank, {@link #count} if there is none. */
    int nextFilled(int line) {
        int next = line + 1;
        while (next < count && blank(next)) {
            next++;
        }
        return next;
    }

    private void add(int begin, int end) {
        if (count == begins.length) {
            begins = Arrays.copyOf(begins, count * 2);
            contents = Arrays.copyOf(contents, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
            depths = Arrays.copyOf(depths, count * 2);
        }
        while (end > begin && space(text.charAt(end - 1))) {
            end--;
        }
        int depth = 0;
        int content = begin;
        int i = begin;
        // GroupWise: >>> Ada Moss <ada@example.org> 11/03/25 09:12AM >>>
        boolean groupWise = end - begin > 8 && text.startsWith(">>>", end - 3);
        int indent = 0;
        while (i < end && depth < MAX_DEPTH) {
            char c = text.charAt(i);
            if (c == '>' && !(groupWise && text.startsWith(">>>", i))) {
                depth++;
                content = i + 1;
                indent = 0;
            } else if (!space(c) || ++indent > (depth == 0 ? MAX_INDENT : MAX_INNER_INDENT)) {
                break;
            }
            i++;
        }
        while (content < end && space(text.charAt(content))) {
            content++;
        }
        begins[count] = begin;
        contents[count] = content;
        ends[count] = Math.max(content, end);
        depths[count] = depth;
        count++;
    }

    private static boolean space(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\u00a0' || c == '\f';
    }

    /** A line that begins with {@code >From } amid unquoted ones was escaped on its way through an mbox file. */
    private void undoEscapedFrom() {
        for (int i = 0; i < count; i++) {
            if (depths[i] == 1
                    && text.startsWith(">From ", begins[i])
                    && (i == 0 || depths[i - 1] == 0)
                    && (i + 1 == count || depths[i + 1] == 0)) {
                depths[i] = 0;
            }
        }
    }

    private void rejoinWrapped() {
        for (int i = 1; i + 1 < count; i++) {
            if (depths[i] < depths[i - 1]
                    && depths[i - 1] == depths[i + 1]
                    && !blank(i)
                    && !blank(i - 1)
                    && ends[i] - begins[i] < ends[i - 1] - begins[i - 1]
                    && ends[i] - begins[i] <= 40
                    && ends[i - 1] - begins[i - 1] >= WRAPPED
                    && last(i) != ':'
                    && (!Character.isUpperCase(first(i)) || ends[i] - begins[i] <= MAX_NAME)) {
                depths[i] = depths[i - 1];
            }
        }
    }
}
