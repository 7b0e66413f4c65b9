package app.whichday.tuning;

import app.whichday.account.Owner;
import app.whichday.choice.Example;
import app.whichday.choice.Subtask;
import app.whichday.mail.Address;
import app.whichday.request.Requests;
import app.whichday.triage.Category;
import app.whichday.triage.MailTriage;
import app.whichday.when.Background;
import app.whichday.when.Reading;
import app.whichday.when.Sighting;
import app.whichday.when.WhenReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a model must not forget while it learns of one owner: questions that ship with Whichday, none from anybody's mail. All
 * are by strangers, so what is believed of everybody shows in them.
 */
record GuardSet(List<Example<?>> questions) {
    private static final Address STRANGER = new Address("", "stranger@whichday.invalid");
    private static final String GROUP = "guard";

    GuardSet {
        questions = List.copyOf(questions);
    }

    /** Empty for a subtask that has none. */
    static GuardSet of(Subtask subtask) throws IOException {
        if (subtask.equals(Sighting.READING) || subtask.equals(Sighting.IS_TIME)) {
            return new GuardSet(sentences(subtask.equals(Sighting.READING)));
        }
        if (subtask.equals(MailTriage.CATEGORY) || subtask.equals(MailTriage.NEEDS_REPLY)) {
            return new GuardSet(mails(subtask.equals(MailTriage.CATEGORY)));
        }
        return new GuardSet(List.of());
    }

    private static List<Example<?>> sentences(boolean which) throws IOException {
        WhenReader reader = WhenReader.base();
        List<Example<?>> questions = new ArrayList<>();
        for (OwnSentences.Sentence sentence : OwnSentences.read(1, 1).sentences()) {
            boolean time = sentence.kind() != OwnSentences.Kind.NO;
            for (Sighting sighting : reader.sightings(sentence.text(), sentence.anchor(), Background.by(STRANGER))) {
                if (which && time) {
                    Set<Integer> right = OwnSentences.right(sentence, sighting);
                    questions.add(new Example<Reading>(sighting.which(), right, GROUP, 1));
                } else if (!which) {
                    questions.add(Example.of(sighting.isTime(), time ? 0 : 1, GROUP));
                }
            }
        }
        return questions;
    }

    private static List<Example<?>> mails(boolean category) throws IOException {
        Requests requests = Requests.base();
        List<Example<?>> questions = new ArrayList<>();
        for (OwnMails.Own own : OwnMails.read().mails()) {
            Owner owner = own.owner();
            MailTriage.Questions asked = MailTriage.questions(own.mail(), owner, List.of(), requests);
            if (category) {
                questions.add(Example.of(asked.category(), own.category().ordinal(), GROUP));
            } else if (own.category() != Category.MEETING && own.category() != Category.FYI) {
                // Of these some want a reply and some don't; of the others it is plain.
                questions.add(Example.of(asked.needsReply(), own.category() == Category.RESPOND ? 0 : 1, GROUP));
            }
        }
        return questions;
    }
}
