package app.whichday.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * The zone that the machine's user lives in, as far as the machine knows.
 *
 * <p>Java's own default is of no use: a native binary ignores TZ.
 *
 * @param from where it was found, to be said on the output: {@code TZ}, {@code /etc/timezone}, ...
 */
record HomeZone(ZoneId zone, String from) {
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final String UNKNOWN = "no zone is set on this machine";

    static HomeZone find() {
        return find(System.getenv(), Path.of("/etc"));
    }

    static HomeZone find(Map<String, String> environment, Path etc) {
        return named(environment.getOrDefault("TZ", ""), "TZ")
                .or(() -> fromTimezone(etc.resolve("timezone")))
                .or(() -> fromLocaltime(etc.resolve("localtime")))
                .orElse(new HomeZone(UTC, UNKNOWN));
    }

    /** Whether the machine knows; otherwise it is UTC. */
    boolean isFound() {
        return !from.equals(UNKNOWN);
    }

    /** Debian's way: a file with the name. */
    private static Optional<HomeZone> fromTimezone(Path file) {
        try {
            return Files.isReadable(file)
                    ? named(Files.readString(file, StandardCharsets.ISO_8859_1), file.toString())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Everybody's way: a link to {@code .../zoneinfo/Europe/Berlin}. */
    private static Optional<HomeZone> fromLocaltime(Path link) {
        try {
            if (!Files.isSymbolicLink(link)) {
                return Optional.empty();
            }
            String target = Files.readSymbolicLink(link).toString();
            int name = target.indexOf("zoneinfo/");
            return name < 0 ? Optional.empty() : named(target.substring(name + "zoneinfo/".length()), link.toString());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** TZ may begin with a colon; its POSIX form ("CET-1CEST") names no place and is passed over. */
    private static Optional<HomeZone> named(String text, String from) {
        String name = text.strip();
        name = name.startsWith(":") ? name.substring(1) : name;
        if (name.equals("Etc/UTC") || name.equals("UTC")) {
            return Optional.of(new HomeZone(UTC, from));
        }
        return ZoneId.getAvailableZoneIds().contains(name)
                ? Optional.of(new HomeZone(ZoneId.of(name), from))
                : Optional.empty();
    }
}
