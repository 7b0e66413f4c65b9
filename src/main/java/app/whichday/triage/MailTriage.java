package app.whichday.triage;

import app.whichday.account.Owner;
import app.whichday.choice.Chooser;
import app.whichday.choice.Circle;
import app.whichday.choice.Engines;
import app.whichday.choice.Features;
import app.whichday.choice.LocalModel;
import app.whichday.choice.Option;
import app.whichday.choice.Question;
import app.whichday.choice.Subtask;
import app.whichday.mail.Brief;
import app.whichday.mail.Mail;
import app.whichday.request.Requests;
import app.whichday.when.DatedExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sorts a mail into one of the categories and tells whether it wants a reply: two choices. Thread-safe. */
public final class MailTriage {
    public static final Subtask CATEGORY = new Subtask("triage");
    public static final Subtask NEEDS_REPLY = new Subtask("needs-reply");

    private static final String WHICH_CATEGORY =
            "What is this mail to the owner of the mailbox? respond: a person wrote it and expects the owner to reply, decide or"
                    + " do something. meeting: it arranges, moves, confirms or cancels a meeting as its main matter. fyi: a"
                    + " person wrote it for information. notification: a machine, a system or an official announcement to all."
                    + " newsletter: bulk mail, marketing, digests. junk: spam, or empty.";
    private static final String WANTS_REPLY = "Would the owner of the mailbox be expected to write back?";

    private final Chooser category;
    private final Chooser needsReply;
    private final Requests requests;

    private MailTriage(Chooser category, Chooser needsReply, Requests requests) {
        this.category = category;
        this.needsReply = needsReply;
        this.requests = requests;
    }

    /** With the weights that ship with Whichday. */
    public static MailTriage base() {
        return by(Engines.LOCAL);
    }

    /** The same, or who answers in their place. */
    public static MailTriage by(Engines engines) {
        return with(
                engines.chooser(CATEGORY, LocalModel.resource("/triage/triage.model"), WHICH_CATEGORY),
                engines.chooser(NEEDS_REPLY, LocalModel.resource("/triage/needs-reply.model"), WANTS_REPLY),
                Requests.base());
    }

    /** @param requests tells which sentences ask for something */
    public static MailTriage with(Chooser category, Chooser needsReply, Requests requests) {
        return new MailTriage(category, needsReply, requests);
    }

    /** @param dates what the mail says of time, as read already */
    public Triage sort(Mail mail, Owner owner, List<DatedExpression> dates) {
        Questions asked = questions(mail, owner, dates, requests);
        return new Triage(category.rank(asked.category), needsReply.rank(asked.needsReply));
    }

    /**
     * What is asked of a mail.
     *
     * @param category one option for each
     * @param needsReply true and false
     */
    public record Questions(Question<Category> category, Question<Boolean> needsReply) {}

    /** @param dates what the mail says of time, as read already */
    public static Questions questions(Mail mail, Owner owner, List<DatedExpression> dates, Requests requests) {
        Traits traits = Traits.of(mail, owner, dates, requests);
        String brief = Brief.of(mail);
        Circle circle = Acquaintance.of(mail, owner);
        return new Questions(categories(brief, traits, circle), wantsReply(brief, traits, circle));
    }

    private static Question<Category> categories(String brief, Traits traits, Circle circle) {
        List<Option<Category>> options = new ArrayList<>();
        for (Category category : Category.values()) {
            String label = category.name().toLowerCase(Locale.ROOT);
            Features.Builder features = Features.builder().cross(label, traits.content());
            // Spam comes by every way, and what way it came by in one collection tells nothing about the next.
            if (category != Category.JUNK) {
                features.cross(label, traits.way());
            }
            features.habit(circle, "is ", label, 1);
            options.add(new Option<>(category, label, features.build()));
        }
        return new Question<>(CATEGORY, brief, options);
    }

    private static Question<Boolean> wantsReply(String brief, Traits traits, Circle circle) {
        Features features = Features.builder()
                .cross("reply", traits.content())
                .cross("reply", traits.way())
                .habit(circle, "wants ", "a reply", 1)
                .build();
        return new Question<>(
                NEEDS_REPLY,
                brief,
                List.of(
                        new Option<>(true, "wants a reply", features),
                        new Option<>(false, "wants no reply", Features.none())));
    }
}
