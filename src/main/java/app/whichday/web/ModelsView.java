package app.whichday.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The models page.
 *
 * @param saved what was just saved, a sentence; empty otherwise
 * @param problem why it was not; empty otherwise
 * @param server how it stands with the model server
 */
record ModelsView(String saved, String problem, Server server, List<Model> models) {
    /**
     * The model server.
     *
     * @param state a word for a class: ready, off, paused
     * @param line how it stands, a sentence
     * @param spent tokens of today
     * @param budget tokens of a day; empty for no limit
     * @param share of the budget that is used, 0 to 1
     */
    record Server(boolean on, String address, String state, String line, String spent, String budget, double share) {}

    /**
     * A subtask, and who answers it.
     *
     * @param by why that engine does: "your choice"
     * @param chosen whether the owner chose while it ran
     * @param sure when a cascade takes the local answer
     * @param model that a language model is asked by; empty where none is named
     * @param own what the owner taught it; null where it doesn't learn
     * @param trained where the local model comes from; null where its weights are written by hand
     * @param use of the language model today; null where there was none
     */
    record Model(
            String subtask,
            String title,
            List<Choice> engines,
            String by,
            boolean chosen,
            String sure,
            String model,
            String version,
            @Nullable Trained trained,
            @Nullable Own own,
            @Nullable Use use) {}

    /**
     * What the owner's decisions made of it.
     *
     * @param live whether one of the versions answers, and not the model that ships
     * @param held whether the owner chose what answers
     * @param why what came of the latest training; empty while there was none
     */
    record Own(boolean live, boolean held, String why, String shipped, List<Version> versions) {}

    /**
     * A version that was trained here.
     *
     * @param state "answers", "answered from 3 May on", "never answered"
     * @param figures in one line
     */
    record Version(
            String name, boolean live, String state, String trained, String decisions, String figures, String why) {}

    /** An engine to choose. */
    record Choice(String name, String words, boolean chosen) {}

    /** Where a model comes from, and what it is worth. */
    record Trained(
            String when, String examples, String parent, List<Data> data, List<Figure> figures, List<Chart> charts) {}

    /** What it learned from. */
    record Data(String name, String rows, String hash) {}

    /** A figure with its interval, which may be empty. */
    record Figure(String name, String value, String interval) {}

    /**
     * What a language model was asked today.
     *
     * @param results how calls ended, "12 answered"
     * @param saved what the cascade saved; empty for nothing
     */
    record Use(String calls, List<String> results, String latency, String tokens, String cost, String saved) {}

    ModelsView saying(String sentence) {
        return new ModelsView(sentence, problem, server, models);
    }

    ModelsView refusing(String sentence) {
        return new ModelsView(saved, sentence, server, models);
    }
}
