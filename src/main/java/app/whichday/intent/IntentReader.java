package app.whichday.intent;

import app.whichday.choice.Chooser;
import app.whichday.choice.Features;
import app.whichday.choice.LogLinearChooser;
import app.whichday.choice.Option;
import app.whichday.choice.Question;
import app.whichday.choice.Ranking;
import app.whichday.choice.Subtask;
import app.whichday.choice.WeightsText;
import app.whichday.mail.Mail;
import app.whichday.when.DatedExpression;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells what a mail's new text does about appointments and deadlines: a yes/no choice for every intent. Thread-safe. */
public final class IntentReader {
    public static final Subtask SUBTASK = new Subtask("intent");

    private final Chooser chooser;

    private IntentReader(Chooser chooser) {
        this.chooser = chooser;
    }

    /** With the weights that ship with Whichday. */
    public static IntentReader base() {
        return with(new LogLinearChooser(WeightsText.resource("/intent/intent.weights")));
    }

    public static IntentReader with(Chooser chooser) {
        return new IntentReader(chooser);
    }

    /** @param dates what the mail says of time, as read already */
    public Intents read(Mail mail, List<DatedExpression> dates) {
        Features.Builder seen = Features.builder();
        Traits.of(mail, dates).forEach(seen::is);
        Features traits = seen.build();
        Map<Intent, Ranking<Boolean>> answers = new EnumMap<>(Intent.class);
        for (Intent intent : Intent.values()) {
            answers.put(intent, chooser.rank(question(intent, mail, traits)));
        }
        return new Intents(answers);
    }

    private static Question<Boolean> question(Intent intent, Mail mail, Features traits) {
        String label = intent.name().toLowerCase(Locale.ROOT);
        return new Question<>(
                SUBTASK,
                mail.subject(),
                List.of(
                        new Option<>(
                                true,
                                label,
                                Features.builder().cross(label, traits).build()),
                        new Option<>(false, "not " + label, Features.none())));
    }
}
