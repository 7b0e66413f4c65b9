package app.whichday.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ReadBatchTest {
    private static final String LUNCH = """
            {"id":"1","from":"Mika <mika@x.example>","to":"lena@x.example","cc":"","subject":"Lunch","list":false,\
            "sent":"2025-11-05T09:30:00+01:00","zone":"Europe/Berlin","body":"%s"}
            """;

    @Test
    void aMailIsAnsweredInOneLine() throws IOException {
        Answer answer = read(LUNCH.formatted("Shall we meet for lunch on Friday at noon?"));

        assertThat(answer.status()).isZero();
        JsonNode line = new ObjectMapper().readTree(answer.out());
        assertThat(line.path("id").asText()).isEqualTo("1");
        assertThat(line.path("triage").asText()).isEqualTo("meeting");
        assertThat(line.path("dates").get(0).path("start").asText()).isEqualTo("2025-11-07T12:00");
        assertThat(line.path("event").path("start").asText()).isEqualTo("2025-11-07T12:00");
    }

    /** The offsets are those of other languages as well, where a character outside the basic plane is one. */
    @Test
    void offsetsCountCharacters() throws IOException {
        Answer answer = read(LUNCH.formatted("\uD83D\uDE00 On Friday."));

        JsonNode date = new ObjectMapper().readTree(answer.out()).path("dates").get(0);
        assertThat(date.path("b").asInt()).isEqualTo(5);
        assertThat(date.path("e").asInt()).isEqualTo(11);
    }

    @Test
    void aBadLineIsNamedAndTheRestGoesOn() throws IOException {
        Answer answer = read("{\"id\":\n" + LUNCH.formatted("Thanks!"));

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.err()).contains("line 1");
        assertThat(answer.out()).contains("\"id\":\"1\"");
    }

    private record Answer(int status, String out, String err) {}

    private static Answer read(String in) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status;
        try (PrintStream outs = new PrintStream(out, true, StandardCharsets.UTF_8);
                PrintStream errs = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            status = ReadBatch.run(
                    new Console(new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)), outs, errs, false));
        }
        return new Answer(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
