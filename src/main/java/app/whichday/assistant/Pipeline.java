package app.whichday.assistant;

import app.whichday.choice.Choosers;
import app.whichday.when.ReadingPolicy;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The pipeline of the running application: whatever a mail is asked, the engine answers that is set for it then. */
final class Pipeline {
    private Pipeline() {}

    /** At the start, so that every subtask is known before the first mail. */
    @Startup
    @Produces
    @Singleton
    static MailReader reader(Choosers choosers, AssistantConfig config) {
        return MailReader.by(choosers, policy(config));
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
