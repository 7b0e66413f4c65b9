package app.whichday.assistant;

import app.whichday.choice.Choosers;
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
    static MailReader reader(Choosers choosers) {
        return MailReader.by(choosers);
    }
}
