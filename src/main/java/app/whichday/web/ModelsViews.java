package app.whichday.web;

import app.whichday.choice.Choosers;
import app.whichday.choice.Engine;
import app.whichday.choice.LanguageCall;
import app.whichday.choice.LanguageCalls;
import app.whichday.choice.LanguageStatus;
import app.whichday.choice.LanguageUsage;
import app.whichday.choice.Metric;
import app.whichday.choice.Provenance;
import app.whichday.choice.Subtask;
import app.whichday.tuning.PersonalModels;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gathers what the models page shows. */
@ApplicationScoped
class ModelsViews {
    private static final Map<String, String> TITLES = Map.of(
            "reading", "Which day",
            "is-time", "Whether words are a time",
            "triage", "Which lane",
            "needs-reply", "Whether a reply is wanted",
            "intent", "What it does about appointments",
            "event", "Whether it brings an event",
            "event-start", "When the event starts",
            "event-action", "What is to be done");

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);
    private static final int HASH = 12;

    private final Choosers choosers;
    private final LanguageCalls calls;
    private final PersonalModels personal;

    ModelsViews(Choosers choosers, LanguageCalls calls, PersonalModels personal) {
        this.choosers = choosers;
        this.calls = calls;
        this.personal = personal;
    }

    ModelsView view() {
        LanguageStatus status = choosers.status();
        Map<String, LanguageUsage> today = calls.today();
        return new ModelsView(
                "",
                "",
                server(status),
                choosers.subtasks().stream()
                        .map(answering ->
                                model(answering, today.get(answering.subtask().name()), status.currency()))
                        .toList());
    }

    private static ModelsView.Server server(LanguageStatus status) {
        double share = status.budget() == 0 ? 0 : Math.min(1, (double) status.spent() / status.budget());
        String line =
                switch (status.state()) {
                    case OFF -> "No model server is configured, so nothing leaves this machine.";
                    case READY -> "Ready.";
                    case TOLD_TO_WAIT -> "The server asked us to come back later; until then local answers stand.";
                    case PAUSED -> "The server failed too often and is left alone for a while; local answers stand.";
                    case SPENT -> "Today’s tokens are used up; local answers stand until midnight UTC.";
                };
        return new ModelsView.Server(
                status.server().isPresent(),
                status.server().orElse(""),
                status.state().name().toLowerCase(Locale.ROOT),
                line,
                number(status.spent()),
                status.budget() == 0 ? "" : number(status.budget()),
                share);
    }

    /** What the subtask of that name decides, in words. */
    static String title(String subtask) {
        return TITLES.getOrDefault(subtask, subtask.replace('-', ' '));
    }

    private ModelsView.Model model(Choosers.Answering answering, @Nullable LanguageUsage use, String currency) {
        String name = answering.subtask().name();
        return new ModelsView.Model(
                name,
                title(name),
                Arrays.stream(Engine.values())
                        .map(engine -> new ModelsView.Choice(
                                engine.name().toLowerCase(Locale.ROOT),
                                words(engine),
                                engine == answering.choice().engine()))
                        .toList(),
                answering.choice().chosen() ? "your choice" : "as configured",
                answering.choice().chosen(),
                sure(answering.sure()),
                answering.model().orElse(""),
                answering.local().version().name(),
                answering.local().provenance().map(ModelsViews::trained).orElse(null),
                own(answering.subtask()),
                use == null ? null : use(use, currency));
    }

    private ModelsView.@Nullable Own own(Subtask subtask) {
        if (!personal.subtasks().contains(subtask)) {
            return null;
        }
        PersonalModels.Learning learning = personal.of(subtask);
        return new ModelsView.Own(
                learning.live().isPresent(),
                learning.held(),
                learning.why(),
                learning.shipped().name(),
                learning.versions().stream().map(ModelsViews::version).toList());
    }

    private static ModelsView.Version version(PersonalModels.Version version) {
        return new ModelsView.Version(
                version.name().name(),
                version.live(),
                version.live()
                        ? "answers"
                        : version.liveAt()
                                .map(at -> "answered from " + DAY.format(at.atZone(ZoneOffset.UTC)) + " on")
                                .orElse("never answered"),
                DAY.format(version.trainedAt().atZone(ZoneOffset.UTC)),
                number(version.decisions()),
                version.metrics().stream()
                        .map(metric -> metric.name() + " " + Math.round(100 * metric.value()) + " %")
                        .collect(Collectors.joining(", ")),
                version.why());
    }

    private static String words(Engine engine) {
        return switch (engine) {
            case LOCAL -> "Local model";
            case LANGUAGE -> "Language model";
            case CASCADE -> "Cascade: local where it is sure";
        };
    }

    private static String sure(double sure) {
        if (sure > 1) {
            return "Its answers are never right often enough: a cascade would ask about every one.";
        }
        return sure == 0
                ? "Its answers are right often enough: a cascade would ask about none."
                : "A cascade lets answers stand from " + Math.round(100 * sure) + " % on.";
    }

    private static ModelsView.Trained trained(Provenance provenance) {
        List<Chart> charts = new ArrayList<>();
        String subtask = provenance.subtask().name();
        if (!provenance.reliability().isEmpty()) {
            double error = provenance.metrics().stream()
                    .filter(metric -> metric.name().equals("calibration error"))
                    .mapToDouble(Metric::value)
                    .findFirst()
                    .orElse(0);
            charts.add(Chart.reliability(subtask, provenance.reliability(), error));
        }
        if (!provenance.coverage().isEmpty()) {
            charts.add(Chart.coverage(subtask, provenance.coverage()));
        }
        return new ModelsView.Trained(
                DAY.format(provenance.trainedAt().atZone(ZoneOffset.UTC)),
                number(provenance.examples()),
                provenance.parent().map(parent -> parent.name()).orElse(""),
                provenance.data().stream()
                        .map(data -> new ModelsView.Data(
                                data.name(), number(data.rows()), data.sha256().substring(0, HASH)))
                        .toList(),
                provenance.metrics().stream()
                        .filter(metric -> metric.count() > 0)
                        .map(ModelsViews::figure)
                        .toList(),
                charts);
    }

    private static ModelsView.Figure figure(Metric metric) {
        return new ModelsView.Figure(
                metric.name(),
                String.format(Locale.ROOT, "%.3f", metric.value()),
                metric.low() == metric.high()
                        ? ""
                        : String.format(Locale.ROOT, "%.3f to %.3f", metric.low(), metric.high()));
    }

    private static ModelsView.Use use(LanguageUsage use, String currency) {
        List<String> results = new ArrayList<>();
        for (LanguageCall.Result result : LanguageCall.Result.values()) {
            Long count = use.results().get(result);
            if (count != null) {
                results.add(number(count) + " " + words(result));
            }
        }
        String saved = use.kept() == 0
                ? ""
                : number(use.kept()) + " answered locally"
                        + (use.tokensSaved() == 0
                                ? ""
                                : ", some " + number(use.tokensSaved()) + " tokens and "
                                        + money(use.costSaved(), currency));
        return new ModelsView.Use(
                number(use.calls()),
                results,
                seconds(use.median()) + " in the median, 95 % within " + seconds(use.slow()),
                number(use.inputTokens()) + " in, " + number(use.outputTokens()) + " out",
                money(use.cost(), currency),
                saved);
    }

    private static String words(LanguageCall.Result result) {
        return switch (result) {
            case ANSWERED -> "answered";
            case TIMED_OUT -> "took too long";
            case RATE_LIMITED -> "told to come back later";
            case TOLD_TO_WAIT -> "not asked while told to wait";
            case PAUSED -> "not asked while the server was left alone";
            case BUDGET_SPENT -> "not asked, tokens used up";
            case FAILED -> "failed";
            case REFUSED -> "refused";
            case UNREADABLE -> "not readable";
            case NO_OPTION -> "named no option";
            case TOO_MANY_OPTIONS -> "had too many options";
        };
    }

    private static String seconds(Duration took) {
        return took.toMillis() < 1_000
                ? took.toMillis() + " ms"
                : String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1e3);
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String money(BigDecimal amount, String currency) {
        return amount.setScale(4, RoundingMode.HALF_UP) + " " + currency;
    }
}
