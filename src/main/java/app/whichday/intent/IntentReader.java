package app.whichday.intent;

import app.whichday.choice.Chooser;
import app.whichday.choice.Features;
import app.whichday.choice.LogLinearChooser;
import app.whichday.choice.LogLinearModelFile;
import app.whichday.choice.Option;
import app.whichday.choice.Question;
import app.whichday.choice.Ranking;
import app.whichday.choice.Subtask;
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

    private final Chooser chooser;
    private final Requests requests;

    private IntentReader(Chooser chooser, Requests requests) {
        this.chooser = chooser;
        this.requests = requests;
    }

    /** With the weights that ship with Whichday. */
    public static IntentReader base() {
        return with(new LogLinearChooser(LogLinearModelFile.resource("/intent/intent.model")), Requests.base());
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
        Map<Intent, Question<Boolean>> questions = new EnumMap<>(Intent.class);
        for (Intent intent : Intent.values()) {
            questions.put(intent, question(intent, mail, traits));
        }
        return questions;
    }

    private static Question<Boolean> question(Intent intent, Mail mail, Features traits) {
        String label = intent.name().toLowerCase(Locale.ROOT);
        Features.Builder features = Features.builder().cross(label, traits);
        if (intent.arranges()) {
            // Some of them are rare: what they share is learned from all of them.
            features.cross("arranges", traits);
        }
        return new Question<>(
                SUBTASK,
                mail.subject(),
                List.of(
                        new Option<>(true, label, features.build()),
                        new Option<>(false, "not " + label, Features.none())));
    }
}
