package app.whichday.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** What the file system knows about when a message came. */
final class FileTimes {
    private FileTimes() {}

    static SentTime modified(Path file) throws IOException {
        return utc(Files.getLastModifiedTime(file).toInstant());
    }

    static SentTime utc(Instant instant) {
        return new SentTime(LocalDateTime.ofInstant(instant, ZoneOffset.UTC), Optional.of(ZoneOffset.UTC));
    }
}
