package app.whichday.mail;

import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text into blocks by whose words they are. Two things tell: quote prefixes, and openings (attribution lines, quoted
 * headers, forward markers). What follows an opening without a deeper prefix is the other's to the end of the text.
 *
 * <p>Linear in the text's length: every line is looked at once, an opening looks ahead a bounded number of lines.
 */
final class BlockSplitter {
    /**
     * Whose text it is.
     *
     * @param kind of what isn't quoted in it
     * @param level of what isn't quoted in it
     * @param subject tells whether what it quotes is forwarded
     */
    record Origin(Block.Kind kind, int level, Optional<Address> writer, Optional<SentTime> sent, String subject) {}

    /** A writer's words may go on after an interruption: the stack of these says whose turn it is. */
    private static final class Turn {
        final int depth;
        final int level;
        final boolean byPrefix;
        Block.Kind kind;
        Optional<Address> writer;
        Optional<SentTime> sent;
        String subject;
        boolean empty = true;
        /** What the turn's last opening said about the next deeper prefix; holds on through interleaved answers. */
        @Nullable
        Opening quotes;

        Turn(int depth, boolean byPrefix, Origin origin) {
            this.depth = depth;
            this.byPrefix = byPrefix;
            this.level = origin.level();
            this.kind = origin.kind();
            this.writer = origin.writer();
            this.sent = origin.sent();
            this.subject = origin.subject();
        }
    }

    private final QuoteLines lines;
    private final Openings openings;
    private final Deque<Turn> turns = new ArrayDeque<>();
    private final List<Block> blocks = new ArrayList<>();
    private final int offset;
    private int first = -1;
    private int last = -1;

    private BlockSplitter(String text, int offset, Origin origin, SentTimeReader.Order order) {
        this.lines = new QuoteLines(text);
        this.offset = offset;
        LocalDateTime notAfter = origin.sent().map(SentTime::local).orElse(null);
        this.openings = new Openings(lines, new SentTimeReader.Hint(order, notAfter));
        turns.push(new Turn(0, true, origin));
    }

    /**
     * @param offset of the text in the body, added to the blocks' positions
     * @param order of numeric dates that nothing else decides
     * @return blocks in order; none for blank text
     */
    static List<Block> split(String text, int offset, Origin origin, SentTimeReader.Order order) {
        return new BlockSplitter(text, offset, origin, order).split();
    }

    private List<Block> split() {
        for (int line = 0; line < lines.count(); line++) {
            if (lines.blank(line)) {
                continue;
            }
            turnTo(lines.depth(line));
            Opening opening = openings.at(line);
            if (opening != null) {
                close();
                open(opening);
                line = opening.last();
                continue;
            }
            turns.element().empty = false;
            first = first < 0 ? line : first;
            last = line;
        }
        close();
        return blocks;
    }

    private void turnTo(int depth) {
        while (turns.element().depth > depth) {
            close();
            turns.pop();
        }
        while (turns.element().depth < depth) {
            close();
            Turn quoting = turns.element();
            Opening opening = quoting.quotes;
            turns.push(new Turn(quoting.depth + 1, true, origin(quoting, opening)));
        }
    }

    private void open(Opening opening) {
        Turn quoting = turns.element();
        if (opening.prefixed()) {
            quoting.quotes = opening;
        } else if (quoting.byPrefix && quoting.empty && quoting.depth > 0 && quoting.writer.isEmpty()) {
            // The opening stands inside the prefix, as in what iPhones send: it tells of this turn itself
            Origin origin = origin(quoting, opening);
            quoting.kind = origin.kind();
            quoting.writer = origin.writer();
            quoting.sent = origin.sent();
            quoting.subject = origin.subject();
            quoting.empty = false;
        } else {
            turns.push(new Turn(quoting.depth, false, origin(quoting, opening)));
        }
    }

    private static Origin origin(Turn quoting, @Nullable Opening opening) {
        boolean forward = forwards(quoting.subject);
        int level = quoting.level + 1;
        if (opening == null) {
            return new Origin(
                    forward && quoting.level == 0 ? Block.Kind.FORWARDED : Block.Kind.QUOTED,
                    level,
                    Optional.empty(),
                    Optional.empty(),
                    "");
        }
        return new Origin(
                opening.forward().orElse(forward) ? Block.Kind.FORWARDED : Block.Kind.QUOTED,
                level,
                opening.writer(),
                opening.sent(),
                opening.subject());
    }

    /** By the subject's prefix in English, German, French, Spanish, Italian, Dutch, Swedish, Danish. */
    private static boolean forwards(String subject) {
        String start = subject.length() > 12 ? subject.substring(0, 12) : subject;
        int colon = start.indexOf(':');
        if (colon < 0) {
            return false;
        }
        return switch (start.substring(0, colon).strip().toLowerCase(Locale.ROOT)) {
            case "fw", "fwd", "wg", "tr", "rv", "enc", "i", "doorst", "vb", "vs", "videresend" -> true;
            default -> false;
        };
    }

    /** Ends the block that is open, if one is. */
    private void close() {
        if (first < 0) {
            return;
        }
        Turn turn = turns.element();
        int signature = Signature.firstLine(lines, first, last);
        int lastOwn = signature - 1;
        while (lastOwn >= first && lines.blank(lastOwn)) {
            lastOwn--;
        }
        add(turn, turn.kind, first, lastOwn);
        add(turn, Block.Kind.SIGNATURE, signature, last);
        first = -1;
    }

    private void add(Turn turn, Block.Kind kind, int from, int to) {
        if (from <= to) {
            int begin = offset + lines.begin(from);
            blocks.add(new Block(kind, turn.level, begin, offset + lines.end(to), turn.writer, turn.sent));
        }
    }
}
