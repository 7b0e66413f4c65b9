package app.whichday.when.meaning;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What words say about the time of day.
 *
 * @param from null when only a part of the day is stated
 * @param to the end of a range
 * @param part "morning"; beside a clock time it decides a.m. or p.m.
 * @param zone null when unstated
 * @param zoneWords whether a zone was named, even one that is not known ("your time")
 */
public record Hours(
        @Nullable Clock from,
        @Nullable Clock to,
        @Nullable Part part,
        @Nullable ZoneId zone,
        boolean zoneWords) {
    public static Hours at(Clock clock) {
        return new Hours(clock, null, null, null, false);
    }

    public static Hours in(Part part) {
        return new Hours(null, null, part, null, false);
    }

    public Hours until(Clock end) {
        return new Hours(from, end, part, zone, zoneWords);
    }

    public Hours with(Part stated) {
        return new Hours(from, to, stated, zone, zoneWords);
    }

    public Hours with(@Nullable ZoneId stated) {
        return new Hours(from, to, part, stated == null ? zone : stated, true);
    }
}
