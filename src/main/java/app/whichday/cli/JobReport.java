package app.whichday.cli;

import app.whichday.tuning.FineTuningJob;
import app.whichday.tuning.Hyperparameters;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Fine-tunings in words. */
final class JobReport {
    private final PrintWriter out;

    JobReport(Console console) {
        this.out = new PrintWriter(console.out(), true, StandardCharsets.UTF_8);
    }

    void started(FineTuningJob job) {
        line(job);
        if (job.state() == FineTuningJob.State.PREPARING) {
            out.println("It is kept, and begun by whichday serve or the next whichday tune job list.");
        } else if (!job.state().isEnd()) {
            out.println("How it goes: whichday tune job show " + job.id());
        }
    }

    void cancelled(FineTuningJob job) {
        line(job);
        if (!job.state().isEnd()) {
            out.println(
                    "The server has not ended it yet: whichday serve or the next whichday tune job list asks again.");
        }
    }

    /** @param jobs the newest first */
    void all(List<FineTuningJob> jobs) {
        if (jobs.isEmpty()) {
            out.println("There are no fine-tuning jobs.");
        }
        jobs.forEach(this::line);
        for (String subtask :
                new TreeSet<>(jobs.stream().map(job -> job.subtask().name()).toList())) {
            List<String> models = jobs.stream()
                    .filter(job -> job.subtask().name().equals(subtask))
                    .flatMap(job -> job.resultModel().stream())
                    .sorted()
                    .toList();
            if (!models.isEmpty()) {
                out.println();
                out.println("To judge " + (models.size() == 1 ? "it:" : "them side by side:"));
                out.println("  " + evaluation(subtask, models));
            }
        }
    }

    private void line(FineTuningJob job) {
        out.println("Job " + job.id() + ": " + job.subtask().name() + " on " + Console.harmless(job.baseModel()) + " ("
                + words(job.hyperparameters()) + "): " + state(job));
        job.resultModel().ifPresent(model -> out.println("  " + Console.harmless(model)));
        job.error().ifPresent(error -> out.println("  " + Console.harmless(error)));
    }

    void one(FineTuningJob job, List<FineTuningJob.Event> events) {
        line(job);
        out.println("  sent to " + Console.harmless(job.service()) + ": " + job.examples() + " to train on, "
                + job.validationExamples() + " to validate with, " + job.tokens() + " tokens");
        job.remoteId().ifPresent(id -> out.println("  there it is " + Console.harmless(id)));
        job.trainedTokens().ifPresent(tokens -> out.println("  " + tokens + " tokens trained"));
        out.println("  begun " + job.createdAt() + ", last looked at " + job.updatedAt());
        if (!events.isEmpty()) {
            out.println();
            events.forEach(event -> out.println(
                    event.at() + "  " + Console.harmless(event.level()) + "  " + Console.harmless(event.message())));
        }
        job.resultModel().ifPresent(model -> use(job.subtask().name(), model));
    }

    private void use(String subtask, String model) {
        out.println();
        out.println("To judge it:");
        out.println("  " + evaluation(subtask, List.of(model)));
        out.println("To use it, in the configuration:");
        out.println("  whichday.language.model." + subtask + "=" + Console.harmless(model));
        out.println("  whichday.engine." + subtask + "=cascade");
    }

    private static String evaluation(String subtask, List<String> models) {
        StringBuilder command = new StringBuilder(
                "whichday eval --data labelled --subtask " + subtask + " --sample 200 --engine local");
        models.forEach(model -> command.append(" --engine language:").append(Console.harmless(model)));
        return command.toString();
    }

    private static String state(FineTuningJob job) {
        String state = job.state().name().toLowerCase(Locale.ROOT);
        String own = job.status()
                .map(Console::harmless)
                .filter(word -> !word.equals(state))
                .orElse("");
        return state
                + (own.isEmpty() ? "" : " (" + own + ")")
                + (job.cancelAsked() && !job.state().isEnd() ? ", to be cancelled" : "");
    }

    private static String words(Hyperparameters given) {
        List<String> words = new ArrayList<>();
        given.epochs().ifPresent(n -> words.add(n + (n == 1 ? " epoch" : " epochs")));
        given.learningRateMultiplier().ifPresent(x -> words.add("learning rate x " + x));
        given.batchSize().ifPresent(n -> words.add("batches of " + n));
        return words.isEmpty() ? "the server's choice" : String.join(", ", words);
    }
}
