package app.whichday.when;

import java.time.Instant;
import java.time.ZoneId;
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
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Sentences per second, beside natty on the same sentences in the same JVM. Run its main from the IDE, or {@code ./mvnw -q
 * test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=app.whichday.when.ReadingBenchmark}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class ReadingBenchmark {
    private static final int SENTENCES = 20;
    private static final List<String> TEXTS = List.of(
            "Could we meet on Friday at 3pm to go through the figures?",
            "Thanks for your help on Tuesday, it made all the difference.",
            "The report is due at the end of the month.",
            "I will be on leave from 14 July to 2 August.",
            "Please send me the signed copy by close of business Thursday.",
            "The parcel was shipped three days ago and should be with you soon.",
            "Nothing in this sentence is about time at all, only about bread and cheese.",
            "Does the 21st work, or would next Monday morning be better?",
            "We are closed on Thanksgiving and the day after.",
            "The call has moved to 15:00 CET tomorrow.",
            "See you in two weeks!",
            "Her flight lands at half past nine tomorrow.",
            "The invoice dated 03/04/2024 has not been paid.",
            "May I ask who ordered the second printer?",
            "Let's talk next week, either Tuesday at 2 or Wednesday after 4.",
            "The server has been down since Sunday night.",
            "We offer support around the clock in four languages.",
            "The board meets again in Q3.",
            "I called you twice yesterday afternoon.",
            "The new rates apply from January 1, 2025.");

    private final WhenReader reader = WhenReader.base();
    private final Anchor anchor =
            new Anchor(Instant.parse("2024-05-15T14:30:00Z"), ZoneId.of("America/New_York"), Locale.US);
    private final Date sent = Date.from(anchor.sent());

    @Benchmark
    @OperationsPerInvocation(SENTENCES)
    public void whichday(Blackhole sink) {
        for (String text : TEXTS) {
            sink.consume(reader.read(text, anchor));
        }
    }

    @Benchmark
    @OperationsPerInvocation(SENTENCES)
    public void natty(Blackhole sink) {
        Parser parser = new Parser(TimeZone.getTimeZone("America/New_York"));
        for (String text : TEXTS) {
            sink.consume(parser.parse(text, sent));
        }
    }

    public static void main(String[] args) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(ReadingBenchmark.class.getSimpleName())
                        .build())
                .run();
    }
}
