package app.whichday.calendar;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which zone a TZID of one calendar object means. A name that is known wins over the sender's definition, as its rules are
 * kept up to date here; an unknown name is looked up in the definition.
 */
final class Zones {
    private final Map<String, Component> definitions = new HashMap<>();
    private final Map<String, ZoneId> found = new HashMap<>();
    private final ZoneId floating;

    /** @param floating the zone of times that name none (RFC 5545 §3.3.5, form 1) */
    Zones(Component calendar, ZoneId floating) {
        this.floating = floating;
        calendar.children("VTIMEZONE")
                .forEach(zone -> zone.value("TZID").ifPresent(id -> definitions.putIfAbsent(bare(id), zone)));
    }

    ZoneId floating() {
        return floating;
    }

    /** The zone that the TZID means for a time around {@code at}; the floating one where it says nothing. */
    ZoneId zone(String tzid, LocalDateTime at) {
        return found.computeIfAbsent(
                bare(tzid), id -> named(id).or(() -> defined(id, at)).orElse(floating));
    }

    private static String bare(String tzid) {
        String id = tzid.strip();
        return id.length() >= 2 && id.startsWith("\"") && id.endsWith("\"") ? id.substring(1, id.length() - 1) : id;
    }

    private static Optional<ZoneId> named(String id) {
        return known(id).or(() -> WindowsZones.zone(id)).or(() -> prefixed(id));
    }

    /** Some prefix the name by who defined it: {@code /freeassociation.sourceforge.net/Europe/Berlin}. */
    private static Optional<ZoneId> prefixed(String id) {
        if (!id.startsWith("/")) {
            return Optional.empty();
        }
        return Stream.iterate(id.indexOf('/', 1), slash -> slash >= 0, slash -> id.indexOf('/', slash + 1))
                .flatMap(slash -> known(id.substring(slash + 1)).stream())
                .findFirst();
    }

    private static Optional<ZoneId> known(String id) {
        try {
            return Optional.of(ZoneId.of(id));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<ZoneId> defined(String id, LocalDateTime at) {
        Component definition = definitions.get(id);
        if (definition == null) {
            return Optional.empty();
        }
        return definition.value("X-LIC-LOCATION").flatMap(Zones::named).or(() -> ZoneDefinition.of(definition)
                .map(rules -> alike(rules, at)));
    }

    /** A real zone with the same rules, the owner's own first; without one the offset that holds then. */
    private ZoneId alike(ZoneDefinition rules, LocalDateTime at) {
        Stream<ZoneId> candidates = Stream.concat(Stream.of(floating), WindowsZones.zones().stream());
        return rules.like(candidates, at.getYear()).orElseGet(() -> rules.offset(at));
    }
}
