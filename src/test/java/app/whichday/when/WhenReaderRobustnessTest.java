package app.whichday.when;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What holds for every text, however hostile, and for every place and moment. */
class WhenReaderRobustnessTest {
    private static final WhenReader READER = WhenReader.base();
    private static final String[] PIECES = {
        "Friday",
        "next",
        "last",
        "this",
        "the",
        "21st",
        "31st",
        "3",
        "12",
        "24",
        "99",
        "2024",
        "0",
        "00",
        "1900",
        "pm",
        "am",
        "a.m.",
        "at",
        "on",
        "from",
        "to",
        "-",
        "–",
        "/",
        ".",
        ":",
        ",",
        "(",
        ")",
        "\n",
        "\n\n",
        "week",
        "weeks",
        "month",
        "of",
        "in",
        "ago",
        "after",
        "before",
        "February",
        "29",
        "30",
        "Thanksgiving",
        "EOD",
        "noon",
        "midnight",
        "half past",
        "quarter to",
        "GMT",
        "+14",
        "PST",
        "tomorrow",
        "yesterday",
        "every",
        "morning",
        "tonight",
        "2025-02-30",
        "13/13/13",
        "2/29",
        "24:00",
        "99:99",
        "business days",
        "a",
        "couple",
        "first",
        "Q3",
        "end",
        "mid",
        "early",
        "999999999",
        "or",
        "and",
        "May",
        "sat",
        "'01",
        "’",
        "2000000000 years",
        "years",
        "hours",
        "million",
        "31/12/9999",
        "9999",
        "from now",
        "it's",
        "\u0000",
        "\ud83d\ude00",
        "ß",
        "ı"
    };

    @Test
    void noTextIsTooStrange() {
        Random random = new Random(7);
        // ical4j, where another test has used it, registers zones of its own that java.time can't use everywhere.
        List<ZoneId> zones = ZoneId.getAvailableZoneIds().stream()
                .filter(id -> !id.startsWith("ical4j"))
                .sorted()
                .map(ZoneId::of)
                .toList();
        Locale[] locales = {
            Locale.US, Locale.UK, Locale.GERMANY, Locale.ROOT, Locale.of("ar", "EG"), Locale.of("tr", "TR")
        };
        for (int round = 0; round < 4000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(25); i >= 0; i--) {
                text.append(PIECES[random.nextInt(PIECES.length)]).append(random.nextInt(4) == 0 ? "" : " ");
            }
            long second = random.nextLong(-2_000_000_000L, 5_000_000_000L);
            Anchor anchor = new Anchor(
                    Instant.ofEpochSecond(second),
                    zones.get(random.nextInt(zones.size())),
                    locales[round % locales.length]);
            check(text.toString(), READER.read(text, anchor));
        }
    }

    @Test
    void randomCharactersAreRead() {
        Random random = new Random(11);
        Anchor anchor = new Anchor(Instant.parse("2024-02-29T12:00:00Z"), ZoneId.of("UTC"), Locale.US);
        for (int round = 0; round < 2000; round++) {
            char[] text = new char[random.nextInt(200)];
            for (int i = 0; i < text.length; i++) {
                text[i] = (char) (random.nextInt(3) > 0 ? random.nextInt(128) : random.nextInt(0x10000));
            }
            check(new String(text), READER.read(new String(text), anchor));
        }
    }

    @Test
    void weekdaysAgreeWithDatesUnlessMarkedAsConflict() {
        Random random = new Random(3);
        for (int round = 0; round < 3000; round++) {
            DayOfWeek day = DayOfWeek.of(1 + random.nextInt(7));
            String name = day.getDisplayName(java.time.format.TextStyle.FULL, Locale.ENGLISH);
            String[] forms = {
                name,
                "next " + name,
                "last " + name,
                "this " + name,
                name + " at 3pm",
                name + " the " + (1 + random.nextInt(28)) + "th",
                name + ", March " + (1 + random.nextInt(28)),
                "the " + name + " after next",
                name + " next week",
                "a week from " + name
            };
            String text = "Can we meet " + forms[random.nextInt(forms.length)] + "?";
            Anchor anchor = new Anchor(
                    LocalDateTime.of(2023, 1, 1, 9, 0)
                            .plusHours(random.nextInt(26_000))
                            .atZone(ZoneId.of("Europe/Berlin"))
                            .toInstant(),
                    ZoneId.of("Europe/Berlin"),
                    Locale.US);
            for (Expression expression : READER.read(text, anchor)) {
                if (expression.text().contains(name) && !expression.conflict()) {
                    expression.ranking().ranked().forEach(ranked -> assertThat(
                                    ranked.value().day().getDayOfWeek())
                            .as(text + " sent " + anchor.local() + ": " + ranked.value())
                            .isEqualTo(day));
                }
            }
        }
    }

    @Test
    void timeIsLinearInHostileText() {
        for (String unit : List.of(
                "1 ", "next ", "(", "Friday ", "1/", "3-", "the ", "at 3 ", "12:", "in a ", "Mon, ", "a\n\n", "may ",
                "from ", "12 to ")) {
            Anchor anchor = new Anchor(Instant.parse("2024-02-29T12:00:00Z"), ZoneId.of("UTC"), Locale.US);
            String text = unit.repeat(300_000 / unit.length());
            long before = System.nanoTime();
            READER.read(text, anchor);
            assertThat((System.nanoTime() - before) / 1_000_000)
                    .as("ms for 300 kB of '" + unit + "'")
                    .isLessThan(15_000);
        }
    }

    static void check(String text, List<Expression> expressions) {
        int end = 0;
        for (Expression expression : expressions) {
            assertThat(expression.span().begin()).as(text).isGreaterThanOrEqualTo(end);
            end = expression.span().end();
            // In a quote that spans lines, the marks of quoting are blanks to the reader.
            assertThat(text.substring(expression.span().begin(), end).replace('>', ' '))
                    .isEqualTo(expression.text().replace('>', ' '));
            weekdayAgrees(expression);
            List<Reading> readings = new ArrayList<>();
            expression.ranking().ranked().forEach(ranked -> readings.add(ranked.value()));
            for (Reading reading : readings) {
                assertThat(reading.start()).isNotNull();
                if (reading.end() != null) {
                    assertThat(reading.end()).as(text).isAfterOrEqualTo(reading.start());
                }
                reading.in(ZoneId.of("Pacific/Kiritimati"));
            }
        }
    }

    private static final Pattern WEEKDAY_ALONE = Pattern.compile("(?i)(mon|tues|wednes|thurs|fri|satur|sun)day");

    /** A weekday on its own is on that day in every reading; one beside a date is, unless the two are marked as a conflict. */
    private static void weekdayAgrees(Expression expression) {
        Matcher weekday = WEEKDAY_ALONE.matcher(expression.text());
        boolean one = weekday.find() && weekday.results().count() == 0;
        boolean pointed = one && (WEEKDAY_ALONE.matcher(expression.text()).matches() || dated(expression.text()));
        if (pointed && !expression.conflict()) {
            String name =
                    expression.text().substring(weekdayStart(expression.text())).toUpperCase(Locale.ROOT);
            Reading best = expression.best();
            assertThat(name)
                    .as(expression.text() + " = " + best)
                    .startsWith(best.day().getDayOfWeek().name());
        }
    }

    private static int weekdayStart(String text) {
        Matcher weekday = WEEKDAY_ALONE.matcher(text);
        return weekday.find() ? weekday.start() : 0;
    }

    private static boolean dated(String text) {
        return text.matches("(?i)\\w+day,? \\w{3,9}\\.? \\d{1,2}(st|nd|rd|th)?");
    }
}
