package app.whichday.mail;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When something was written, as told: a wall-clock time and, where told, its zone or offset.
 *
 * @param zone empty where an attribution line gives only the wall-clock time
 */
public record SentTime(LocalDateTime local, Optional<ZoneId> zone) {
    /** The instant, with {@code fallback} as the zone where none was told. */
    public Instant instant(ZoneId fallback) {
        return local.atZone(zone.orElse(fallback)).toInstant();
    }
}
