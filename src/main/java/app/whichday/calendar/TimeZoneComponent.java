package app.whichday.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;

/**
 * Writes a zone's rules as VTIMEZONE (RFC 5545 §3.6.5), from the JVM's own time zone data: always the rules by which the
 * events were placed, and without the century of history that the definitions in ical4j carry.
 */
final class TimeZoneComponent {
    /** For rules that RRULE can't say, their transitions are listed for so many years. */
    private static final int LISTED_YEARS = 30;

    private final ZoneRules rules;
    private final List<Observance> observances = new ArrayList<>();

    private TimeZoneComponent(ZoneRules rules) {
        this.rules = rules;
    }

    /** @param earliest the first moment for which the definition has to hold */
    static VTimeZone of(String id, ZonedDateTime earliest) {
        TimeZoneComponent component = new TimeZoneComponent(ZoneId.of(id).getRules());
        component.describe(earliest.toInstant());
        VTimeZone zone = new VTimeZone(new ComponentList<>(component.observances));
        zone.add(new TzId(id));
        return zone;
    }

    private void describe(Instant earliest) {
        Optional<ZoneOffsetTransition> before = Optional.ofNullable(rules.previousTransition(earliest.plusSeconds(1)));
        before.ifPresentOrElse(this::add, () -> addConstant(rules.getOffset(earliest)));
        Instant since = before.map(ZoneOffsetTransition::getInstant).orElse(Instant.MIN);
        List<ZoneOffsetTransition> listed = rules.getTransitions().stream()
                .filter(transition -> transition.getInstant().isAfter(since))
                .toList();
        listed.forEach(this::add);
        Instant ruledFrom = listed.isEmpty() ? since : listed.getLast().getInstant();
        rules.getTransitionRules().forEach(rule -> add(rule, ruledFrom));
    }

    private void addConstant(ZoneOffset offset) {
        observances.add(observance(LocalDateTime.of(1970, 1, 1, 0, 0), offset, offset, false));
    }

    private void add(ZoneOffsetTransition transition) {
        observances.add(observance(
                transition.getDateTimeBefore(),
                transition.getOffsetBefore(),
                transition.getOffsetAfter(),
                rules.isDaylightSavings(transition.getInstant())));
    }

    private void add(ZoneOffsetTransitionRule rule, Instant after) {
        int year = after.atOffset(ZoneOffset.UTC).getYear();
        ZoneOffsetTransition first = rule.createTransition(year);
        while (!first.getInstant().isAfter(after)) {
            first = rule.createTransition(++year);
        }
        LocalDateTime start = first.getDateTimeBefore();
        Optional<String> yearly = yearly(rule, start.toLocalDate());
        if (yearly.isEmpty()) {
            for (int i = 0; i < LISTED_YEARS; i++) {
                add(rule.createTransition(year + i));
            }
            return;
        }
        Observance observance = observance(
                start, first.getOffsetBefore(), first.getOffsetAfter(), rules.isDaylightSavings(first.getInstant()));
        observance.add(new RRule<>(yearly.get()));
        observances.add(observance);
    }

    /**
     * The rule as RRULE, for example {@code FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU}; empty where it isn't a weekday of a month by
     * the wall clock (as "the day after the last Thursday", or one that UTC moves to another day).
     */
    private static Optional<String> yearly(ZoneOffsetTransitionRule rule, LocalDate onWallClock) {
        DayOfWeek weekday = rule.getDayOfWeek();
        if (weekday == null || weekday != onWallClock.getDayOfWeek() || rule.getMonth() != onWallClock.getMonth()) {
            return Optional.empty();
        }
        int earliestDay = rule.getDayOfMonthIndicator();
        boolean last = earliestDay == -1;
        if (!last && (earliestDay < 1 || earliestDay % 7 != 1)) {
            return Optional.empty();
        }
        int week = last ? -1 : (earliestDay - 1) / 7 + 1;
        return Optional.of("FREQ=YEARLY;BYMONTH=" + rule.getMonth().getValue() + ";BYDAY=" + week
                + weekday.name().substring(0, 2).toUpperCase(Locale.ROOT));
    }

    private static Observance observance(LocalDateTime start, ZoneOffset from, ZoneOffset to, boolean daylight) {
        Observance observance = daylight ? new Daylight() : new Standard();
        observance.add(new DtStart<>(start));
        observance.add(new TzOffsetFrom(from));
        observance.add(new TzOffsetTo(to));
        return observance;
    }
}
