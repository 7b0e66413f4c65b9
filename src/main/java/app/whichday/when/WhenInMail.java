package app.whichday.when;

import app.whichday.mail.Block;
import app.whichday.mail.Mail;
import app.whichday.mail.SentTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads a whole mail: each block against the time at which its own writer sent it, in that writer's zone. A quoted "tomorrow" is
 * the quoted writer's. Signatures and the lines that introduce quotes yield nothing.
 */
public final class WhenInMail {
    private final WhenReader reader;

    public WhenInMail(WhenReader reader) {
        this.reader = reader;
    }

    /**
     * @param zone the owner's: where the mail or a quote tells none, and for writers on the same offset
     * @param locale the owner's
     * @return in the order of the body, spans count in {@link Mail#body}
     */
    public List<DatedExpression> read(Mail mail, ZoneId zone, Locale locale) {
        List<DatedExpression> out = new ArrayList<>();
        for (Block block : mail.blocks()) {
            if (block.kind() != Block.Kind.SIGNATURE) {
                Anchor anchor = anchor(mail, block, zone, locale);
                for (Expression expression : reader.read(mail.text(block), anchor)) {
                    out.add(new DatedExpression(block, expression.shiftedBy(block.begin())));
                }
            }
        }
        return out;
    }

    /** When and where the block was written; a quote that doesn't tell is taken to be as old as what quotes it. */
    public static Anchor anchor(Mail mail, Block block, ZoneId zone, Locale locale) {
        SentTime sent = block.sent().or(() -> enclosing(mail, block)).orElse(mail.sent());
        ZoneId told = sent.zone().or(() -> mail.sent().zone()).orElse(zone);
        Instant instant = sent.instant(told);
        return new Anchor(instant, named(told, zone, instant), locale);
    }

    private static Optional<SentTime> enclosing(Mail mail, Block block) {
        Optional<SentTime> sent = Optional.empty();
        int level = -1;
        for (Block other : mail.blocks()) {
            if (other.begin() < block.begin()
                    && other.level() < block.level()
                    && other.level() > level
                    && other.sent().isPresent()) {
                sent = other.sent();
                level = other.level();
            }
        }
        return sent;
    }

    /** An offset in a header says no place; the owner's zone is as good where both agree, and knows of summer time. */
    private static ZoneId named(ZoneId told, ZoneId owner, Instant instant) {
        boolean same =
                owner.getRules().getOffset(instant).equals(told.getRules().getOffset(instant));
        return same ? owner : told;
    }
}
