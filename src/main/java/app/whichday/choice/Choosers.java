package app.whichday.choice;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Gives every subtask a chooser that answers by the engine which is set when it is asked: what the owner chose, else what the
 * configuration names, else the local one. Without either, nothing outside is ever contacted.
 */
@Startup
@ApplicationScoped
public class Choosers implements Engines {
    private static final String ANY_SUBTASK = "default";

    private final EngineSettings engines;
    private final LanguageSettings language;
    private final CascadeSettings cascade;
    private final EngineChoices choices;
    private final LanguageCalls calls;
    private final Optional<LanguageServer> server;
    private final Map<String, Switched> subtasks = new ConcurrentSkipListMap<>();
    /** By subtask the model that its owner taught, where one is live. */
    private final Map<String, LocalModel> own = new ConcurrentHashMap<>();

    /** @throws IllegalArgumentException where an engine is configured that lacks what it needs */
    Choosers(
            EngineSettings engines,
            LanguageSettings language,
            CascadeSettings cascade,
            EngineChoices choices,
            LanguageCalls calls) {
        this.engines = engines;
        this.language = language;
        this.cascade = cascade;
        this.choices = choices;
        this.calls = calls;
        engines.bySubtask().forEach((subtask, engine) -> lacking(subtask, engine, Optional.empty())
                .ifPresent(missing -> {
                    throw new IllegalArgumentException(
                            "whichday.engine." + subtask + " is " + lower(engine) + ", but " + missing);
                }));
        this.server = language.baseUrl()
                .filter(Choosers::isHttp)
                .map(url -> new LanguageServer(chatModel(url, language), language));
    }

    /**
     * A subtask and who answers it now.
     *
     * @param local the model that is live in this process: the owner's own, or the one that ships
     * @param model that a language model would be asked by; empty where none is named
     * @param sure the probability from which a cascade lets the local answer stand
     */
    public record Answering(
            Subtask subtask, LocalModel local, EngineChoice choice, Optional<String> model, double sure) {}

    @Override
    public Chooser chooser(Subtask subtask, LocalModel local, String instruction) {
        Switched switched = new Switched(subtask, local, instruction);
        subtasks.put(subtask.name(), switched);
        return switched;
    }

    /** Every subtask that goes through here, by name. */
    public List<Answering> subtasks() {
        List<Answering> all = new ArrayList<>();
        for (Switched switched : subtasks.values()) {
            EngineChoice choice = switched.choice();
            all.add(new Answering(
                    switched.subtask, switched.local(), choice, model(switched.subtask, choice), switched.sure()));
        }
        return all;
    }

    /** From the next question on, the owner's own model answers the subtask wherever the local one would. */
    public void wear(Subtask subtask, LocalModel model) {
        own.put(subtask.name(), model);
    }

    /** From the next question on, the model that ships answers again. */
    public void wearShipped(Subtask subtask) {
        own.remove(subtask.name());
    }

    /** The models that are live in this process, whatever engines are set: nothing outside is contacted. */
    public Engines local() {
        return (subtask, shipped, instruction) -> new Chooser() {
            @Override
            public <T> Ranking<T> rank(Question<T> question) {
                return live(subtask, shipped).chooser().rank(question);
            }
        };
    }

    private LocalModel live(Subtask subtask, LocalModel shipped) {
        return own.getOrDefault(subtask.name(), shipped);
    }

    /**
     * From the next question on, the engine answers the subtask; also after a restart.
     *
     * @param model to ask in place of the configured one
     * @throws NoSuchElementException where there is no such subtask
     * @throws IllegalArgumentException where the engine lacks what it needs, in one sentence
     */
    public void choose(String subtask, Engine engine, Optional<String> model) {
        Switched switched = known(subtask);
        lacking(subtask, engine, model).ifPresent(missing -> {
            throw new IllegalArgumentException(
                    "The engine of " + subtask + " can't be " + lower(engine) + ": " + missing);
        });
        // The configured name is no choice: when the configuration changes, it goes with it.
        choices.put(switched.subtask, engine, model.filter(name -> !configuredModel(subtask)
                .equals(Optional.of(name))));
    }

    /**
     * Back to what the configuration says.
     *
     * @throws NoSuchElementException where there is no such subtask
     */
    public void unchoose(String subtask) {
        choices.forget(known(subtask).subtask);
    }

    /**
     * A chooser that asks the language model every question of the subtask, whatever its engine is set to: to judge it.
     *
     * @return empty where no server is configured, no model named, or there is no such subtask here
     */
    public Optional<Chooser> asking(Subtask subtask) {
        return Optional.ofNullable(subtasks.get(subtask.name()))
                .flatMap(switched -> model(subtask, switched.choice()))
                .flatMap(model -> asking(subtask, model));
    }

