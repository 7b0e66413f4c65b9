package app.whichday.web;

import app.whichday.mail.Block;
import app.whichday.mail.Mail;
import app.whichday.proposal.Evidence;
import java.util.List;
import java.util.Optional;

/**
 * The few lines of a mail around the phrase that a proposal rests on.
 *
 * @param source who said it where it isn't the mail's own text: "Quoted from Ann Lee, Mon 3 Nov, 09:12"
 * @param cutBefore text of the block stands before it
 * @param cutAfter text of the block stands after it
 */
record Passage(Optional<String> source, boolean cutBefore, List<Piece> pieces, boolean cutAfter) {
    private static final int LINES = 2;
    private static final int REACH = 260;

    /** A line at least this long that goes on in lower case was wrapped, not ended. */
    private static final int WRAPPED = 50;

    /** Shows the phrase in its block; the mail's first lines where there is no phrase, as with an invitation. */
    static Passage around(Mail mail, Evidence evidence, TimeWords words) {
        int length = mail.body().length();
        boolean phrase = evidence.begin() < evidence.end() && evidence.end() <= length;
        int begin = phrase ? evidence.begin() : 0;
        int end = phrase ? evidence.end() : 0;
        Optional<Block> block = mail.blocks().stream()
                .filter(each -> each.begin() <= begin && begin < each.end())
                .findFirst();
        int from = block.map(Block::begin).orElse(0);
        int to = block.map(Block::end).orElse(length);
        String text = block.map(mail::text).orElse(mail.body());

        int first = start(text, begin - from);
        int last = end(text, Math.min(end, to) - from, phrase ? LINES : LINES + 1);
        return new Passage(
                block.filter(each -> each.level() > 0).map(each -> BlockView.source(each, words)),
                !text.substring(0, first).isBlank(),
                Piece.cut(
                        flowing(text.substring(first, last)),
                        from + first,
                        List.of(),
                        phrase ? Optional.of(evidence) : Optional.empty()),
                !text.substring(last).isBlank());
    }

    /** The start of the phrase's line, or of up to two lines with text before it. */
    private static int start(String text, int phrase) {
        int start = lineStart(text, phrase);
        if (phrase - start > REACH) {
            return nextWord(text, phrase - REACH, phrase);
        }
        int lines = 0;
        for (int line = start; line > 0 && lines < LINES; ) {
            int previous = lineStart(text, line - 1);
            if (phrase - previous > REACH) {
                break;
            }
            if (!text.substring(previous, line).isBlank()) {
                lines++;
                start = previous;
            }
            line = previous;
        }
        return start;
    }

    /** The end of the phrase's line, or of up to so many lines with text after it. */
    private static int end(String text, int phrase, int most) {
        int end = lineEnd(text, phrase);
        if (end - phrase > REACH) {
            return nextWord(text, phrase + REACH, end);
        }
        int lines = 0;
        for (int line = end; line < text.length() && lines < most; ) {
            int next = lineEnd(text, line + 1);
            if (next - phrase > REACH) {
                break;
            }
            if (!text.substring(line, next).isBlank()) {
                lines++;
                end = next;
            }
            line = next;
        }
        return end;
    }

    /**
     * Without blank lines, and with lines that a mail program has wrapped joined again; as many characters as before, since
     * offsets count in them. The style sheet collapses the spaces.
     */
    private static String flowing(String text) {
        char[] flowing = text.toCharArray();
        int lineStart = 0;
        for (int i = 0; i < flowing.length; i++) {
            if (flowing[i] != '\n') {
                continue;
            }
            boolean blank = text.substring(lineStart, i).isBlank();
            boolean wrapped =
                    i - lineStart >= WRAPPED && i + 1 < flowing.length && Character.isLowerCase(flowing[i + 1]);
            if (blank || wrapped) {
                flowing[i] = ' ';
            }
            lineStart = i + 1;
        }
        return new String(flowing);
    }

    private static int lineStart(String text, int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    private static int lineEnd(String text, int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private static int nextWord(String text, int at, int limit) {
        int word = text.indexOf(' ', at);
        return word < 0 || word >= limit ? at : word;
    }
}
