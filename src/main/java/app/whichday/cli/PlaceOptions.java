package app.whichday.cli;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where somebody lives. */
class PlaceOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

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

    /** The zone that was stated; empty where none was. */
    final Optional<ZoneId> statedZone() {
        try {
            return Optional.ofNullable(zone).map(ZoneId::of);
        } catch (DateTimeException e) {
            throw wrong("--zone: there is no time zone \"" + Console.harmless(zone) + '"'
                    + Nearest.suggestion(
                            zone, ZoneId.getAvailableZoneIds(), "; use an IANA name such as Europe/Berlin."));
        }
    }

    final ZoneId zone() {
        return statedZone().orElseGet(() -> HomeZone.find().zone());
    }

    final Locale locale() {
        if (locale == null) {
            return Locale.US;
        }
        try {
            return new Locale.Builder().setLanguageTag(locale.replace('_', '-')).build();
        } catch (IllformedLocaleException e) {
            throw wrong("--locale: \"" + Console.harmless(locale) + "\" is not a language tag; write it as en-GB.");
        }
    }

    final ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
