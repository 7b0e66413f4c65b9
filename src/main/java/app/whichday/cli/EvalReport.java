package app.whichday.cli;

import app.whichday.assistant.MailReader;
import app.whichday.choice.LocalModel;
import app.whichday.choice.Metric;
import app.whichday.choice.Provenance;
import app.whichday.tuning.Comparison;
import app.whichday.tuning.Evaluation;
import app.whichday.tuning.Figures;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.PrintStream;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Figures for a person, in 80 columns, or as JSON. */
final class EvalReport {
    private static final int BAR = 20;
    private static final int LABEL = 30;

    private final Console console;
    private final PrintStream out;

    EvalReport(Console console) {
        this.console = console;
        this.out = console.out();
    }

    void print(Evaluation.Report report, boolean json) {
        if (json) {
            out.println(json(report));
            return;
        }
        String subtask = "";
        for (Figures figures : report.figures()) {
            if (!figures.subtask().equals(subtask)) {
                subtask = figures.subtask();
                out.println();
                out.println(console.bold(subtask) + ", " + count(figures.questions(), "question"));
            }
            engine(figures);
        }
        for (Comparison comparison : report.comparisons()) {
            comparison(comparison);
        }
        out.flush();
    }

    private void engine(Figures figures) {
        out.println("  " + Console.harmless(figures.engine()) + console.dim("  " + Console.harmless(figures.version()))
                + (figures.seen() ? "\n    Trained on these people: the figures flatter it." : ""));
        figures.metrics().forEach(this::metric);
        Figures.Latency latency = figures.latency();
        row(
                "answers in",
                micros(latency.p50()) + ", 95 % in " + micros(latency.p95()) + ", 99 % in " + micros(latency.p99()));
        Figures.Use use = figures.use();
        if (use != null) {
            row("asked", count(use.calls(), "question") + ", " + use.fellBack() + " of them fell back to local");
            row(
                    "used",
                    number(use.inputTokens()) + " tokens in, " + number(use.outputTokens()) + " out; cost "
                            + money(use.cost()));
            if (use.kept() > 0) {
                row("saved", count(use.kept(), "question") + " kept local; that is " + money(use.saved()));
            }
        }
        row("how sure", "how often right");
        figures.reliability()
                .forEach(point -> row(
                        "  " + percent(point.confidence()),
                        bar(point.accuracy()) + " " + percent(point.accuracy())
                                + console.dim(" of " + number(point.count()))));
    }

    private void metric(Metric metric) {
        String interval = metric.low() == metric.high()
                ? ""
                : String.format(Locale.ROOT, "  [%.3f, %.3f]", metric.low(), metric.high());
        String name = metric.name();
        // Longer names than others: the figure stands below.
        if (name.length() > LABEL - 2) {
            out.println("    " + name);
            name = "";
        }
        row(name, String.format(Locale.ROOT, "%.3f", metric.value()) + console.dim(interval));
    }

    private void comparison(Comparison comparison) {
        out.println();
        out.println(console.bold(comparison.subtask()) + ": " + Console.harmless(comparison.first()) + " against "
                + Console.harmless(comparison.second()));
        row(
                "only one right",
                comparison.onlyFirst() + " " + Console.harmless(comparison.first()) + ", " + comparison.onlySecond()
                        + " " + Console.harmless(comparison.second()) + ", of " + number(comparison.questions()));
        row(
                "difference",
                String.format(
                        Locale.ROOT,
                        "%+.1f points  [%+.1f, %+.1f] by mailbox",
                        100 * comparison.difference(),
                        100 * comparison.low(),
                        100 * comparison.high()));
        out.println("    " + Console.harmless(comparison.verdict()));
    }

    /** What cross-validation said when the models that ship were trained. */
    void shipped(List<String> only, boolean json) {
        List<Provenance> known = new ArrayList<>();
        List<String> byHand = new ArrayList<>();
        List<String> names = new ArrayList<>();
        MailReader.by((subtask, local, instruction) -> {
            names.add(subtask.name());
            if (only.isEmpty() || only.contains(subtask.name())) {
                Optional<Provenance> provenance = local.provenance();
                provenance.ifPresent(known::add);
                if (provenance.isEmpty()) {
                    byHand.add(byHand(local));
                }
            }
            return local.chooser();
        });
        for (String name : only) {
            if (!names.contains(name)) {
                throw new Problem("There is no subtask " + Console.harmless(name) + "; there are "
                        + String.join(", ", names) + ".");
            }
        }
        if (json) {
            ArrayNode all = mapper().createArrayNode();
            known.forEach(provenance -> all.add(tree(provenance)));
            out.println(json(all));
            return;
        }
        for (Provenance provenance : known) {
            out.println();
            out.println(console.bold(provenance.version().name()) + ", trained "
                    + provenance.trainedAt().truncatedTo(ChronoUnit.SECONDS));
            out.println("  Judged on " + count(provenance.examples(), "question") + " of people that it had not seen:");
            provenance.metrics().forEach(this::metric);
        }
        if (!byHand.isEmpty()) {
            out.println();
            out.println("Written by hand, never judged:");
            byHand.forEach(name -> out.println("    " + name));
        }
        out.flush();
    }

    private static String byHand(LocalModel local) {
        return local.version().name();
    }

    private static JsonNode tree(Provenance provenance) {
        try {
            return mapper().readTree(provenance.toJson());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Our own JSON can't be read", e);
        }
    }

    private static String json(Object value) {
        try {
            return mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Records of numbers and strings could not be written", e);
        }
    }

    private static ObjectMapper mapper() {
        return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    }

    private void row(String label, String value) {
        out.println("    " + label + " ".repeat(Math.max(2, LABEL - label.length())) + value);
    }

    private static String bar(double share) {
        int full = (int) Math.round(BAR * share);
        return "█".repeat(full) + "·".repeat(BAR - full);
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String count(long value, String what) {
        return number(value) + " " + what + (value == 1 ? "" : "s");
    }

    private static String money(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private static String micros(double micros) {
        return micros < 1_000
                ? String.format(Locale.ROOT, "%.1f µs", micros)
                : String.format(Locale.ROOT, "%.0f ms", micros / 1_000);
    }
}
