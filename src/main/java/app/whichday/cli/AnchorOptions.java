package app.whichday.cli;

import app.whichday.when.Anchor;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** When and where the words were written. */
final class AnchorOptions extends PlaceOptions {
    @Option(
            names = "--sent",
            paramLabel = "TIME",
            description = "When it was written: 2025-11-05T09:30, in the zone, or with an offset of its own"
                    + " (2025-11-05T09:30+01:00). Default: now.")
    private @Nullable String sent;

    /**
     * The anchor, and what of it nobody stated.
     *
     * @param assumed for the user: "now" and where the zone was found; empty when all was stated
     */
    record Stated(Anchor anchor, List<String> assumed) {}

    Stated anchor(Clock clock) {
        Optional<ZoneId> stated = statedZone();
        Optional<HomeZone> home = stated.isEmpty() ? Optional.of(HomeZone.find()) : Optional.empty();
        ZoneId where = stated.or(() -> home.map(HomeZone::zone)).orElseThrow();
        Instant when = sent == null ? clock.instant().truncatedTo(ChronoUnit.SECONDS) : sent(where);
        List<String> assumed = Stream.concat(
                        sent == null ? Stream.of("time: now") : Stream.empty(),
                        home.map(it -> "zone: from " + it.from()).stream())
                .toList();
        return new Stated(new Anchor(when, where, locale()), assumed);
    }

    private Instant sent(ZoneId where) {
        String text = sent.strip().replace(' ', 'T');
        try {
            if (!text.contains("T")) {
                return LocalDate.parse(text).atStartOfDay(where).toInstant();
            }
            String time = text.substring(text.indexOf('T'));
            return time.contains("+") || time.contains("-") || time.endsWith("Z")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(where).toInstant();
        } catch (DateTimeException e) {
            throw wrong("--sent: \"" + Console.harmless(sent)
                    + "\" is not a time; write it as 2025-11-05T09:30 or 2025-11-05T09:30+01:00.");
        }
    }
}
