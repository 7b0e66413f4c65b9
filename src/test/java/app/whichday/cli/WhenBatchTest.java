package app.whichday.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WhenBatchTest {
    private record Ran(int exit, String out, String err) {}

    private static Ran batch(String lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = new WhenBatch(TextReader.base())
                .run(
                        new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)),
                        out,
                        new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Ran(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static String line(String id, String text) {
        return "{\"id\":\"" + id + "\",\"text\":\"" + text
                + "\",\"ref\":\"2025-11-05T09:30:00\",\"zone\":\"Europe/Berlin\",\"locale\":\"en-GB\"}\n";
    }

    @Test
    void everyLineIsAnsweredInItsOrder() throws IOException {
        Ran ran = batch(line("a", "See you on 14 November 2025") + "\n" + line("b", "Nothing here"));
        assertThat(ran.out().lines())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("{\"id\":\"a\"")
                                .contains("\"start\":\"2025-11-14\"", "\"grain\":\"day\""),
                        second -> assertThat(second).isEqualTo("{\"id\":\"b\",\"found\":[]}"));
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isZero();
    }

    @Test
    void aBadLineIsReportedAndTheRestGoesOn() throws IOException {
        Ran ran = batch("{\"id\":\n"
                + "{\"id\":\"x\"}\n"
                + line("y", "Friday").replace("Berlin", "Berln")
                + line("z", "Friday").replace("T09:30", "T25:30")
                + line("ok", "See you on 14 November 2025"));
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out().lines()).singleElement().asString().startsWith("{\"id\":\"ok\"");
        assertThat(ran.err().lines())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("whichday when: Line 1 is no JSON object: "),
                        second -> assertThat(second).endsWith("Line 2 needs a text in the field \"text\""),
                        third -> assertThat(third).contains("Line 3: there is no time zone \"Europe/Berln\""),
                        fourth -> assertThat(fourth).contains("Line 4: \"2025-11-05T25:30:00\" in the field \"ref\""));
    }
}
