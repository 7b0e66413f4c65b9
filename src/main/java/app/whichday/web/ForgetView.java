package app.whichday.web;

import app.whichday.assistant.Forgetting;
import java.util.List;
import java.util.Locale;

/**
 * The page on which somebody is forgotten, at one of its steps.
 *
 * @param whom as entered, or as understood from the second step on
 * @param problem why that can't be, one sentence; empty otherwise
 * @param counts of what there is, or was; empty on the first step
 */
record ForgetView(Step step, String whom, String problem, List<Count> counts) {
    /** Asking whom, asking whether really, telling that it is done. */
    enum Step {
        ASK,
        CONFIRM,
        DONE
    }

    /** So many of something, in the right number: "1", "mail that names it". */
    record Count(String number, String what) {
        static Count of(int number, String one, String more) {
            return new Count(String.format(Locale.US, "%,d", number), number == 1 ? one : more);
        }
    }

    static ForgetView ask(String whom, String problem) {
        return new ForgetView(Step.ASK, whom, problem, List.of());
    }

    static ForgetView of(Step step, String whom, Forgetting.Found found) {
        return new ForgetView(step, whom, "", found.nothing() ? List.of() : counts(found));
    }

    private static List<Count> counts(Forgetting.Found found) {
        return List.of(
                Count.of(found.mails(), "mail that names it", "mails that name it"),
                Count.of(found.proposals(), "proposal", "proposals"),
                Count.of(found.decisions(), "decision of yours", "decisions of yours"),
                Count.of(found.events(), "event in your calendar", "events in your calendar"),
                Count.of(found.lessons(), "answer to learn from", "answers to learn from"));
    }

    public boolean isNothing() {
        return counts.isEmpty();
    }
}
