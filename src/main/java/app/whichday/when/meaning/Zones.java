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
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The zones that people name beside a clock time: "PT", "CET", "GMT+1", "New York time". */
public final class Zones {
    /** A zone at a token. */
    public record Found(int end, @Nullable ZoneId zone) {}

    private final List<ZoneId> zones = new ArrayList<>();
    private final Map<String, ZoneId> places = new HashMap<>();
    /** All that an abbreviation may mean, the usual one first. */
    private final Map<String, List<ZoneId>> meanings = new HashMap<>();

    private Zones() {}

    static Zones read(String resource, Lexicon lexicon) {
        Zones zones = new Zones();
        try (InputStream in = Zones.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("No zones at " + resource);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    zones.line(line.split("\\|", -1), lexicon);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
        return zones;
    }

    private void line(String[] parts, Lexicon lexicon) {
        ZoneId zone = ZoneId.of(parts[0].strip());
        for (String word : parts[1].strip().split("\\s+")) {
            if (!word.isEmpty()
                    && meanings.computeIfAbsent(word, w -> new ArrayList<>()).isEmpty()) {
                lexicon.add(word, Role.ZONE, zones.size());
            }
            meanings.getOrDefault(word, new ArrayList<>()).add(zone);
        }
        for (String place : parts[2].split(",")) {
            if (!place.isBlank()) {
                places.put(place.strip().toLowerCase(Locale.ROOT), zone);
            }
        }
        zones.add(zone);
    }

    /** The zone named at the token, brackets allowed, or null. */
    public @Nullable Found at(Words words, int i) {
        boolean bracket = words.isMark(i, '(');
        Found found = named(words, bracket ? i + 1 : i);
        if (found == null || !bracket) {
            return found;
        }
        int end = found.end();
        return words.isMark(end, ')') ? new Found(end + 1, found.zone()) : null;
    }

    /**
     * What an ambiguous abbreviation among the tokens {@code [from, to)} means to a writer where the scene is: the zone whose
     * clocks are theirs. Null where there is none, or none that is theirs: the usual one is meant then.
     */
    public @Nullable ZoneId meant(Words words, int from, int to, Scene scene) {
        for (int i = from; i < to; i++) {
            List<ZoneId> each = words.is(i, Role.ZONE) ? meanings.getOrDefault(words.lower(i), List.of()) : List.of();
            for (ZoneId zone : each.size() > 1 ? each : List.<ZoneId>of()) {
                if (isTheirs(zone, scene)) {
                    return zone;
                }
            }
        }
        return null;
    }

    /** The same clocks all year; of a writer whose mail tells no more than an offset, the same offset then. */
    private static boolean isTheirs(ZoneId zone, Scene scene) {
        return scene.zone() instanceof ZoneOffset offset
                ? zone.getRules().getOffset(scene.now()).equals(offset)
                : zone.getRules().equals(scene.zone().getRules());
    }

    private @Nullable Found named(Words words, int i) {
        if (words.is(i, Role.ZONE) && !words.startsParagraph(i)) {
            if (words.is(i, "west") || words.is(i, "central") && words.is(i + 1, "european")) {
                return words.is(i + 2, Role.TIME) ? new Found(i + 3, ZoneId.of("Europe/Paris")) : null;
            }
            ZoneId zone = zones.get(words.value(i, Role.ZONE));
            Found offset = zone.getId().equals("Etc/UTC") ? offset(words, i + 1) : null;
            return offset != null ? offset : new Found(time(words, i + 1), zone);
        }
        if (words.is(i, "your")
                || words.is(i, "our")
                || words.is(i, "my")
                || words.is(i, "local")
                || words.is(i, "their")) {
            return words.is(i + 1, Role.TIME) ? new Found(i + 2, null) : null;
        }
        return place(words, i);
    }

    private @Nullable Found place(Words words, int i) {
        if (!words.isWord(i)) {
            return null;
        }
        StringBuilder name = new StringBuilder(words.lower(i));
        for (int end = i + 1; end <= i + 3; end++) {
            boolean time = words.is(end, Role.TIME);
            ZoneId zone = time ? places.get(name.toString()) : null;
            if (zone != null) {
                return new Found(end + 1, zone);
            }
            if (!words.isWord(end)) {
                return null;
            }
            name.append(' ').append(words.lower(end));
        }
        return null;
    }

    private static int time(Words words, int i) {
        int end = i;
        while (end < i + 2 && (words.is(end, "standard") || words.is(end, "daylight") || words.is(end, "savings"))) {
            end++;
        }
        return words.is(end, Role.TIME) ? end + 1 : i;
    }

    /** "+1", "-0800", "+05:30" right after. */
    public static @Nullable Found offset(Words words, int i) {
        boolean plus = words.isMark(i, '+');
        if (!plus && !words.isDash(i) || !words.isNumber(i + 1) || !words.glued(i + 1)) {
            return null;
        }
        int figure = words.number(i + 1);
        int hours = words.digits(i + 1) > 2 ? figure / 100 : figure;
        int minutes = words.digits(i + 1) > 2 ? figure % 100 : 0;
        int end = i + 2;
        if (words.digits(i + 1) <= 2
                && words.isMark(end, ':')
                && words.isNumber(end + 1)
                && words.digits(end + 1) == 2
                && words.glued(end + 1)) {
            minutes = words.number(end + 1);
            end += 2;
        }
        if (words.digits(i + 1) > 4 || hours > 14 || minutes > 59) {
            return null;
        }
        int total = (hours * 60 + minutes) * 60;
        return new Found(end, ZoneOffset.ofTotalSeconds(plus ? total : -total));
    }
}
