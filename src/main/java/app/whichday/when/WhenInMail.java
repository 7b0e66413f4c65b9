package app.whichday.when;

import app.whichday.mail.Address;
import app.whichday.mail.Block;
import app.whichday.mail.Mail;
import app.whichday.mail.SentTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads a whole mail: each block against the time at which its own writer sent it, in that writer's zone. A quoted "tomorrow" is
 * the quoted writer's. Signatures and the lines that introduce quotes yield nothing.
 */
public final class WhenInMail {
    private static final int MOST_BLOCKS = 24;
    private static final int MOST_NAMED = 16;
    private static final int MOST_PEOPLE = 50;

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
        return read(mail, zone, locale, List.of());
    }

    /** @param calendar the owner's appointments, in any order; those far from a text don't count for it */
    public List<DatedExpression> read(Mail mail, ZoneId zone, Locale locale, List<Appointment> calendar) {
        List<DatedExpression> out = new ArrayList<>();
        for (Passage passage : passages(mail, zone, locale, calendar)) {
            Block block = passage.block();
            for (Expression expression : reader.read(mail.text(block), passage.anchor(), passage.background())) {
                out.add(new DatedExpression(block, expression.shiftedBy(block.begin())));
            }
        }
        return out;
    }

    /** A block that is read, with what it is read against. */
    public record Passage(Block block, Anchor anchor, Background background) {}

    /** All blocks but signatures; each knows the dates that the subject and the other blocks name. */
    public List<Passage> passages(Mail mail, ZoneId zone, Locale locale) {
        return passages(mail, zone, locale, List.of());
    }

    private List<Passage> passages(Mail mail, ZoneId zone, Locale locale, List<Appointment> calendar) {
        List<Block> blocks = mail.blocks().stream()
                .filter(block -> block.kind() != Block.Kind.SIGNATURE)
                .toList();
        List<Anchor> anchors =
                blocks.stream().map(block -> anchor(mail, block, zone, locale)).toList();
        List<List<LocalDate>> named = new ArrayList<>();
        named.add(blocks.isEmpty() ? List.of() : reader.named(mail.subject(), anchors.getFirst()));
        for (int i = 0; i < blocks.size() && blocks.size() > 1; i++) {
            named.add(i < MOST_BLOCKS ? reader.named(mail.text(blocks.get(i)), anchors.get(i)) : List.of());
        }
        List<Passage> out = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            Diary diary = Diary.near(anchors.get(i), calendar, people(mail, block), mail.subject());
            Background background = new Background(besides(named, i), writer(mail, block), inferred(block), diary);
            out.add(new Passage(block, anchors.get(i), background));
        }
        return out;
    }

    /** A quote that doesn't tell its writer has none: it is hardly by who quotes it. */
    private static Optional<Address> writer(Mail mail, Block block) {
        return block.level() == 0 ? Optional.of(mail.from()) : block.writer();
    }

    /** Who may be meant by "our". */
    private static List<Address> people(Mail mail, Block block) {
        return Stream.of(Stream.of(mail.from()), mail.to().stream(), mail.cc().stream(), block.writer().stream())
                .flatMap(people -> people)
                .limit(MOST_PEOPLE)
                .toList();
    }

    private static boolean inferred(Block block) {
        return block.level() > 0 && block.sent().isEmpty();
    }

    /** What the subject and the other blocks name, those after it first: the mail that a block replies to follows it. */
    private static List<LocalDate> besides(List<List<LocalDate>> named, int block) {
        Set<LocalDate> days = new LinkedHashSet<>(named.getFirst());
        for (int i = block + 2; i < named.size(); i++) {
            days.addAll(named.get(i));
        }
        for (int i = block; i > 0; i--) {
            days.addAll(i < named.size() ? named.get(i) : List.of());
        }
        return days.stream().limit(MOST_NAMED).toList();
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
