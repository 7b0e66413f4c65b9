package app.whichday.mail;

import org.jspecify.annotations.Nullable;

/** Finds where in a text another one's words begin, whatever mail program wrote it. */
final class Openings {
    /** Lines of a department or the like that Notes puts between its marker and the header. */
    private static final int MAX_BETWEEN = 4;

    private static final int MAX_CHAIN = 20;

    private final QuoteLines lines;
    private final SentTimeReader.Hint hint;

    Openings(QuoteLines lines, SentTimeReader.Hint hint) {
        this.lines = lines;
        this.hint = hint;
    }

    /** The opening that begins on this line; null where none does. */
    @Nullable
    Opening at(int line) {
        return at(line, 0);
    }

    private @Nullable Opening at(int line, int chain) {
        Opening marker = ForwardMarker.at(lines, line);
        if (marker != null) {
            Opening header = chain < MAX_CHAIN ? headerUnder(marker, chain) : null;
            return header == null ? marker : marker.over(header);
        }
        Opening header = QuotedHeader.at(lines, line, hint);
        if (header == null) {
            header = NotesHeader.at(lines, line, hint);
        }
        if (header == null) {
            header = QuotedHeader.anonymous(lines, line);
        }
        return header == null ? AttributionLine.at(lines, line, hint) : header;
    }

    private @Nullable Opening headerUnder(Opening marker, int chain) {
        int line = lines.nextFilled(marker.last());
        for (int between = 0; between <= MAX_BETWEEN && line < lines.count(); between++) {
            if (lines.depth(line) != lines.depth(marker.first())) {
                return null;
            }
            Opening header = at(line, chain + 1);
            if (header != null) {
                return header;
            }
            if (lines.contentLength(line) > 80) {
                return null;
            }
            line = lines.nextFilled(line);
        }
        return null;
    }
}
