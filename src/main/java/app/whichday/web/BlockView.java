package app.whichday.web;

import app.whichday.assistant.MailReading.DateMark;
import app.whichday.mail.Address;
import app.whichday.mail.Block;
import app.whichday.mail.Mail;
import app.whichday.proposal.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A block of a mail for a page.
 *
 * @param label who wrote it and when, for quoted and forwarded text
 * @param attribution the lines before it that say so, as they stand in the mail; empty for other text
 * @param open whether it is unfolded from the start
 */
record BlockView(Kind kind, String label, String attribution, boolean open, List<Piece> pieces) {
    /** How it is shown. */
    enum Kind {
        NEW,
        QUOTED,
        FORWARDED,
        SIGNATURE,
        /** What belongs to no block and introduces none. */
        BETWEEN
    }

    /** For the style sheet. */
    public String look() {
        return "block block-" + kind.name().toLowerCase(Locale.ROOT);
    }

    public boolean isFolding() {
        return kind == Kind.QUOTED || kind == Kind.FORWARDED;
    }

    /** The whole mail, block by block; what stands between blocks is kept. */
    static List<BlockView> of(Mail mail, List<DateMark> marks, Optional<Evidence> evidence, TimeWords words) {
        List<BlockView> views = new ArrayList<>();
        int at = 0;
        for (Block block : mail.blocks()) {
            String before = between(mail, at, block.begin());
            List<Piece> pieces = Piece.cut(trimmed(mail.text(block)), block.begin(), marks, evidence);
            Kind kind = kind(block);
            boolean folding = kind == Kind.QUOTED || kind == Kind.FORWARDED;
            if (!folding) {
                addPlain(before, views);
            }
            if (!pieces.isEmpty()) {
                boolean open = kind == Kind.FORWARDED || pieces.stream().anyMatch(Piece::isEvidence);
                views.add(new BlockView(kind, source(block, words), folding ? before : "", open, pieces));
            }
            at = block.end();
        }
        addPlain(between(mail, at, mail.body().length()), views);
        return views;
    }

    private static String between(Mail mail, int begin, int end) {
        return begin < end ? mail.body().substring(begin, end).strip() : "";
    }

    private static void addPlain(String text, List<BlockView> views) {
        if (!text.isEmpty()) {
            views.add(new BlockView(Kind.BETWEEN, "", "", true, List.of(new Piece(Piece.Kind.PLAIN, text, ""))));
        }
    }

    /** Without blank lines at the end; those at the beginning count in the offsets, and the style sheet hides them. */
    private static String trimmed(String text) {
        return text.stripTrailing();
    }

    private static Kind kind(Block block) {
        return switch (block.kind()) {
            case NEW -> Kind.NEW;
            case QUOTED -> Kind.QUOTED;
            case FORWARDED -> Kind.FORWARDED;
            case SIGNATURE -> Kind.SIGNATURE;
        };
    }

    /** "Quoted from Ann Lee, Mon 3 Nov, 09:12". */
    static String source(Block block, TimeWords words) {
        String how = block.kind() == Block.Kind.FORWARDED ? "Forwarded" : "Quoted";
        return how
                + block.writer()
                        .map(Address::display)
                        .map(name -> " from " + name)
                        .orElse("")
                + block.sent().map(words::sent).map(time -> ", " + time).orElse("");
    }
}
