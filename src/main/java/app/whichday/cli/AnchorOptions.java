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
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** When and where the words were written. */
final class AnchorOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--sent",
            paramLabel = "TIME",
            description = "When it was written: 2025-11-05T09:30, in the zone, or with an offset of its own"
                    + " (2025-11-05T09:30+01:00). Default: now.")
    private @Nullable String sent;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Where: an IANA zone such as Europe/Berlin. Default: this machine's.")
    private @Nullable String zone;

    @Option(
            names = "--locale",
            paramLabel = "TAG",
            description = "Language and country, such as en-GB: decides whether 3/4 is in March or in April."
                    + " Default: en-US.")
    private @Nullable String locale;

    /**
     * The anchor, and what of it nobody stated.
     *
     * @param assumed for the user: "now" and where the zone was found; empty when all was stated
     */
    record Stated(Anchor anchor, List<String> assumed) {}

    Stated anchor(Clock clock) {
        Optional<HomeZone> home = zone == null ? Optional.of(HomeZone.find()) : Optional.empty();
        ZoneId where = home.map(HomeZone::zone).orElseGet(this::zone);
        Instant when = sent == null ? clock.instant().truncatedTo(ChronoUnit.SECONDS) : sent(where);
        List<String> assumed = Stream.concat(
                        sent == null ? Stream.of("time: now") : Stream.empty(),
                        home.map(it -> "zone: from " + it.from()).stream())
                .toList();
        return new Stated(new Anchor(when, where, locale()), assumed);
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw wrong("--zone: there is no time zone \"" + Console.harmless(zone) + '"'
                    + Nearest.suggestion(
                            zone, ZoneId.getAvailableZoneIds(), "; use an IANA name such as Europe/Berlin."));
        }
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

    private Locale locale() {
        if (locale == null) {
            return Locale.US;
        }
        try {
            return new Locale.Builder().setLanguageTag(locale.replace('_', '-')).build();
        } catch (IllformedLocaleException e) {
            throw wrong("--locale: \"" + Console.harmless(locale) + "\" is not a language tag; write it as en-GB.");
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
