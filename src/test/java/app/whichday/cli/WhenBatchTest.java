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
        Console console = new Console(
                new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        int exit = WhenBatch.run(console);
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
                        first -> assertThat(first).isEqualTo("whichday when: line 1: it is no JSON. It is skipped."),
                        second -> assertThat(second).contains("line 2: the field \"text\" is missing"),
                        third -> assertThat(third).contains("line 3: the field \"zone\" is \"Europe/Berln\""),
                        fourth -> assertThat(fourth).contains("line 4: the field \"ref\" is \"2025-11-05T25:30:00\""));
    }

    @Test
    void offsetsCountCharactersAsPeopleDo() throws IOException {
        assertThat(batch(line("p", "\uD83C\uDF89 14 November 2025")).out()).contains("\"b\":2,\"e\":18");
    }
}
