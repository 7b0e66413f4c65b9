package app.whichday.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.whichday.choice.Subtask;
import app.whichday.tuning.FineTuningJob;
import app.whichday.tuning.FineTuningJob.State;
import app.whichday.tuning.Hyperparameters;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class JobReportTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private static String report(Consumer<JobReport> deed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        deed.accept(new JobReport(new Console(new ByteArrayInputStream(new byte[0]), print, print, false)));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static FineTuningJob job(long id, State state, String status, String model, String error) {
        return new FineTuningJob(
                id,
                new Subtask("reading"),
                "https://api.example.org/v1",
                "small-model",
                new Hyperparameters(Optional.of(3), Optional.empty(), Optional.empty()),
                "whichday-abcdef",
                40,
                4,
                9000,
                state,
                false,
                Optional.of(status),
                Optional.of("ftjob-1"),
                Optional.ofNullable(model),
                OptionalLong.of(27_000),
                Optional.ofNullable(error),
                NOW,
                NOW);
    }

    @Test
    void aFinishedJobSaysHowToJudgeAndUseItsModel() {
        FineTuningJob done = job(7, State.SUCCEEDED, "succeeded", "ft:small::x", null);
        String text =
                report(report -> report.one(done, List.of(new FineTuningJob.Event(NOW, "info", "Step 1\u001b[2J"))));
        assertThat(text)
                .contains(
                        "Job 7: reading on small-model (3 epochs): succeeded",
                        "40 to train on, 4 to validate with, 9000 tokens",
                        "2026-03-02T09:00:00Z  info  Step 1",
                        "whichday eval --data labelled --subtask reading --sample 200 --engine local --engine"
                                + " language:ft:small::x",
                        "whichday.language.model.reading=ft:small::x",
                        "whichday.engine.reading=cascade")
                .doesNotContain("\u001b");
    }

    @Test
    void aFailedJobSaysWhyAndOffersNothing() {
        FineTuningJob failed = job(8, State.FAILED, "failed", null, "Too few examples");
        assertThat(report(report -> report.one(failed, List.of())))
                .contains("(3 epochs): failed", "Too few examples")
                .doesNotContain("To use it");
    }

    @Test
    void variantsAreJudgedSideBySide() {
        String text = report(report -> report.all(List.of(
                job(9, State.SUCCEEDED, "succeeded", "ft:b", null),
                job(8, State.WAITING, "queued", null, null),
                job(7, State.SUCCEEDED, "succeeded", "ft:a", null))));
        assertThat(text)
                .contains(
                        "Job 8: reading on small-model (3 epochs): waiting (queued)",
                        "side by side:",
                        "--engine local --engine language:ft:a --engine language:ft:b");
        assertThat(report(report -> report.all(List.of()))).contains("There are no fine-tuning jobs.");
    }
}
