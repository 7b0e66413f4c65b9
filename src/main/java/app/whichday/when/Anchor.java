package app.whichday.when;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;

/**
 * The moment, zone and place against which an expression is read: when and where the words were written.
 *
 * @param sent when the text was sent
 * @param zone the writer's zone; local times of readings are in it unless the text names another
 * @param locale decides the order of numeric dates (d/m or m/d) and the language
 */
public record Anchor(Instant sent, ZoneId zone, Locale locale) {
    public LocalDateTime local() {
        return LocalDateTime.ofInstant(sent, zone);
    }
}
