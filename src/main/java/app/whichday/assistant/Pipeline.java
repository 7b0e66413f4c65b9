package app.whichday.assistant;

import app.whichday.choice.Chooser;
import app.whichday.choice.Choosers;
import app.whichday.choice.LogLinearChooser;
import app.whichday.choice.LogLinearModelFile;
import app.whichday.when.ReadingPolicy;
import app.whichday.when.Sighting;
import app.whichday.when.WhenReader;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The pipeline of the running application: its subtasks are chosen by the engines that the configuration names. */
final class Pipeline {
    private static final String WHICH_DAY =
            "Which day or time does the expression in [[double brackets]] mean? Judge as its writer meant it.";

    private Pipeline() {}

    @Produces
    @Singleton
    static MailReader reader(Choosers choosers, AssistantConfig config) {
        Chooser local = new LogLinearChooser(LogLinearModelFile.resource("/when/reading.model"));
        return MailReader.with(WhenReader.with(choosers.chooser(Sighting.READING, local, WHICH_DAY))
                .asking(policy(config)));
    }

    /** @throws IllegalArgumentException where a threshold is no probability */
    private static ReadingPolicy policy(AssistantConfig config) {
        ReadingPolicy usual = ReadingPolicy.DEFAULT;
        return new ReadingPolicy(
                share("ask-below", config.askBelow().orElse(usual.probability())),
                share("ask-margin", config.askMargin().orElse(usual.margin())),
                usual.hour(),
                usual.time(),
                usual.sure());
    }

    private static double share(String key, double value) {
        if (value >= 0 && value <= 1) {
            return value;
        }
        throw new IllegalArgumentException("whichday.assistant." + key + " is " + value
                + ", but a probability is from 0 to 1. Leave it out to ask as often as was measured to be best.");
    }
}
