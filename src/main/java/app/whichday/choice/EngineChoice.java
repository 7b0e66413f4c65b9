package app.whichday.choice;

import java.util.Optional;

/**
 * Which engine answers a subtask.
 *
 * @param model that a language model is asked by, where it is another than the configured one
 * @param chosen by the owner while running; else by the configuration, or by default
 */
public record EngineChoice(Engine engine, Optional<String> model, boolean chosen) {
    static final EngineChoice DEFAULT = new EngineChoice(Engine.LOCAL, Optional.empty(), false);
}
