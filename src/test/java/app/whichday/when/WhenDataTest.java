package app.whichday.when;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Over other people's mail, where it is at hand: nothing that people write may end in an exception. */
@Tag("corpus")
class WhenDataTest {
    private static final Path DATA = Path.of(System.getProperty("whichday.data", "../shared/data"));

    @Test
    void everyLabelledMailIsRead() throws IOException {
        assumeThat(Files.exists(DATA.resolve("mails/more.jsonl")))
                .as("labelled mails at " + DATA)
                .isTrue();
        WhenReader reader = WhenReader.base();
        ObjectMapper json = new ObjectMapper();
        int found = 0;
        for (String file : new String[] {"mails/mails.jsonl", "mails/more.jsonl"}) {
            for (String line : Files.readAllLines(DATA.resolve(file))) {
                JsonNode mail = json.readTree(line);
                Anchor anchor =
                        new Anchor(Instant.parse("2001-05-15T14:00:00Z"), ZoneId.of("America/Chicago"), Locale.US);
                found += reader.read(mail.get("body").asText(), anchor).size();
            }
        }
        assertThat(found).isPositive();
    }
}
