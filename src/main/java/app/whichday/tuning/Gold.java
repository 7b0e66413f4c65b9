package app.whichday.tuning;

import app.whichday.when.Reading;
import app.whichday.when.Span;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a person says that a phrase means.
 *
 * @param kind of phrase
 * @param quoted whether it stands in quoted text
 * @param meanings acceptable ones, the likeliest first; empty where no single time is meant
 */
record Gold(Span span, Kind kind, boolean quoted, Unit unit, List<Meaning> meanings) {
    /** Whether it is scored, and how. */
    enum Kind {
        CLEAR,
        /** Even a careful reader would ask. */
        AMBIGUOUS,
        /** Recurring, or not to be resolved from the mail: finding it is right, its day isn't judged. */
        UNRESOLVED
    }

    /** What is compared. */
    enum Unit {
        MINUTE,
        /** A part of a day: the day counts. */
        PART,
        DAY,
        WEEK,
        MONTH,
        YEAR
    }

    /**
     * An interval as labelled.
     *
     * @param end inclusive for days, null where none is stated
     */
    record Meaning(LocalDateTime start, @Nullable LocalDateTime end) {
        static LocalDateTime time(String iso) {
            return iso.length() > 10
                    ? LocalDateTime.parse(iso)
                    : LocalDate.parse(iso).atStartOfDay();
        }
    }

    Gold {
        meanings = List.copyOf(meanings);
    }

    boolean resolved() {
        return kind != Kind.UNRESOLVED;
    }

    boolean right(Reading reading) {
        return meanings.stream().anyMatch(meaning -> right(reading, meaning));
    }

    /** Whether at least the day is right; true where the phrase is about longer than a day. */
    boolean rightDay(Reading reading) {
        return unit.compareTo(Unit.DAY) > 0
                || meanings.stream()
                        .anyMatch(meaning -> meaning.start.toLocalDate().equals(reading.day()));
    }

    private boolean right(Reading reading, Meaning meaning) {
        LocalDate day = reading.day();
        LocalDate meant = meaning.start.toLocalDate();
        return switch (unit) {
            case MINUTE ->
                reading.timed()
                        && meaning.start.equals(reading.start())
                        && (meaning.end == null || meaning.end.equals(reading.end()));
            case WEEK -> monday(day).equals(monday(meant));
            case MONTH -> day.getYear() == meant.getYear() && day.getMonth() == meant.getMonth();
            case YEAR -> day.getYear() == meant.getYear();
            case PART -> day.equals(meant);
            case DAY ->
                day.equals(meant)
                        && (meaning.end == null || Objects.equals(lastDay(reading), meaning.end.toLocalDate()));
        };
    }

    private static @Nullable LocalDate lastDay(Reading reading) {
        LocalDateTime end = reading.end();
        if (end == null) {
            return null;
        }
        return reading.timed() ? end.toLocalDate() : end.toLocalDate().minusDays(1);
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
