package app.whichday.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Windows' names of time zones ("W. Europe Standard Time"), as Outlook and Exchange write them into TZID. ical4j has such
 * a table as well, but an old one with wrong entries.
 */
final class WindowsZones {
    private static final Map<String, ZoneId> BY_NAME = load();

    private WindowsZones() {}

    static Optional<ZoneId> zone(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
    }

    /** One zone for each set of rules that is in use somewhere. */
    static Collection<ZoneId> zones() {
        return BY_NAME.values();
    }

    private static Map<String, ZoneId> load() {
        Properties table = new Properties();
        try (InputStream in = WindowsZones.class.getResourceAsStream("/calendar/windows-zones.properties")) {
            table.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, ZoneId> zones = new LinkedHashMap<>();
        table.stringPropertyNames().stream()
                .sorted()
                .forEach(name -> zones.put(name.toLowerCase(Locale.ROOT), ZoneId.of(table.getProperty(name))));
        return Collections.unmodifiableMap(zones);
    }
}
