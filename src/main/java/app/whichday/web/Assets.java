package app.whichday.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.CRC32;

/** The style sheet and scripts: browsers keep them for long, so their URLs change when they do. */
@ApplicationScoped
class Assets {
    private static final List<String> FILES = List.of("whichday.css", "whichday.js");

    private final String version = checksum();

    String version() {
        return version;
    }

    private static String checksum() {
        CRC32 sum = new CRC32();
        for (String file : FILES) {
            try (InputStream in = Assets.class.getResourceAsStream("/META-INF/resources/" + file)) {
                if (in == null) {
                    throw new IllegalStateException("META-INF/resources/" + file + " is missing in this build");
                }
                sum.update(in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Long.toHexString(sum.getValue());
    }
}
