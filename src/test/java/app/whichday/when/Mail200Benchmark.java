package app.whichday.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import org.natty.Parser;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * As {@link ReadingBenchmark}, over the 200 mail sentences of the labelled data, {@code -Dwhichday.data=DIR} (default
 * {@code ../shared/data}): whole short mails are among them.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class Mail200Benchmark {
    private static final int SENTENCES = 200;

    private record Sentence(String text, Anchor anchor, Date sent, TimeZone zone) {}

    private final WhenReader reader = WhenReader.base();
    private final List<Sentence> sentences = new ArrayList<>();

    @Setup
    public void load() throws IOException {
        Path data =
                Path.of(System.getProperty("whichday.data", "../shared/data")).resolve("when/mail200.jsonl");
        ObjectMapper json = new ObjectMapper();
        for (String line : Files.readAllLines(data)) {
            JsonNode row = json.readTree(line);
            ZoneId zone = ZoneId.of(row.path("zone").asText());
            Anchor anchor = new Anchor(
                    LocalDateTime.parse(row.path("ref").asText()).atZone(zone).toInstant(),
                    zone,
                    Locale.forLanguageTag(row.path("locale").asText()));
            sentences.add(new Sentence(
                    row.path("text").asText(), anchor, Date.from(anchor.sent()), TimeZone.getTimeZone(zone.getId())));
        }
        if (sentences.size() != SENTENCES) {
            throw new IllegalStateException(data + " has " + sentences.size() + " sentences, not " + SENTENCES);
        }
    }

    @Benchmark
    @OperationsPerInvocation(SENTENCES)
    public void whichday(Blackhole sink) {
        for (Sentence sentence : sentences) {
            sink.consume(reader.read(sentence.text, sentence.anchor));
        }
    }

    @Benchmark
    @OperationsPerInvocation(SENTENCES)
    public void natty(Blackhole sink) {
        for (Sentence sentence : sentences) {
            sink.consume(new Parser(sentence.zone).parse(sentence.text, sentence.sent));
        }
    }
}
