package app.whichday.calendar;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.Recur;

/**
 * A recurrence rule (RFC 5545 §3.3.10) that is safe to expand: at most some instances a day, and of no size that takes time
 * or memory. Expanded in local time, so that 15:00 stays 15:00 over a change of the clocks.
 *
 * @param rule the RRULE value, its UNTIL in UTC
 * @param zone the event's own; UTC for an all-day one
 */
record Recurrence(String rule, ZoneId zone) {
    private static final int MAX_INSTANCES = 1_000;
    private static final int MAX_LENGTH = 500;
    private static final int MAX_A_DAY = 24;
    private static final int MAX_INTERVAL = 1_000;
    private static final Set<String> FREQUENCIES = Set.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY");
    private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

    /** Reads the rule of an event at that time; see {@link #of(String, LocalDateTime, ZoneId)}. */
    static Optional<Recurrence> of(String rule, EventTime first) {
        return switch (first) {
            case EventTime.Timed timed ->
                of(rule, timed.start().toLocalDateTime(), timed.start().getZone());
            case EventTime.AllDay day -> of(rule, day.first().atStartOfDay(), ZoneOffset.UTC);
        };
    }

    /**
     * Reads a rule as it came.
     *
     * @param start the first instance
     * @param zone the event's; UNTIL is told in it or in UTC
     * @return empty for a rule that can't be read, that recurs more often than a calendar shows, or that is of another
     *     calendar than the Gregorian
     */
    static Optional<Recurrence> of(String rule, LocalDateTime start, ZoneId zone) {
        Map<String, String> parts = parts(rule);
        if (rule.length() > MAX_LENGTH
                || !FREQUENCIES.contains(parts.getOrDefault("FREQ", ""))
                || !parts.getOrDefault("RSCALE", "GREGORIAN").equals("GREGORIAN")
                || perDay(parts) > MAX_A_DAY
                || !smallInterval(parts)) {
            return Optional.empty();
        }
        String until = parts.get("UNTIL");
        if (until != null) {
            Optional<String> utc = DateValue.parse(until).map(value -> inUtc(value, zone));
            if (utc.isEmpty()) {
                return Optional.empty();
            }
            parts.put("UNTIL", utc.get());
        }
        Recurrence recurrence = new Recurrence(joined(parts), zone);
        try {
            recurrence.starts(start, start, start.plusYears(1));
        } catch (RuntimeException e) {
            // ical4j judges the rest of the grammar, with whatever its parsing runs into: "BYDAY=2" is an index out of
            // bounds.
            return Optional.empty();
        }
        return Optional.of(recurrence);
    }

    /** The starts of instances in {@code [from, to]}, in order; at most a thousand. */
    List<LocalDateTime> starts(LocalDateTime first, LocalDateTime from, LocalDateTime to) {
        return new Recur<LocalDateTime>(localRule(), true)
                .getDates(first, from.isBefore(first) ? first : from, to, MAX_INSTANCES).stream()
                        .distinct()
                        .limit(MAX_INSTANCES)
                        .toList();
    }

    /** The last moment at which an instance may start; empty where the rule names none (it may still have a COUNT). */
    Optional<LocalDateTime> until() {
        return Optional.ofNullable(parts(rule).get("UNTIL"))
                .flatMap(DateValue::parse)
                .map(value -> value.utc()
                        ? value.local()
                                .atOffset(ZoneOffset.UTC)
                                .atZoneSameInstant(zone)
                                .toLocalDateTime()
                        : value.local());
    }

    /** The rule as an all-day event has to have it: UNTIL is a date as well (RFC 5545 §3.3.10). */
    String ruleOfDays() {
        Map<String, String> parts = parts(rule);
        until().ifPresent(local -> parts.put("UNTIL", DateTimeFormatter.BASIC_ISO_DATE.format(local.toLocalDate())));
        return joined(parts);
    }

    /** The rule with UNTIL as a local time, as ical4j compares it with local instances. */
    private String localRule() {
        Map<String, String> parts = parts(rule);
        until().ifPresent(local -> parts.put("UNTIL", BASIC.format(local)));
        return joined(parts);
    }

    /** A date means that day's end (RFC 5545 leaves it open; senders mean the day included). */
    private static String inUtc(DateValue until, ZoneId zone) {
        if (until.utc()) {
            return BASIC.format(until.local()) + "Z";
        }
        LocalDateTime local = until.dated() ? until.date().atTime(LocalTime.of(23, 59, 59)) : until.local();
        return BASIC.format(local.atZone(zone).withZoneSameInstant(ZoneOffset.UTC)) + "Z";
    }

    private static Map<String, String> parts(String rule) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : rule.strip().toUpperCase(Locale.ROOT).split(";")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parts.put(
                        part.substring(0, equals).strip(),
                        part.substring(equals + 1).strip());
            }
        }
        return parts;
    }

    private static String joined(Map<String, String> parts) {
        return parts.entrySet().stream()
                .map(part -> part.getKey() + "=" + part.getValue())
                .collect(Collectors.joining(";"));
    }

    private static int perDay(Map<String, String> parts) {
        return List.of("BYHOUR", "BYMINUTE", "BYSECOND").stream()
                .map(parts::get)
                .mapToInt(list -> list == null ? 1 : list.split(",").length)
                .reduce(1, (a, b) -> Math.min(a * b, MAX_A_DAY + 1));
    }

    private static boolean smallInterval(Map<String, String> parts) {
        String interval = parts.getOrDefault("INTERVAL", "1");
        return interval.length() <= 4
                && interval.chars().allMatch(c -> c >= '0' && c <= '9')
                && !interval.isEmpty()
                && Integer.parseInt(interval) >= 1
                && Integer.parseInt(interval) <= MAX_INTERVAL;
    }
}
