package app.whichday.web;

import app.whichday.assistant.MailReading.DateMark;
import app.whichday.proposal.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A stretch of a mail's text for a page; plain text, escaped by the template.
 *
 * @param title what a date phrase means; empty for other text
 */
record Piece(Kind kind, String text, String title) {
    /** How it is shown. */
    enum Kind {
        PLAIN,
        /** A phrase that points at time. */
        DATE,
        /** The phrase that a proposal rests on. */
        EVIDENCE
    }

    public boolean isPlain() {
        return kind == Kind.PLAIN;
    }

    public boolean isEvidence() {
        return kind == Kind.EVIDENCE;
    }

    private record Mark(int begin, int end, Kind kind, String title) {}

    /**
     * Cuts a text at the phrases in it.
     *
     * @param text the characters of the body from {@code offset} on
     * @param offset of the text in the mail's body, in which marks and evidence count
     * @param evidence wins over marks that overlap it
     */
    static List<Piece> cut(String text, int offset, List<DateMark> marks, Optional<Evidence> evidence) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Mark mark : marks(marks, evidence)) {
            int begin = mark.begin() - offset;
            int end = Math.min(mark.end() - offset, text.length());
            if (begin < at || begin >= end) {
                continue;
            }
            if (begin > at) {
                pieces.add(new Piece(Kind.PLAIN, text.substring(at, begin), ""));
            }
            pieces.add(new Piece(mark.kind(), text.substring(begin, end), mark.title()));
            at = end;
        }
        if (at < text.length()) {
            pieces.add(new Piece(Kind.PLAIN, text.substring(at), ""));
        }
        return pieces;
    }

    private static List<Mark> marks(List<DateMark> dates, Optional<Evidence> evidence) {
        List<Mark> marks = new ArrayList<>();
        evidence.filter(found -> found.begin() < found.end())
                .ifPresent(found -> marks.add(new Mark(found.begin(), found.end(), Kind.EVIDENCE, "")));
        for (DateMark date : dates) {
            boolean free = marks.isEmpty()
                    || marks.getFirst().kind() != Kind.EVIDENCE
                    || date.end() <= marks.getFirst().begin()
                    || date.begin() >= marks.getFirst().end();
            if (free) {
                marks.add(new Mark(date.begin(), date.end(), Kind.DATE, date.meaning()));
            }
        }
        marks.sort(Comparator.comparingInt(Mark::begin));
        return marks;
    }
}
