package app.whichday.when.meaning;

import app.whichday.when.words.Lexicon;
import app.whichday.when.words.Role;
import app.whichday.when.words.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Public holidays and other feasts, by name. */
public final class Feasts {
    private static final int LONGEST_NAME = 6;

    /** When a feast is; {@code country} empty for everywhere. */
    record Rule(String country, String kind, int[] numbers) {
        LocalDate in(int year) {
            LocalDate day =
                    switch (kind) {
                        case "easter" -> easter(year).plusDays(numbers[0]);
                        case "fixed" -> fixed(year, numbers[0], numbers[1]);
                        case "nth" -> nth(year, numbers[0], numbers[1], numbers[2]);
                        case "before" ->
                            LocalDate.of(year, numbers[0], numbers[1])
                                    .with(TemporalAdjusters.previous(DayOfWeek.of(numbers[2])));
                        default -> throw new IllegalArgumentException("No rule for feasts named " + kind);
                    };
            return kind.equals("nth") && numbers.length > 3 ? day.plusDays(numbers[3]) : day;
        }

        private static LocalDate fixed(int year, int month, int day) {
            LocalDate first = LocalDate.of(year, month, 1);
            return first.plusDays(Math.min(day, first.lengthOfMonth()) - 1L);
        }

        private static LocalDate nth(int year, int month, int weekday, int n) {
            return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(n, DayOfWeek.of(weekday)));
        }

        /** Meeus/Jones/Butcher, Gregorian. */
        private static LocalDate easter(int year) {
            int a = year % 19;
            int b = year / 100;
            int c = year % 100;
            int d = b / 4;
            int e = b % 4;
            int g = (8 * b + 13) / 25;
            int h = (19 * a + b - d - g + 15) % 30;
            int k = c % 4;
            int l = (32 + 2 * e + 2 * (c / 4) - h - k) % 7;
            int m = (a + 11 * h + 22 * l) / 451;
            int n = h + l - 7 * m + 114;
            return LocalDate.of(year, n / 31, n % 31 + 1);
        }
    }

    /** A feast; {@code year} 0 when unstated. */
    public record Feast(List<Rule> rules, int year, Deixis deixis) implements Day {
        @Override
        public List<DayReading> readings(Scene scene) {
            Rule rule = rules.stream()
                    .filter(each -> each.country().isEmpty() || each.country().equals(scene.country()))
                    .findFirst()
                    .orElse(rules.getFirst());
            List<DayReading> out = new ArrayList<>(3);
            if (year != 0) {
                out.add(DayReading.day(rule.in(year), "feast-dated", "the year as written"));
                return out;
            }
            LocalDate today = scene.today();
            int now = today.getYear();
            LocalDate here = rule.in(now);
            LocalDate ahead = here.isBefore(today) ? rule.in(now + 1) : here;
            LocalDate back = here.isAfter(today) || here.equals(today) ? rule.in(now - 1) : here;
            if (deixis != Deixis.LAST) {
                Days.add(out, ahead, "feast-ahead", "the coming one");
            }
            if (deixis != Deixis.NEXT && deixis != Deixis.COMING) {
                Days.add(out, back, "feast-back", "the last one");
            }
            return out;
        }

        Feast in(int stated) {
            return new Feast(rules, stated, deixis);
        }

        public Feast with(Deixis stated) {
            return new Feast(rules, year, stated);
        }
    }

    /** A feast's name at a token. */
    public record Found(int end, Feast feast) {}

    private final Map<String, List<Rule>> byName = new HashMap<>();

    private Feasts() {}

    static Feasts read(String resource, Lexicon lexicon) {
        Feasts feasts = new Feasts();
        try (InputStream in = Feasts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("No feasts at " + resource);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    feasts.line(line, lexicon);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
        return feasts;
    }

    private void line(String line, Lexicon lexicon) {
        String[] halves = line.split("\\|");
        String[] parts = halves[0].strip().split("\\s+");
        int at = Character.isUpperCase(parts[0].charAt(0)) ? 1 : 0;
        int[] numbers = new int[parts.length - at - 1];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Integer.parseInt(parts[at + 1 + i]);
        }
        Rule rule = new Rule(at == 1 ? parts[0] : "", parts[at], numbers);
        rule.in(2000);
        for (String name : halves[1].split(",")) {
            Words words = Words.of(name.strip(), 0, name.strip().length(), lexicon);
            if (words.isWord(0)) {
                lexicon.add(words.lower(0), Role.FEAST, 0);
            }
            byName.computeIfAbsent(key(words, 0, words.size()), key -> new ArrayList<>())
                    .add(rule);
        }
    }

    private static String key(Words words, int from, int to) {
        StringBuilder key = new StringBuilder();
        for (int i = from; i < to; i++) {
            if (!words.isMark(i) && !words.is(i, Role.POSSESSIVE)) {
                key.append(words.lower(i)).append(' ');
            }
        }
        return key.toString();
    }

    /** The longest name of a feast at the token, with its year when one follows; null if there is none. */
    public @Nullable Found at(Words words, int i) {
        Found best = null;
        StringBuilder key = new StringBuilder();
        for (int end = i; end < Math.min(words.size(), i + LONGEST_NAME); end++) {
            if (words.isMark(end) && !words.is(end - 1, "st") && !words.isDash(end) && !words.isMark(end, '\'')) {
                break;
            }
            if (!words.isMark(end) && !words.is(end, Role.POSSESSIVE)) {
                key.append(words.lower(end)).append(' ');
            }
            List<Rule> rules = byName.get(key.toString());
            if (rules != null) {
                best = new Found(end + 1, new Feast(rules, 0, Deixis.NONE));
            }
        }
        return best == null ? null : dated(words, best);
    }

    private static Found dated(Words words, Found found) {
        int at = words.isMark(found.end(), ',') || words.is(found.end(), Role.OF) || words.is(found.end(), Role.IN)
                ? found.end() + 1
                : found.end();
        if (words.isNumber(at) && words.digits(at) == 4 && words.number(at) >= 1900 && words.number(at) < 2200) {
            return new Found(at + 1, found.feast().in(words.number(at)));
        }
        return found;
    }
}
