package app.whichday.mail;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Header fields that a mail program wrote above a quoted or forwarded mail: From, Sent, To, Cc, Subject and the like. */
final class QuotedHeader {
    private static final int MAX_LINES = 200;

    private static final int MAX_ABOVE = 12;
    /** Where lines break because the screen ends, not because the writer ended them. */
    private static final int WRAPPED = 60;
    /** Lists of names break earlier, between two of them. */
    private static final int WRAPPED_NAMES = 40;

    private final QuoteLines lines;
    private final int first;
    private final Map<HeaderLabel, StringBuilder> fields = new EnumMap<>(HeaderLabel.class);
    private int last;

    private QuotedHeader(QuoteLines lines, int first) {
        this.lines = lines;
        this.first = first;
        this.last = first - 1;
        read();
    }

    /** The header that begins on this line, with From in it; null where there is none. */
    static @Nullable Opening at(QuoteLines lines, int line, SentTimeReader.Hint hint) {
        if (HeaderLabel.read(head(lines, line)) == null) {
            return null;
        }
        QuotedHeader header = new QuotedHeader(lines, line);
        return header.convincing(hint) ? header.opening(line, hint) : null;
    }

    /**
     * The header without From that follows a line which gave writer and time already (Lotus Notes); null where there is
     * none.
     */
    static @Nullable QuotedHeader withoutWriter(QuoteLines lines, int line) {
        HeaderLabel.Line label = line < lines.count() ? HeaderLabel.read(head(lines, line)) : null;
        if (label == null || label.label() == HeaderLabel.FROM) {
            return null;
        }
        QuotedHeader header = new QuotedHeader(lines, line);
        boolean whole = header.fields.containsKey(HeaderLabel.SUBJECT)
                || header.fields.containsKey(HeaderLabel.TO) && header.fields.containsKey(HeaderLabel.CC);
        return whole ? header : null;
    }

    /** {@code To:}, {@code cc:} and {@code Subject:} at the head of a paragraph: Notes now and then leaves out who and when. */
    static @Nullable Opening anonymous(QuoteLines lines, int line) {
        HeaderLabel.Line label = HeaderLabel.read(head(lines, line));
        boolean heads = line == 0 || lines.blank(line - 1);
        if (label == null
                || label.label() != HeaderLabel.TO
                || label.value().isEmpty()
                || !heads && label.value().indexOf('@') < 0) {
            return null;
        }
        QuotedHeader header = new QuotedHeader(lines, line);
        boolean whole = header.fields.containsKey(HeaderLabel.CC)
                && header.fields.containsKey(HeaderLabel.SUBJECT)
                && !header.shouted();
        return whole
                ? new Opening(
                        line,
                        header.last,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        header.subject(),
                        false)
                : null;
    }

    int last() {
        return last;
    }

    String subject() {
        return field(HeaderLabel.SUBJECT);
    }

    private void read() {
        int depth = lines.depth(first);
        HeaderLabel open = null;
        int line = first;
        while (line < lines.count() && line - first < MAX_LINES) {
            if (lines.blank(line)) {
                line = overBlank(line, depth);
                if (line < 0) {
                    return;
                }
                continue;
            }
            if (lines.depth(line) != depth) {
                return;
            }
            HeaderLabel.Line label = HeaderLabel.read(head(lines, line));
            if (label != null) {
                boolean again = label.label() != HeaderLabel.OTHER && fields.containsKey(label.label());
                if (again) {
                    return;
                }
                open = label.label();
                fields.put(open, new StringBuilder(label.value()));
            } else if (open != null && continues(line, open)) {
                fields.get(open).append(' ').append(lines.content(line));
            } else {
                return;
            }
            last = line;
            line++;
        }
    }

    /** Notes leaves blank lines between its cc and subject lines. The line to go on with, or -1. */
    private int overBlank(int line, int depth) {
        int next = lines.nextFilled(line);
        if (next - line > 3 || next >= lines.count() || lines.depth(next) != depth) {
            return -1;
        }
        HeaderLabel.Line label = HeaderLabel.read(head(lines, next));
        boolean goesOn = label != null
                && !fields.containsKey(HeaderLabel.SUBJECT)
                && !fields.containsKey(label.label())
                && (label.label() == HeaderLabel.TO
                        || label.label() == HeaderLabel.CC
                        || label.label() == HeaderLabel.OTHER
                        || label.label() == HeaderLabel.SUBJECT);
        return goesOn ? next : -1;
    }

    private boolean continues(int line, HeaderLabel open) {
        int before = lines.contentLength(line - 1);
        char end = lines.last(line - 1);
        return switch (open) {
            case TO, CC, FROM, OTHER ->
                end == ','
                        || end == ';'
                        || before >= WRAPPED_NAMES
                        || before > 0 && (lines.indented(line) || lines.has(line, '@'));
            case SUBJECT ->
                // Only the rest of a wrapped line, not the first line of the text
                before >= WRAPPED
                        && lines.contentLength(line) < before
                        && (line + 1 >= lines.count() || lines.blank(line + 1) || label(line + 1));
            case SENT -> false;
        };
    }

    private boolean label(int line) {
        return HeaderLabel.read(head(lines, line)) != null;
    }

    private boolean convincing(SentTimeReader.Hint hint) {
        if (!fields.containsKey(HeaderLabel.FROM) || shouted()) {
            return false;
        }
        boolean person = field(HeaderLabel.FROM).indexOf('@') >= 0;
        Optional<SentTimeReader.Found> sent = SentTimeReader.find(field(HeaderLabel.SENT), hint);
        boolean timed = sent.isPresent() && sent.get().timed();
        if (fields.containsKey(HeaderLabel.SUBJECT)) {
            // At a mail's very beginning, without address and time, it is a memorandum that the writer typed
            return person || timed || !opensTheText();
        }
        return timed || person && (sent.isPresent() || fields.containsKey(HeaderLabel.TO));
    }

    /** Whether only further fields stand above. */
    private boolean opensTheText() {
        int line = first - 1;
        while (line >= 0 && first - line <= MAX_ABOVE && (lines.blank(line) || label(line))) {
            line--;
        }
        return line < 0;
    }

    /** FROM: and TO: are a typed memorandum, which is the mail's own text. */
    private boolean shouted() {
        String head = head(lines, first);
        String name = head.substring(0, Math.max(0, head.indexOf(':')));
        return name.length() > 1 && name.equals(name.toUpperCase(Locale.ROOT)) && name.charAt(0) < 128;
    }

    private Opening opening(int begin, SentTimeReader.Hint hint) {
        String from = field(HeaderLabel.FROM);
        Optional<SentTime> sent = SentTimeReader.read(field(HeaderLabel.SENT), hint);
        NotesStamp stamp = NotesStamp.atEndOf(from, hint);
        if (stamp != null) {
            from = stamp.before();
            sent = sent.or(() -> Optional.of(stamp.sent()));
        }
        int next = lines.nextFilled(last);
        boolean prefixed = next < lines.count() && lines.depth(next) > lines.depth(begin);
        return new Opening(begin, last, Optional.empty(), WriterName.read(from), sent, subject(), prefixed);
    }

    private String field(HeaderLabel label) {
        StringBuilder value = fields.get(label);
        return value == null ? "" : value.toString();
    }

    private static String head(QuoteLines lines, int line) {
        return lines.content(line);
    }
}