    /**
     * As {@link #asking(Subtask)}, by a model of the server that need not be configured.
     *
     * @return empty where no server is configured, or there is no such subtask here
     */
    public Optional<Chooser> asking(Subtask subtask, String model) {
        return Optional.ofNullable(subtasks.get(subtask.name()))
                .flatMap(switched -> server.map(reachable -> new LanguageChooser(
                        reachable,
                        model,
                        switched.instruction,
                        language.logProbabilities(),
                        switched.local().chooser(),
                        calls)));
    }

    /** What a language model is asked in the subtask; empty where there is no such subtask here. */
    public Optional<String> instruction(Subtask subtask) {
        return Optional.ofNullable(subtasks.get(subtask.name())).map(switched -> switched.instruction);
    }

    /** The accuracy that a cascade wants of local answers. */
    public double cascadeAccuracy() {
        return cascade.accuracy();
    }

    private Switched known(String subtask) {
        Switched switched = subtasks.get(subtask);
        if (switched == null) {
            throw new NoSuchElementException("There is no subtask " + subtask + ".");
        }
        return switched;
    }

    public LanguageStatus status() {
        return new LanguageStatus(
                state(),
                language.baseUrl(),
                calls.spentToday(),
                language.tokensPerDay(),
                language.price().currency());
    }

    private LanguageState state() {
        return server.map(reachable -> reachable.state() == LanguageState.READY && !calls.affords(1)
                        ? LanguageState.SPENT
                        : reachable.state())
                .orElse(LanguageState.OFF);
    }

    /** One subtask: looks at every question who is to answer it. */
    private final class Switched implements Chooser {
        private final Subtask subtask;
        private final LocalModel shipped;
        private final String instruction;

        Switched(Subtask subtask, LocalModel shipped, String instruction) {
            this.subtask = subtask;
            this.shipped = shipped;
            this.instruction = instruction;
        }

        @Override
        public <T> Ranking<T> rank(Question<T> question) {
            EngineChoice choice = choice();
            LocalModel local = local();
            if (choice.engine() == Engine.LOCAL || server.isEmpty()) {
                return local.chooser().rank(question);
            }
            Optional<String> model = model(subtask, choice);
            if (model.isEmpty()) {
                return local.chooser().rank(question);
            }
            Chooser asking = new LanguageChooser(
                    server.get(), model.get(), instruction, language.logProbabilities(), local.chooser(), calls);
            return switch (choice.engine()) {
                case LOCAL, LANGUAGE -> asking.rank(question);
                case CASCADE -> new CascadeChooser(local.chooser(), asking, sure(), calls::kept).rank(question);
            };
        }

        LocalModel local() {
            return live(subtask, shipped);
        }

        EngineChoice choice() {
            return choices.of(subtask)
                    .or(() -> Optional.ofNullable(engines.bySubtask().get(subtask.name()))
                            .map(engine -> new EngineChoice(engine, Optional.empty(), false)))
                    .orElse(EngineChoice.DEFAULT);
        }

        double sure() {
            return Cascade.sure(shipped.provenance(), cascade.accuracy());
        }
    }

    private Optional<String> model(Subtask subtask, EngineChoice choice) {
        return choice.model().or(() -> configuredModel(subtask.name()));
    }

    private Optional<String> configuredModel(String subtask) {
        return Optional.ofNullable(
                language.model().getOrDefault(subtask, language.model().get(ANY_SUBTASK)));
    }

    /** What the engine needs and doesn't have, as the end of a sentence; empty where nothing is missing. */
    private Optional<String> lacking(String subtask, Engine engine, Optional<String> model) {
        if (engine == Engine.LOCAL) {
            return Optional.empty();
        }
        if (language.baseUrl().isEmpty()) {
            return Optional.of("whichday.language.base-url is not set. Set it to the model server's address, such as"
                    + " http://localhost:11434/v1, or set the engine to local.");
        }
        if (!isHttp(language.baseUrl().get())) {
            return Optional.of("whichday.language.base-url is '"
                    + language.baseUrl().get() + "', which is no http or https address such as"
                    + " http://localhost:11434/v1.");
        }
        return model.or(() -> configuredModel(subtask)).isPresent()
                ? Optional.empty()
                : Optional.of("no model is named for it. Set whichday.language.model." + subtask
                        + " or whichday.language.model.default, or set the engine to local.");
    }

    private static String lower(Engine engine) {
        return engine.name().toLowerCase(Locale.ROOT);
    }

    private static boolean isHttp(String url) {
        try {
            URI uri = URI.create(url);
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** One client for all subtasks; each request names its model. {@link LanguageServer} asks again, not the client. */
    static ChatModel chatModel(String baseUrl, LanguageSettings settings) {
        return OpenAiChatModel.builder()
                .baseUrl(baseUrl)
                .apiKey(settings.apiKey().orElse("unset"))
                // The client counts in whole seconds and takes 0 for forever; the server class keeps the time exactly.
                .timeout(settings.timeout().plusSeconds(1))
                .maxRetries(0)
                .strictJsonSchema(true)
                .build();
    }
}
