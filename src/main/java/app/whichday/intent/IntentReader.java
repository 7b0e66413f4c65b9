package app.whichday.intent;

import app.whichday.choice.Chooser;
import app.whichday.choice.Engines;
import app.whichday.choice.Features;
import app.whichday.choice.LocalModel;
import app.whichday.choice.Option;
import app.whichday.choice.Question;
import app.whichday.choice.Ranking;
import app.whichday.choice.Subtask;
import app.whichday.mail.Brief;
import app.whichday.mail.Mail;
import app.whichday.when.DatedExpression;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells what a mail's new text does about appointments and deadlines: a yes/no choice for every intent. Thread-safe. */
public final class IntentReader {
    public static final Subtask SUBTASK = new Subtask("intent");

    private static final String DOES_IT =
            "Does the text that this mail adds do this about an appointment or a deadline?"
                    + " propose: it proposes a time. ask_availability: it asks when, or whether, someone is free. confirm: it accepts"
                    + " an agreed time. decline: it can't make a time. move: it reschedules. cancel: it cancels. deadline: something is"
                    + " due by a time. inform: it tells of an event at a date. availability: it says when the writer is, or isn't, free.";

    private final Chooser chooser;

    private IntentReader(Chooser chooser) {
        this.chooser = chooser;
    }

    /** With the weights that ship with Whichday. */
    public static IntentReader base() {
        return by(Engines.LOCAL);
    }

    /** The same, or who answers in their place. */
    public static IntentReader by(Engines engines) {
        return with(engines.chooser(SUBTASK, LocalModel.resource("/intent/intent.weights"), DOES_IT));
    }

    public static IntentReader with(Chooser chooser) {
        return new IntentReader(chooser);
    }

    /** @param dates what the mail says of time, as read already */
    public Intents read(Mail mail, List<DatedExpression> dates) {
        Features.Builder seen = Features.builder();
        Traits.of(mail, dates).forEach(seen::is);
        Features traits = seen.build();
        String brief = Brief.of(mail);
        Map<Intent, Ranking<Boolean>> answers = new EnumMap<>(Intent.class);
        for (Intent intent : Intent.values()) {
            answers.put(intent, chooser.rank(question(intent, brief, traits)));
        }
        return new Intents(answers);
    }

    private static Question<Boolean> question(Intent intent, String brief, Features traits) {
        String label = intent.name().toLowerCase(Locale.ROOT);
        return new Question<>(
                SUBTASK,
                brief,
                List.of(
                        new Option<>(
                                true,
                                label,
                                Features.builder().cross(label, traits).build()),
                        new Option<>(false, "not " + label, Features.none())));
    }
}
