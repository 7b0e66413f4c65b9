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
import app.whichday.request.Requests;
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
    private final Requests requests;

    private IntentReader(Chooser chooser, Requests requests) {
        this.chooser = chooser;
        this.requests = requests;
    }

    /** With the weights that ship with Whichday. */
    public static IntentReader base() {
        return by(Engines.LOCAL);
    }

    /** The same, or who answers in their place. */
    public static IntentReader by(Engines engines) {
        return with(engines.chooser(SUBTASK, LocalModel.resource("/intent/intent.model"), DOES_IT), Requests.base());
    }

    /** @param requests tells which sentences ask for something */
    public static IntentReader with(Chooser chooser, Requests requests) {
        return new IntentReader(chooser, requests);
    }

    /** @param dates what the mail says of time, as read already */
    public Intents read(Mail mail, List<DatedExpression> dates) {
        Map<Intent, Ranking<Boolean>> answers = new EnumMap<>(Intent.class);
        questions(mail, dates, requests).forEach((intent, question) -> answers.put(intent, chooser.rank(question)));
        return new Intents(answers);
    }

    /** True or false, for each intent. */
    public static Map<Intent, Question<Boolean>> questions(Mail mail, List<DatedExpression> dates, Requests requests) {
        Features traits = Traits.of(mail, dates, requests);
        String brief = Brief.of(mail);
        Map<Intent, Question<Boolean>> questions = new EnumMap<>(Intent.class);
        for (Intent intent : Intent.values()) {
            questions.put(intent, question(intent, brief, traits));
        }
        return questions;
    }

    private static Question<Boolean> question(Intent intent, String brief, Features traits) {
        String label = intent.name().toLowerCase(Locale.ROOT);
        Features.Builder features = Features.builder().cross(label, traits);
        if (intent.arranges()) {
            // Some of them are rare: what they share is learned from all of them.
            features.cross("arranges", traits);
        }
        return new Question<>(
                SUBTASK,
                brief,
                List.of(
                        new Option<>(true, label, features.build()),
                        new Option<>(false, "not " + label, Features.none())));
    }
}
