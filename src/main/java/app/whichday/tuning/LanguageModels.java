package app.whichday.tuning;

import app.whichday.choice.Chooser;
import app.whichday.choice.LanguageUsage;
import app.whichday.choice.Subtask;
import java.util.Optional;

/** Language models at hand, to be judged. */
public interface LanguageModels {
    /** One that asks its model every question; empty where no model is named for the subtask. */
    Optional<Chooser> asking(Subtask subtask);

    /** The same with the model of that name, whatever is configured; empty where no language model is asked there. */
    Optional<Chooser> asking(Subtask subtask, String model);

    /** The accuracy that a cascade wants of local answers, 0 to 1. */
    double cascadeAccuracy();

    /** What was asked so far. */
    LanguageUsage usage(Subtask subtask);
}
