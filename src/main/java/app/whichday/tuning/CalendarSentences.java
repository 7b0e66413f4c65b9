package app.whichday.tuning;

import app.whichday.calendar.EventTime;
import app.whichday.choice.Example;
import app.whichday.choice.Provenance;
import app.whichday.mail.Address;
import app.whichday.mail.Sentence;
import app.whichday.when.Anchor;
import app.whichday.when.Appointment;
import app.whichday.when.Background;
import app.whichday.when.Diary;
import app.whichday.when.Reading;
import app.whichday.when.Sighting;
import app.whichday.when.WhenReader;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Sentences written for Whichday with what stands in their reader's calendar, {@code /when/en/calendar.txt}: labelled mail comes
 * without calendars. Half of them show when the calendar is not to sway a reading. The file tells its notation.
 *
 * <p>They are nobody's mail: always trained on, never judged.
 */
record CalendarSentences(List<Sentenced> sentences) {
    private static final String RESOURCE = "/when/en/calendar.txt";
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final LocalDate FIRST_SENT = LocalDate.of(2024, 1, 1);
    private static final int FILLINGS = 4;
    private static final int WEEK = 7;
    private static final String GROUP = "own";
    /** Of several fillings each. */
    private static final double WEIGHT = 0.5;

    private static final Address WRITER = new Address("Anna", "anna@moss.example");

    /** What the calendar decides; the others are read as {@link OwnSentences.Kind} says. */
    enum Decided {
        KNOWN,
        DAY
    }

    /**
     * A sentence, filled in.
     *
     * @param decided empty where the calendar is not to sway it
     */
    record Sentenced(
            Optional<Decided> decided,
            OwnSentences.Sentence sentence,
            List<Appointment> calendar,
            Background background) {

        Set<Integer> right(Sighting sighting) {
            return decided.map(how -> decidedBy(calendar.getFirst(), how, sighting))
                    .orElseGet(() -> untimed(OwnSentences.right(sentence, sighting), sighting));
        }

        private static Set<Integer> decidedBy(Appointment first, Decided how, Sighting sighting) {
            Set<Integer> right = new TreeSet<>();
            for (int i = 0; i < sighting.which().options().size(); i++) {
                Reading reading = sighting.which().options().get(i).value();
                boolean fits =
                        switch (first.time()) {
                            case EventTime.Timed timed ->
                                how == Decided.KNOWN
                                        && timed.start().toLocalDateTime().equals(reading.start());
                            case EventTime.AllDay days ->
                                how == Decided.DAY
                                        && !reading.timed()
                                        && days.first().equals(reading.day());
                        };
                if (fits) {
                    right.add(i);
                }
            }
            return right;
        }

        /** A day that was said without an hour is not at an appointment's, unless that is what was meant. */
        private static Set<Integer> untimed(Set<Integer> right, Sighting sighting) {
            Set<Integer> days = new TreeSet<>(right);
            days.removeIf(i -> sighting.which().options().get(i).value().timed());
            return days.isEmpty() ? right : days;
        }
    }

    CalendarSentences {
        sentences = List.copyOf(sentences);
    }

    static CalendarSentences read() throws IOException {
        List<Sentenced> sentences = new ArrayList<>();
        for (OwnLines.Line own : OwnLines.of(RESOURCE).lines()) {
            for (int filling = 0; filling < FILLINGS; filling++) {
                sentences.add(sentence(own.text(), own.number(), filling));
            }
        }
        return new CalendarSentences(sentences);
    }

    static Provenance.Data provenance() throws IOException {
        return OwnLines.of(RESOURCE).provenance("own sentences with a calendar");
    }

