package app.whichday.triage;

import app.whichday.account.Owner;
import app.whichday.choice.Chooser;
import app.whichday.choice.Features;
import app.whichday.choice.LogLinearChooser;
import app.whichday.choice.Option;
import app.whichday.choice.Question;
import app.whichday.choice.Subtask;
import app.whichday.choice.WeightsText;
import app.whichday.mail.Mail;
import app.whichday.when.DatedExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sorts a mail into one of the categories and tells whether it wants a reply: two choices. Thread-safe. */
public final class MailTriage {
    public static final Subtask CATEGORY = new Subtask("triage");
    public static final Subtask NEEDS_REPLY = new Subtask("needs-reply");

    private final Chooser category;
    private final Chooser needsReply;

    private MailTriage(Chooser category, Chooser needsReply) {
        this.category = category;
        this.needsReply = needsReply;
    }

    /** With the weights that ship with Whichday. */
    public static MailTriage base() {
        return with(
                new LogLinearChooser(WeightsText.resource("/triage/triage.weights")),
                new LogLinearChooser(WeightsText.resource("/triage/needs-reply.weights")));
    }

    public static MailTriage with(Chooser category, Chooser needsReply) {
        return new MailTriage(category, needsReply);
    }

    /** @param dates what the mail says of time, as read already */
    public Triage sort(Mail mail, Owner owner, List<DatedExpression> dates) {
        Features traits = Traits.of(mail, owner, dates);
        return new Triage(category.rank(categories(mail, traits)), needsReply.rank(wantsReply(mail, traits)));
    }

    private static Question<Category> categories(Mail mail, Features traits) {
        List<Option<Category>> options = new ArrayList<>();
        for (Category category : Category.values()) {
            String label = category.name().toLowerCase(Locale.ROOT);
            options.add(new Option<>(
                    category, label, Features.builder().cross(label, traits).build()));
        }
        return new Question<>(CATEGORY, mail.subject(), options);
    }

    private static Question<Boolean> wantsReply(Mail mail, Features traits) {
        return new Question<>(
                NEEDS_REPLY,
                mail.subject(),
                List.of(
                        new Option<>(
                                true,
                                "wants a reply",
                                Features.builder().cross("reply", traits).build()),
                        new Option<>(false, "wants no reply", Features.none())));
    }
}
