package app.whichday.tuning;

import app.whichday.choice.Example;
import app.whichday.choice.Provenance;
import app.whichday.when.Anchor;
import app.whichday.when.Background;
import app.whichday.when.Reading;
import app.whichday.when.Sighting;
import app.whichday.when.WhenReader;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Sentences written for Whichday, {@code /when/en/examples.txt}, one {@code kind | sentence} a line: in {@code back} ones the
 * latest past reading is right, in {@code ahead} ones the nearest to come, in {@code today} ones the day itself, in {@code week} ones
 * the same weekday of the next week, {@code am} and
 * {@code pm} say which half of the day as well, {@code no} ones hold no time. Placeholders are filled with days, and each sentence is sent on several days, so that a
 * model learns the words and not the dates.
 *
 * <p>They are nobody's mail: always trained on, never judged.
 */
record OwnSentences(List<Sentence> sentences, double weight, double isTimeWeight) {
    private static final String RESOURCE = "/when/en/examples.txt";
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final LocalDate FIRST_SENT = LocalDate.of(2024, 1, 1);
    private static final int FILLINGS = 2;
    private static final String GROUP = "own";
    /** What is said of weekdays behind these words is said of dates as well: "by Friday", "by the 14th". */
    private static final Pattern LED_WEEKDAY =
            Pattern.compile("\\b(on|by|since|until|till|before|after|through) WD\\b(?!')");

    /** What the time in a sentence means. */
    enum Kind {
        BACK,
        AHEAD,
        TODAY,
        WEEK,
        AM,
        PM,
        NO
    }

    /** A sentence, filled in. */
    record Sentence(Kind kind, String text, Anchor anchor) {}

    OwnSentences {
        sentences = List.copyOf(sentences);
    }

    /**
     * @param weight of an example of which reading is meant
     * @param isTimeWeight of one of whether it is a time at all
     */
    static OwnSentences read(double weight, double isTimeWeight) throws IOException {
        List<Sentence> sentences = new ArrayList<>();
        for (OwnLines.Line own : OwnLines.of(RESOURCE).lines()) {
            for (int filling = 0; filling < FILLINGS; filling++) {
                sentences.add(sentence(own.text(), own.number(), filling));
            }
            if (LED_WEEKDAY.matcher(own.text()).find()
                    && !own.text().startsWith("today")
                    && !own.text().startsWith("week")) {
                sentences.add(sentence(own.text().replace("WD", "NTH"), own.number(), FILLINGS));
                sentences.add(sentence(own.text().replace("WD", "MD"), own.number(), FILLINGS + 1));
            }
        }
        return new OwnSentences(sentences, weight, isTimeWeight);
    }

    static Provenance.Data provenance() throws IOException {
        return OwnLines.of(RESOURCE).provenance("own sentences");
    }

    private static Sentence sentence(String line, int number, int filling) {
        int bar = line.indexOf('|');
        if (bar < 0) {
            throw new IllegalArgumentException(RESOURCE + ", line " + number + ": no | between kind and sentence");
        }
        Kind kind = kind(line.substring(0, bar).strip(), number);
        // Strides without a common factor with the spans they wrap in: every filling is another combination.
        LocalDate sent = FIRST_SENT.plusDays((number * 37L + filling * 61L) % 350);
        String text = fill(line.substring(bar + 1).strip(), sent, kind, number + 3 * filling);
        return new Sentence(
                kind, text, new Anchor(sent.atTime(10, 0).atZone(ZONE).toInstant(), ZONE, Locale.US));
    }

    private static Kind kind(String name, int line) {
        return switch (name) {
            case "back" -> Kind.BACK;
            case "ahead" -> Kind.AHEAD;
            case "today" -> Kind.TODAY;
            case "week" -> Kind.WEEK;
            case "am" -> Kind.AM;
            case "pm" -> Kind.PM;
            case "no" -> Kind.NO;
            default ->
                throw new IllegalArgumentException(RESOURCE + ", line " + line
                        + ": the kind is back, ahead, today, week, am, pm or no, not " + name);
        };
    }

    private static String fill(String sentence, LocalDate sent, Kind kind, int salt) {
        int side = kind == Kind.BACK ? -1 : 1;
        LocalDate near = sent.plusDays(side * (2L + salt * 5L % 20));
        LocalDate far = sent.plusDays(side * (5L + salt * 7L % 80));
        LocalDate month = sent.withDayOfMonth(1).plusMonths(side * (1L + salt % 5));
        LocalDate quarter = sent.plusMonths(side * 3L);
        DayOfWeek weekday = DayOfWeek.of(1 + salt % 5);
        if (kind == Kind.TODAY || kind == Kind.WEEK) {
            weekday = sent.getDayOfWeek();
        } else if (weekday == sent.getDayOfWeek()) {
            // "Friday" said on a Friday may be today: only sentences of that kind claim to know.
            weekday = weekday.plus(1);
        }
        // MONTH before NTH, which stands in it.
        return sentence.replace("MONTH", name(month))
                .replace("WD", weekday.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                .replace("NTH", "the " + ordinal(near.getDayOfMonth()))
                .replace("MD", name(far) + " " + far.getDayOfMonth())
                .replace("QTR", "Q" + (1 + (quarter.getMonthValue() - 1) / 3));
    }

    private static String name(LocalDate month) {
        return month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    static String ordinal(int day) {
        int last = day % 10;
        String ending = day / 10 == 1 || last == 0 || last > 3 ? "th" : last == 1 ? "st" : last == 2 ? "nd" : "rd";
        return day + ending;
    }

    /** The questions that the sentences pose to a reader, with their answers. */
    void addTo(ReadingExamples examples, WhenReader reader) {
        for (Sentence sentence : sentences) {
            for (Sighting sighting : reader.sightings(sentence.text, sentence.anchor, Background.NONE)) {
                boolean time = sentence.kind != Kind.NO;
                examples.isTime().add(new Example<>(sighting.isTime(), Set.of(time ? 0 : 1), GROUP, isTimeWeight));
                if (time) {
                    examples.which().add(new Example<>(sighting.which(), right(sentence, sighting), GROUP, weight));
                }
            }
        }
    }

    /** Of the readings on the right side, those on the day nearest to the sent one. */
    static Set<Integer> right(Sentence sentence, Sighting sighting) {
        LocalDate sent = sentence.anchor.local().toLocalDate();
        Set<Integer> right = new TreeSet<>();
        long nearest = Long.MAX_VALUE;
        for (int i = 0; i < sighting.which().options().size(); i++) {
            Reading reading = sighting.which().options().get(i).value();
            long days = reading.day().toEpochDay() - sent.toEpochDay();
            long distance = sentence.kind == Kind.BACK ? -days : days;
            boolean today = sentence.kind == Kind.TODAY;
            if (today != (distance == 0) || distance < 0 || distance > nearest || !halfFits(sentence.kind, reading)) {
                continue;
            }
            if (distance < nearest) {
                right.clear();
                nearest = distance;
            }
            right.add(i);
        }
        return right;
    }

    private static boolean halfFits(Kind kind, Reading reading) {
        return switch (kind) {
            case AM -> reading.start() != null && reading.start().getHour() < 12;
            case PM -> reading.start() != null && reading.start().getHour() >= 12;
            case BACK, AHEAD, TODAY, WEEK, NO -> true;
        };
    }
}
