package app.whichday.when;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import app.whichday.choice.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The corpora under src/test/resources/when: a value, then all its phrasings. */
class WhenReaderCorpusTest {
    private static final WhenReader READER = WhenReader.base();

    @TestFactory
    Stream<DynamicTest> english() throws IOException {
        return corpus("/when/en.corpus");
    }

    @TestFactory
    Stream<DynamicTest> german() throws IOException {
        return corpus("/when/de.corpus");
    }

    private static Stream<DynamicTest> corpus(String resource) throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        Anchor anchor = null;
        String value = null;
        try (InputStream in = WhenReaderCorpusTest.class.getResourceAsStream(resource)) {
            assertThat(in).as(resource).isNotNull();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                if (line.startsWith("@")) {
                    anchor = anchor(line.substring(1).strip().split(" "));
                } else if (line.startsWith("=")) {
                    value = line.substring(1).strip();
                } else {
                    Anchor sent = anchor;
                    String expected = value;
                    tests.add(dynamicTest(line + " → " + value, () -> check(line, expected, sent)));
                }
            }
        }
        return tests.stream();
    }

    private static Anchor anchor(String[] parts) {
        ZoneId zone = ZoneId.of(parts[1]);
        return new Anchor(
                LocalDateTime.parse(parts[0]).atZone(zone).toInstant(), zone, Locale.forLanguageTag(parts[2]));
    }

    private static void check(String line, String value, Anchor anchor) {
        int zoned = line.indexOf(" zone:");
        String marked = zoned < 0 ? line : line.substring(0, zoned);
        String text = marked.replace("[", "").replace("]", "");
        List<Expression> found = READER.read(text, anchor);
        if (value.equals("none")) {
            assertThat(found).as(text).isEmpty();
            return;
        }
        int begin = marked.indexOf('[');
        Span span = new Span(begin, marked.indexOf(']') - 1);
        List<Expression> there =
                found.stream().filter(each -> each.span().overlaps(span)).toList();
        assertThat(there)
                .as("what is found at the brackets of: " + line + ", of "
                        + found.stream().map(Expression::text).toList())
                .hasSize(1);
        Expression expression = there.getFirst();
        if (value.startsWith("ask ")) {
            assertThat(expression.verdict()).isInstanceOf(Verdict.Ask.class);
            List<String> offered = ((Verdict.Ask<Reading>) expression.verdict())
                    .between().stream().map(each -> written(each.value())).toList();
            assertThat(offered).contains(value.substring(4));
            return;
        }
        assertThat(written(expression.best())).as(text).isEqualTo(value);
        if (zoned >= 0) {
            assertThat(expression.best().zone()).isEqualTo(ZoneId.of(line.substring(zoned + 6)));
        }
    }

    private static String written(Reading reading) {
        String start =
                reading.timed() ? reading.start().toString() : reading.day().toString();
        if (reading.end() == null) {
            return start;
        }
        LocalDate last = reading.end().toLocalDate().minusDays(1);
        return start + ".." + (reading.timed() ? reading.end().toString() : last.toString());
    }
}
