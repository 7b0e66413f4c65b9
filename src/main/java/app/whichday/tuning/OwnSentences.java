package app.whichday.tuning;

import app.whichday.choice.Provenance;
import app.whichday.when.Anchor;
import app.whichday.when.Span;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Sentences written for Whichday, {@code /when/en/examples.txt}: {@code back | ...} means the latest past, {@code ahead | ...} the
 * coming one, {@code no | ...} holds no time. Each is filled several times with days and sent on different days, so that a model
 * learns the words and not the dates.
 */
final class OwnSentences {
    private static final String RESOURCE = "/when/en/examples.txt";
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final LocalDate FIRST_SENT = LocalDate.of(2024, 1, 1);
    private static final int FILLINGS = 2;
    private static final String GROUP = "own";

    private final double weight;
    private final List<LabelledText> texts = new ArrayList<>();

    private OwnSentences(double weight) {
        this.weight = weight;
    }

    static List<LabelledText> read(double weight) throws IOException {
        OwnSentences sentences = new OwnSentences(weight);
        int number = 0;
        for (String line : new String(bytes(), StandardCharsets.UTF_8).split("\n")) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                int bar = line.indexOf('|');
                if (bar < 0) {
                    throw new IllegalArgumentException(
                            RESOURCE + ", line " + number + ": no | between kind and sentence");
                }
                for (int filling = 0; filling < FILLINGS; filling++) {
                    sentences.add(
                            line.substring(0, bar).strip(),
                            line.substring(bar + 1).strip(),
                            number,
                            filling);
                }
            }
        }
        return sentences.texts;
    }

    static Provenance.Data provenance() throws IOException {
        byte[] bytes = bytes();
        int rows = (int) new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains("|"))
                .count();
        return new Provenance.Data("own sentences", DataFolder.sha256(bytes), rows);
    }

    private static byte[] bytes() throws IOException {
        try (InputStream in = OwnSentences.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("No " + RESOURCE + " on the class path");
            }
            return in.readAllBytes();
        }
    }

    private void add(String kind, String sentence, int line, int filling) {
        // Strides without a common factor with the spans they wrap in: every filling is another combination.
        LocalDate sent = FIRST_SENT.plusDays((line * 37L + filling * 61L) % 350);
        DayOfWeek weekday = DayOfWeek.of(1 + (line + filling * 3) % 5);
        boolean back = kind.equals("back");
        LocalDate said =
                switch (kind) {
                    case "back" -> sent.with(TemporalAdjusters.previous(weekday));
                    case "ahead" -> sent.with(TemporalAdjusters.next(weekday));
                    case "no" -> sent;
                    default ->
                        throw new IllegalArgumentException(
                                RESOURCE + ", line " + line + ": the kind is back, ahead or no, not " + kind);
                };
        LocalDate near = sent.plusDays((back ? -1L : 1L) * (2 + (line * 5L + filling * 7L) % 20));
        LocalDate far = sent.plusDays((back ? -1L : 1L) * (5 + (line * 7L + filling * 11L) % 80));
        LocalDate month =
                sent.plusMonths((back ? -1L : 1L) * (1 + (line + filling) % 5)).withDayOfMonth(1);
        Filler filler = new Filler(sentence);
        // MONTH before NTH, which stands in it.
        filler.fill("MONTH", month(month), month, Gold.Unit.MONTH);
        filler.fill("WD", weekday.getDisplayName(TextStyle.FULL, Locale.ENGLISH), said, Gold.Unit.PART);
        filler.fill("NTH", "the " + ordinal(near.getDayOfMonth()), near, Gold.Unit.PART);
        filler.fill("MD", month(far) + " " + far.getDayOfMonth(), far, Gold.Unit.PART);
        LocalDateTime at = sent.atTime(10, 0);
        texts.add(new LabelledText(
                LabelledText.Set.OWN,
                GROUP,
                weight,
                List.of(new LabelledText.Passage(
                        filler.text, 0, new Anchor(at.atZone(ZONE).toInstant(), ZONE, Locale.US))),
                filler.gold == null ? List.of() : List.of(filler.gold),
                kind.equals("no")));
    }

    private static String month(LocalDate day) {
        return day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    static String ordinal(int day) {
        int last = day % 10;
        String ending = day / 10 == 1 || last == 0 || last > 3 ? "th" : last == 1 ? "st" : last == 2 ? "nd" : "rd";
        return day + ending;
    }

    /** A sentence whose placeholder, if it has one, is filled in. */
    private static final class Filler {
        private String text;
        private @Nullable Gold gold;

        Filler(String text) {
            this.text = text;
        }

        void fill(String placeholder, String words, LocalDate meant, Gold.Unit unit) {
            int at = text.indexOf(placeholder);
            if (at < 0 || gold != null) {
                return;
            }
            text = text.substring(0, at) + words + text.substring(at + placeholder.length());
            gold = new Gold(
                    new Span(at, at + words.length()),
                    Gold.Kind.CLEAR,
                    false,
                    unit,
                    List.of(new Gold.Meaning(meant.atStartOfDay(), null)));
        }
    }
}
