package app.whichday.choice;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Gives a subtask the chooser that the configuration names. Without configuration that is the local one, and nothing
 * outside is ever contacted.
 */
@Startup
@ApplicationScoped
public class Choosers {
    /** A local answer that is less sure goes on to the language model. */
    private static final Policy CLEAR = new Policy(0.8, 0.4);

    private static final String ANY_SUBTASK = "default";

    private final EngineSettings engines;
    private final LanguageSettings language;
    private final LanguageUsage usage;
    private final Optional<ChatModel> model;

    /** @throws IllegalArgumentException where an engine is configured that lacks what it needs */
    Choosers(EngineSettings engines, LanguageSettings language, LanguageUsage usage) {
        this.engines = engines;
        this.language = language;
        this.usage = usage;
        engines.bySubtask().forEach(this::check);
        this.model = language.baseUrl()
                .filter(url -> engines.bySubtask().values().stream().anyMatch(engine -> engine != Engine.LOCAL))
                .map(url -> chatModel(url, language));
    }

    /**
     * @param local the subtask's chooser in this process, which also answers whenever a language model doesn't
     * @param instruction what is asked, for a language model to read; the same for all questions of the subtask
     */
    public Chooser chooser(Subtask subtask, Chooser local, String instruction) {
        Engine engine = engines.bySubtask().getOrDefault(subtask.name(), Engine.LOCAL);
        if (engine == Engine.LOCAL) {
            return local;
        }
        Chooser asking = new LanguageChooser(
                model.orElseThrow(),
                modelName(subtask.name()).orElseThrow(),
                instruction,
                language.logProbabilities(),
                language.timeout(),
                local,
                usage);
        return engine == Engine.LANGUAGE ? asking : new CascadeChooser(local, asking, CLEAR);
    }

    private Optional<String> modelName(String subtask) {
        return Optional.ofNullable(
                language.model().getOrDefault(subtask, language.model().get(ANY_SUBTASK)));
    }

    private void check(String subtask, Engine engine) {
        if (engine == Engine.LOCAL) {
            return;
        }
        String asked = "whichday.engine." + subtask + " is " + engine.name().toLowerCase(Locale.ROOT) + ", but ";
        String url = language.baseUrl()
                .orElseThrow(() -> new IllegalArgumentException(
                        asked + "whichday.language.base-url is not set. Set it to the model server's address, such as"
                                + " http://localhost:11434/v1, or set the engine to local."));
        if (modelName(subtask).isEmpty()) {
            throw new IllegalArgumentException(asked + "no model is named for it. Set whichday.language.model."
                    + subtask + " or whichday.language.model.default, or set the engine to local.");
        }
        if (!isHttp(url)) {
            throw new IllegalArgumentException("whichday.language.base-url is '" + url
                    + "', which is no http or https address such as http://localhost:11434/v1.");
        }
    }

    private static boolean isHttp(String url) {
        try {
            URI uri = URI.create(url);
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** One client for all subtasks; each request names its model. Retries would only delay the local answer. */
    static ChatModel chatModel(String baseUrl, LanguageSettings settings) {
        return OpenAiChatModel.builder()
                .baseUrl(baseUrl)
                .apiKey(settings.apiKey().orElse("unset"))
                // The client counts in whole seconds and takes 0 for forever; the chooser itself keeps the time
                // exactly.
                .timeout(settings.timeout().plusSeconds(1))
                .maxRetries(0)
                .strictJsonSchema(true)
                .build();
    }
}
