package app.whichday.calendar;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A time zone as a sender defines it (VTIMEZONE, RFC 5545 §3.6.5): which offset holds at a local time. */
final class ZoneDefinition {
    private static final int MAX_OBSERVANCES = 200;

    private final List<Observance> observances;

    /** From its onsets on, {@code to} holds. */
    private record Observance(List<LocalDateTime> fixed, Optional<Recurrence> yearly, ZoneOffset to) {
        Optional<LocalDateTime> lastOnset(LocalDateTime until) {
            Stream<LocalDateTime> recurring =
                    yearly.stream().flatMap(rule -> rule.starts(fixed.getFirst(), until.minusYears(1), until).stream());
            return Stream.concat(fixed.stream(), recurring)
                    .filter(onset -> !onset.isAfter(until))
                    .max(Comparator.naturalOrder());
        }
    }

    private record Onset(LocalDateTime at, ZoneOffset to) {}

    private ZoneDefinition(List<Observance> observances) {
        this.observances = observances;
    }

    /** Empty where it holds no observance that can be read. */
    static Optional<ZoneDefinition> of(Component vtimezone) {
        List<Observance> observances = vtimezone.children().stream()
                .filter(child -> child.is("STANDARD") || child.is("DAYLIGHT"))
                .limit(MAX_OBSERVANCES)
                .flatMap(child -> observance(child).stream())
                .toList();
        return observances.isEmpty() ? Optional.empty() : Optional.of(new ZoneDefinition(observances));
    }

    private static Optional<Observance> observance(Component component) {
        Optional<ZoneOffset> to = component.value("TZOFFSETTO").flatMap(ZoneDefinition::offset);
        Optional<LocalDateTime> start =
                component.value("DTSTART").flatMap(DateValue::parse).map(DateValue::local);
        if (to.isEmpty() || start.isEmpty()) {
            return Optional.empty();
        }
        List<LocalDateTime> fixed = new ArrayList<>();
        fixed.add(start.get());
        component.all("RDATE").stream()
                .flatMap(dates -> Stream.of(dates.value().split(",")))
                .limit(MAX_OBSERVANCES)
                .forEach(date -> DateValue.parse(date).map(DateValue::local).ifPresent(fixed::add));
        Optional<Recurrence> yearly =
                component.value("RRULE").flatMap(rule -> Recurrence.of(rule, start.get(), ZoneOffset.UTC));
        return Optional.of(new Observance(fixed, yearly, to.get()));
    }

    /** {@code +0100} or {@code -053000} (RFC 5545 §3.3.14). */
    private static Optional<ZoneOffset> offset(String value) {
        try {
            return Optional.of(ZoneOffset.of(value));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The offset then; the earliest observance's for times before all of them. */
    ZoneOffset offset(LocalDateTime at) {
        return observances.stream()
                .flatMap(
                        observance -> observance.lastOnset(at).map(onset -> new Onset(onset, observance.to())).stream())
                .max(Comparator.comparing(Onset::at))
                .map(Onset::to)
                .orElseGet(() -> observances.getFirst().to());
    }

    /** The first of the zones that has this definition's offset in the middle of each month of the year. */
    Optional<ZoneId> like(Stream<ZoneId> zones, int year) {
        List<LocalDateTime> months = Stream.of(Month.values())
                .map(month -> LocalDateTime.of(year, month, 15, 12, 0))
                .toList();
        List<ZoneOffset> offsets = months.stream().map(this::offset).toList();
        return zones.filter(zone ->
                        months.stream().map(zone.getRules()::getOffset).toList().equals(offsets))
                .findFirst();
    }
}
