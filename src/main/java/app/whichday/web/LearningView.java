package app.whichday.web;

import java.util.List;

/**
 * The learning page.
 *
 * @param saved what was just done, a sentence; empty otherwise
 * @param problem why it was not; empty otherwise
 * @param begun whether the owner has decided anything yet
 * @param month how the last thirty days compare with those before, a line each
 * @param lately what came of the latest training, by subtask
 */
record LearningView(
        String saved,
        String problem,
        boolean begun,
        List<Change> month,
        List<Chart> charts,
        List<Lately> lately,
        List<Person> people) {
    /** A count, before and now. */
    record Change(String what, String before, String now) {}

    /**
     * What a subtask learned.
     *
     * @param state "your own model", "the model that ships"
     * @param when it last looked at decisions; empty while it never did
     * @param why in words
     */
    record Lately(String subtask, String title, String state, String when, String why) {}

    /** A correspondent and what they mean by their words. */
    record Person(String writer, List<Means> means) {}

    /**
     * @param about of the habit, to name it in a form
     * @param count "3 of 3"
     */
    record Means(String about, String writes, String means, String count, List<Other> others) {}

    /** What else it could mean. */
    record Other(String meant, String means) {}

    LearningView saying(String sentence) {
        return new LearningView(sentence, problem, begun, month, charts, lately, people);
    }

    LearningView refusing(String sentence) {
        return new LearningView(saved, sentence, begun, month, charts, lately, people);
    }
}