    private static Sentenced sentence(String line, int number, int filling) {
        String[] parts = line.split("\\|");
        try {
            if (parts.length != 3) {
                throw new IllegalArgumentException("no kind | sentence | events");
            }
            // The strides of OwnSentences: every filling is another combination of days.
            LocalDate sent = FIRST_SENT.plusDays((number * 37L + filling * 61L) % 350);
            String kind = parts[0].strip().toUpperCase(Locale.ROOT);
            Optional<Decided> decided =
                    kind.equals("KNOWN") || kind.equals("DAY") ? Optional.of(Decided.valueOf(kind)) : Optional.empty();
            Days days = Days.of(parts[1], sent, number + 3 * filling);
            List<Appointment> calendar = new ArrayList<>();
            for (String event : parts[2].split(";")) {
                calendar.addAll(days.appointments(event.strip()));
            }
            Anchor anchor = new Anchor(sent.atTime(10, 0).atZone(ZONE).toInstant(), ZONE, Locale.US);
            Diary diary = Diary.near(anchor, calendar, List.of(WRITER), "");
            return new Sentenced(
                    decided,
                    new OwnSentences.Sentence(
                            decided.isPresent() ? OwnSentences.Kind.AHEAD : OwnSentences.Kind.valueOf(kind),
                            days.fill(parts[1].strip()),
                            anchor),
                    calendar,
                    new Background(List.of(), Optional.empty(), false, diary));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(RESOURCE + ", line " + number + ": " + e.getMessage(), e);
        }
    }

    /**
     * The days of one filling.
     *
     * @param ahead the weekday or date of the sentence, next after the sent day
     * @param back the same, the latest past
     */
    private record Days(LocalDate sent, LocalDate ahead, LocalDate back) {
        static Days of(String sentence, LocalDate sent, int salt) {
            if (sentence.contains("MD")) {
                LocalDate day = sent.plusDays(5L + salt * 7L % 30);
                return new Days(sent, day, day.minusYears(1));
            }
            DayOfWeek drawn = DayOfWeek.of(1 + salt % 5);
            DayOfWeek weekday = drawn == sent.getDayOfWeek() ? drawn.plus(1) : drawn;
            return new Days(
                    sent, sent.with(TemporalAdjusters.next(weekday)), sent.with(TemporalAdjusters.previous(weekday)));
        }

        String fill(String sentence) {
            return sentence.replace("WD", ahead.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                    .replace(
                            "MD",
                            ahead.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " "
                                    + ahead.getDayOfMonth());
        }

        /** What one event, or a series, puts into the calendar: the one to come first. */
        List<Appointment> appointments(String event) {
            String[] words = event.split(" ", 3);
            int comma = words[2].lastIndexOf(',');
            String title = words[2].substring(0, comma);
            String whom = words[2].substring(comma + 1).strip().toLowerCase(Locale.ROOT);
            boolean series = words[0].equals("weekly");
            return days(words[0]).stream()
                    .map(day -> new Appointment(
                            title,
                            time(day, words[1]),
                            series,
                            Set.of(whom),
                            Set.of(Sentence.words(title).strip().split(" "))))
                    .toList();
        }

        private List<LocalDate> days(String word) {
            return switch (word) {
                case "back" -> List.of(back);
                case "ahead" -> List.of(ahead);
                case "before" -> List.of(back.minusDays(WEEK));
                case "later" -> List.of(ahead.plusDays(WEEK));
                case "weekly" -> List.of(ahead, back, back.minusDays(WEEK), ahead.plusDays(WEEK));
                default -> List.of(sent.plusDays(Integer.parseInt(word)));
            };
        }

        private static EventTime time(LocalDate day, String hour) {
            LocalDateTime start = hour.equals("all") ? day.atStartOfDay() : day.atTime(LocalTime.parse(hour));
            return hour.equals("all")
                    ? new EventTime.AllDay(day, day.plusDays(1))
                    : new EventTime.Timed(start.atZone(ZONE), Duration.ofHours(1));
        }
    }

    /** The questions that the sentences pose to a reader, with their answers. */
    List<Example<Reading>> examples(WhenReader reader) {
        List<Example<Reading>> examples = new ArrayList<>();
        for (Sentenced each : sentences) {
            for (Sighting sighting : reader.sightings(each.sentence.text(), each.sentence.anchor(), each.background)) {
                examples.add(new Example<>(sighting.which(), each.right(sighting), GROUP, WEIGHT));
            }
        }
        return examples;
    }
}
