package app.whichday.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How many rows of another parser's test suite are read exactly as that parser's authors want it, nothing tuned on them.
 *
 * <p>A row is exact when the expression that overlaps the row's has its start, to the row's unit (for a day: no clock time may be
 * added), and its end where the row gives one; a row that is to yield nothing must yield nothing. The best reading counts, asked or
 * not. Made equal, because they are only ways of writing: an end may be the last day or the day after it, the last minute or hour or
 * the one after; seconds are dropped; "in 3 days" at the reference's clock time is a day. A part of a day ("tomorrow morning") counts
 * by its day: we give it no hours. Where a suite gives a past and a future answer side by side, either is right.
 *
 * <p>Left out: rows without a day or time to compare (durations, sets, time zones, "not resolved"), rows that test an option of the
 * parser itself (chrono's strict mode and clones, other languages), and what the file says is not supported.
 */
enum PeersSuite {
    RECOGNIZERS("recognizers-text.jsonl") {
        @Override
        boolean counts(JsonNode row) {
            boolean model = row.path("source").asText().endsWith("/DateTimeModel")
                    && !row.path("not_supported").isTextual()
                    && !row.path("not_supported_by_design").isTextual();
            return model && row.path("reference_datetime").isTextual() && (negative(row) || start(row) != null);
        }

        @Override
        boolean right(JsonNode row, Reading reading) {
            String expected = row.path("expected_start").asText();
            if (expected.length() <= 8) {
                return clock(expected, row, reading)
                        || clock(row.path("expected_start_past").asText(), row, reading);
            }
            boolean future = same(time(expected), expected.length() > 10, reading);
            String past = row.path("expected_start_past").asText("");
            boolean either = future || past.length() >= 10 && same(time(past), past.length() > 10, reading);
            return either && (!future || sameEnd(row, reading));
        }

        /** A time of no particular day. */
        private boolean clock(String expected, JsonNode row, Reading reading) {
            if (reading.grain() == Grain.PART) {
                return row.path("grain").asText().equals("timerange");
            }
            return reading.timed()
                    && reading.start() != null
                    && !expected.isEmpty()
                    && minutes(reading.start().toLocalTime()).equals(minutes(LocalTime.parse(expected)))
                    && endTime(row, reading);
        }

        private static LocalTime minutes(LocalTime time) {
            return time.truncatedTo(ChronoUnit.MINUTES);
        }

        private boolean endTime(JsonNode row, Reading reading) {
            return !row.path("expected_end").isTextual()
                    || reading.end() != null
                            && reading.end()
                                    .toLocalTime()
                                    .equals(LocalTime.parse(
                                            row.path("expected_end").asText()));
        }
    },
    CHRONO("chrono.jsonl") {
        private static final List<String> PLAIN =
                List.of("", "chrono.casual", "chrono.parse", "chrono.en", "chrono.en.GB");

        @Override
        boolean counts(JsonNode row) {
            return PLAIN.contains(row.path("config").asText(""))
                    && !row.path("options").has("timezones");
        }

        @Override
        boolean right(JsonNode row, Reading reading) {
            JsonNode start = row.path("components").path("start");
            if (start(row) == null) {
                return components(start, reading.start() == null ? reading.day().atStartOfDay() : reading.start());
            }
            LocalDateTime expected = time(row.path("expected_start").asText());
            boolean hour = start.has("hour")
                    || start.isEmpty() && !expected.toLocalTime().equals(LocalTime.NOON);
            boolean sure = row.path("certain").path("start.hour").asBoolean(true);
            return same(
                            expected,
                            hour && sure && row.path("expected_start").asText().length() > 10,
                            reading)
                    && sameEnd(row, reading);
        }

        private static boolean components(JsonNode expected, LocalDateTime start) {
            return agrees(expected, "year", start.getYear())
                    && agrees(expected, "month", start.getMonthValue())
                    && agrees(expected, "day", start.getDayOfMonth())
                    && agrees(expected, "hour", start.getHour())
                    && agrees(expected, "minute", start.getMinute());
        }

        private static boolean agrees(JsonNode expected, String part, int value) {
            return !expected.has(part) || expected.path(part).asInt() == value;
        }
    },
    DUCKLING("duckling-time.jsonl") {
        @Override
        boolean counts(JsonNode row) {
            return duckling(row);
        }

        @Override
        boolean right(JsonNode row, Reading reading) {
            return ducklingRight(row, reading);
        }
    },
    DUCKLING_GERMAN("duckling-time-de.jsonl") {
        @Override
        boolean counts(JsonNode row) {
            return duckling(row);
        }

        @Override
        boolean right(JsonNode row, Reading reading) {
            return ducklingRight(row, reading);
        }
    };

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final LocalDateTime ANY_DAY = LocalDateTime.of(2012, 8, 10, 12, 0);

    private final String file;

    PeersSuite(String file) {
        this.file = file;
    }

    /** @param misses a line for each row that is not exact */
    record Score(int exact, int rows, List<String> misses) {
        double share() {
            return (double) exact / Math.max(1, rows);
        }
    }

    abstract boolean counts(JsonNode row);

    abstract boolean right(JsonNode row, Reading reading);

    /** @param data the folder that holds {@code when/} */
    Score score(Path data, WhenReader reader) throws IOException {
        int rows = 0;
        List<String> misses = new ArrayList<>();
        for (String line : Files.readAllLines(data.resolve("when").resolve(file))) {
            JsonNode row = JSON.readTree(line);
            if (counts(row)) {
                rows++;
                List<Expression> found = reader.read(row.path("text").asText(), anchor(row));
                if (!exact(row, found)) {
                    misses.add(miss(row, found));
                }
            }
        }
        return new Score(rows - misses.size(), rows, misses);
    }

    private boolean exact(JsonNode row, List<Expression> found) {
        if (negative(row)) {
            return found.isEmpty();
        }
        Span span = span(row);
        return found.stream()
                .filter(each -> span == null || each.span().overlaps(span))
                .anyMatch(each -> right(row, each.best()));
    }

    private static @Nullable Span span(JsonNode row) {
        String text = row.path("text").asText();
        String expression = row.path("expr").asText("");
        int at = row.has("expr_start")
                ? row.path("expr_start").asInt()
                : text.toLowerCase(Locale.ROOT).indexOf(expression.toLowerCase(Locale.ROOT));
        return expression.isEmpty() || at < 0 ? null : new Span(at, at + expression.length());
    }

    private static Anchor anchor(JsonNode row) {
        LocalDateTime reference = row.path("reference_datetime").isTextual()
                ? LocalDateTime.parse(row.path("reference_datetime").asText().substring(0, 19))
                : ANY_DAY;
        return new Anchor(reference.atZone(zone(row)).toInstant(), zone(row), locale(row));
    }

    private static ZoneId zone(JsonNode row) {
        String reference = row.path("reference_datetime").asText("");
        return reference.length() > 19 && (reference.charAt(19) == '-' || reference.charAt(19) == '+')
                ? ZoneId.of(reference.substring(19))
                : ZONE;
    }

    private static Locale locale(JsonNode row) {
        String[] source = row.path("source").asText().split("/");
        String config = row.path("config").asText("");
        if (row.path("lang").asText().equals("de")) {
            return Locale.GERMANY;
        }
        boolean region = source[0].equals("duckling") && source.length > 2;
        return Locale.of("en", region ? source[2] : config.endsWith("GB") ? "GB" : "US");
    }

    static boolean negative(JsonNode row) {
        return row.path("kind").asText().equals("negative");
    }

    static @Nullable LocalDateTime start(JsonNode row) {
        String start = row.path("expected_start").asText("");
        if (start.matches("\\d\\d:\\d\\d:\\d\\d")) {
            return LocalDate.EPOCH.atTime(LocalTime.parse(start));
        }
        return start.matches("\\d{4}-\\d\\d-(?!00)\\d\\d.*") ? time(start) : null;
    }

    static LocalDateTime time(String iso) {
        String form = iso.replace(' ', 'T');
        return form.length() > 10
                ? LocalDateTime.parse(form.substring(0, Math.min(19, form.length())))
                        .truncatedTo(ChronoUnit.MINUTES)
                : LocalDate.parse(form).atStartOfDay();
    }

    /** @param timed whether the clock time counts */
    static boolean same(LocalDateTime expected, boolean timed, Reading reading) {
        if (!timed || reading.grain() == Grain.PART) {
            return !reading.timed() && reading.day().equals(expected.toLocalDate());
        }
        return reading.timed()
                && reading.start() != null
                && reading.start().truncatedTo(ChronoUnit.MINUTES).equals(expected);
    }

    static boolean sameEnd(JsonNode row, Reading reading) {
        if (!row.path("expected_end").isTextual() || reading.grain() == Grain.PART) {
            return true;
        }
        LocalDateTime expected = time(row.path("expected_end").asText());
        LocalDateTime end = reading.end();
        if (end == null) {
            end = reading.timed() ? null : reading.day().plusDays(1).atStartOfDay();
        }
        if (end == null) {
            return false;
        }
        if (!reading.timed()) {
            LocalDate day = expected.toLocalDate();
            return end.toLocalDate().equals(day)
                    || end.toLocalDate().minusDays(1).equals(day);
        }
        String unit = row.path("grain").asText("");
        LocalDateTime before = unit.equals("hour") ? expected.minusHours(1) : expected.minusMinutes(1);
        return end.equals(expected) || end.equals(before);
    }

    private static boolean duckling(JsonNode row) {
        return !row.path("latent").asBoolean(false)
                && !row.path("holiday").isTextual()
                && (negative(row) || start(row) != null);
    }

    private static boolean ducklingRight(JsonNode row, Reading as) {
        // Duckling gives all times on the reference's clocks.
        Reading reading = as.in(zone(row));
        LocalDateTime expected = time(row.path("expected_start").asText());
        String unit = row.path("grain").asText();
        boolean timed = unit.equals("hour") || unit.equals("minute") || unit.equals("second");
        if (unit.equals("week") && reading.grain() == Grain.WEEK) {
            LocalDate monday = reading.day().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            return monday.equals(expected.toLocalDate());
        }
        return same(expected, timed, reading) && sameEnd(row, reading);
    }

    private String miss(JsonNode row, List<Expression> found) {
        StringBuilder line = new StringBuilder(
                name().toLowerCase(Locale.ROOT) + " | " + row.path("text").asText());
        line.append(" | sent ").append(row.path("reference_datetime").asText());
        line.append(" | wanted ").append(row.path("expr").asText("nothing")).append(" = ");
        line.append(row.path("expected_start").asText())
                .append("..")
                .append(row.path("expected_end").asText());
        line.append(' ').append(row.path("grain").asText()).append(" | got ");
        for (Expression each : found) {
            Reading best = each.best();
            line.append(each.text()).append(" = ").append(best.start() == null ? best.day() : best.start());
            line.append("..")
                    .append(best.end())
                    .append(' ')
                    .append(best.grain())
                    .append("; ");
        }
        return line.toString().replace('\n', ' ');
    }

    /** Prints the figures; with a file's name, writes the misses to it. */
    public static void main(String... args) throws IOException {
        Path data = Path.of(System.getProperty("whichday.data", "../shared/data"));
        List<String> misses = new ArrayList<>();
        for (PeersSuite suite : values()) {
            Score score = suite.score(data, WhenReader.base());
            misses.addAll(score.misses);
            System.out.printf(
                    Locale.ROOT,
                    "%-16s %4d of %4d exact, %.1f %%%n",
                    suite,
                    score.exact,
                    score.rows,
                    100 * score.share());
        }
        if (args.length > 0) {
            Files.write(Path.of(args[0]), misses);
        }
    }
}
