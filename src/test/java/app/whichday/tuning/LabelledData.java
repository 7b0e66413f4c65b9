package app.whichday.tuning;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The labelled mails, which lie beside the project and not in it; or a part of them, to be quick. */
final class LabelledData {
    private static final Path FOLDER = Path.of(System.getProperty("whichday.data", "../shared/data"));
    private static final ObjectMapper JSON = new ObjectMapper();

    private LabelledData() {}

    /** Skips the test where there is none. */
    static Path whole() {
        assumeTrue(Files.isDirectory(FOLDER), "No labelled data at " + FOLDER + " (set -Dwhichday.data=DIR)");
        return FOLDER;
    }

    /** Writes one row of so many into a folder; a mail and its labels are kept or dropped together. */
    static Path part(int oneOf, Path to) throws IOException {
        for (String room : List.of("mails", "when", "intent")) {
            Files.createDirectories(to.resolve(room));
            List<Path> files;
            try (Stream<Path> all = Files.list(whole().resolve(room))) {
                files = all.filter(file -> file.toString().matches(".*[.](jsonl|txt)"))
                        .toList();
            }
            for (Path file : files) {
                Files.write(to.resolve(room).resolve(file.getFileName()), some(oneOf, Files.readAllLines(file)));
            }
        }
        return to;
    }

    private static List<String> some(int oneOf, List<String> lines) throws IOException {
        List<String> kept = new ArrayList<>();
        for (String line : lines) {
            String key = line.startsWith("{") ? JSON.readTree(line).path("id").asText(line) : line;
            if (Math.floorMod(key.hashCode(), oneOf) == 0) {
                kept.add(line);
            }
        }
        return kept;
    }
}
