package app.whichday.assistant;

import app.whichday.choice.Chooser;
import app.whichday.choice.Choosers;
import app.whichday.choice.LogLinearChooser;
import app.whichday.choice.LogLinearModelFile;
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
    static MailReader reader(Choosers choosers) {
        Chooser local = new LogLinearChooser(LogLinearModelFile.resource("/when/reading.model"));
        return MailReader.with(WhenReader.with(choosers.chooser(Sighting.READING, local, WHICH_DAY)));
    }
}
