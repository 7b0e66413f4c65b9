package app.whichday.mail;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The head of a mail quoted by Lotus Notes, and of one by GroupWise:
 *
 * <pre>
 * Ada Moss@EXAMPLE
 * 01/02/2001 01:20 PM
 * To: Ben Reed/Example@Example
 * cc:
 * Subject: Lunch
 * </pre>
 *
 * Name and time may share a line, with "on" or "From:" or without; "Please respond to" and "Sent by" may follow.
 */
final class NotesHeader {
    private static final int LONGEST_NAME = 80;
    /** Lines between the time and "To:", blank ones left out. */
    private static final int MAX_BETWEEN = 5;

    private NotesHeader() {}

    static @Nullable Opening at(QuoteLines lines, int line, SentTimeReader.Hint hint) {
        String content = lines.content(line);
        if (content.startsWith(">>>")) {
            return groupWise(lines, line, content, hint);
        }
        Opening oneLine = inOneLine(lines, line, content, hint);
        if (oneLine != null) {
            return oneLine;
        }
        NotesStamp stamp = NotesStamp.atEndOf(content, hint);
        if (stamp != null) {
            return opening(lines, line, line, stamp);
        }
        return overTwoLines(lines, line, content, hint);
    }

    /** The name alone, or as much as went into the first line, and the time under it. */
    private static @Nullable Opening overTwoLines(
            QuoteLines lines, int line, String content, SentTimeReader.Hint hint) {
        int next = line + 1;
        if (content.length() > LONGEST_NAME || next >= lines.count()) {
            return null;
        }
        if (lines.blank(next) || sentBy(lines.content(next))) {
            next = lines.nextFilled(next - (lines.blank(next) ? 1 : 0));
        }
        if (next >= lines.count()
                || next - line > 2
                || lines.depth(next) != lines.depth(line)
                || lines.contentLength(next) > LONGEST_NAME) {
            return null;
        }
        String below = lines.content(next);
        if (below.indexOf(':') < 0 || Character.isLetter(below.charAt(0))) {
            return null;
        }
        NotesStamp stamp = NotesStamp.atEndOf(below, hint);
        if (stamp != null) {
            return stamp.before().isEmpty() && nameLike(content)
                    ? opening(lines, line, next, new NotesStamp(content, stamp.sent()))
                    : null;
        }
        stamp = NotesStamp.atEndOf(content + " " + below, hint);
        return stamp == null ? null : opening(lines, line, next, stamp);
    }

    private static @Nullable Opening opening(QuoteLines lines, int first, int stampLine, NotesStamp stamp) {
        int depth = lines.depth(first);
        int next = lines.nextFilled(stampLine);
        // Its users may have their own lines, with telephone and fax, under "From:"
        boolean letterhead = lines.content(stampLine).contains("From:");
        for (int between = 0; next < lines.count() && lines.depth(next) == depth; between++) {
            QuotedHeader header = QuotedHeader.withoutWriter(lines, next);
            if (header != null) {
                return opening(lines, first, header.last(), header.subject(), stamp);
            }
            boolean known = letterhead || between > 0 || sentBy(lines.content(next));
            if (between == MAX_BETWEEN || !known || lines.contentLength(next) > LONGEST_NAME) {
                return null;
            }
            next = lines.nextFilled(next);
        }
        return null;
    }

    private static Opening opening(QuoteLines lines, int first, int last, String subject, NotesStamp stamp) {
        int next = lines.nextFilled(last);
        boolean prefixed = next < lines.count() && lines.depth(next) > lines.depth(first);
        return new Opening(
                first,
                last,
                Optional.empty(),
                WriterName.read(stamp.before()),
                Optional.of(stamp.sent()),
                subject,
                prefixed);
    }

    /** All of it in a line, as it comes out of a table: {@code Ada Moss 01/02/2001 01:20 PM To: … cc: … Subject: Lunch}. */
    private static @Nullable Opening inOneLine(QuoteLines lines, int line, String content, SentTimeReader.Hint hint) {
        int to = content.indexOf("To:");
        int subject = to < 0 ? -1 : content.indexOf("Subject:", to);
        if (to < 12 || subject < 0) {
            return null;
        }
        NotesStamp stamp = NotesStamp.atEndOf(content.substring(0, to).strip(), hint);
        return stamp == null
                ? null
                : opening(lines, line, line, content.substring(subject + 8).strip(), stamp);
    }

    /** {@code >>> Ada Moss <ada@example.org> 01/02/01 01:20PM >>>} */
    private static @Nullable Opening groupWise(QuoteLines lines, int line, String content, SentTimeReader.Hint hint) {
        if (!content.endsWith(">>>")) {
            return null;
        }
        NotesStamp stamp = NotesStamp.atEndOf(content, hint);
        return stamp == null
                ? null
                : opening(lines, line, line, "", new NotesStamp(stamp.before().substring(3), stamp.sent()));
    }

    static boolean sentBy(String content) {
        String line = content.toLowerCase(Locale.ROOT);
        return line.startsWith("sent by")
                || line.startsWith("please respond to")
                || line.startsWith("(please respond to")
                || line.startsWith("by way of");
    }

    private static boolean nameLike(String content) {
        char end = content.charAt(content.length() - 1);
        return end != '.' && end != '?' && end != '!' && end != ':' && end != ';' && end != ',';
    }
}
