package app.whichday.triage;

import app.whichday.account.Owner;
import app.whichday.choice.Features;
import app.whichday.mail.Mail;
import app.whichday.request.Requests;
import app.whichday.when.DatedExpression;
import java.util.List;

/**
 * What is to be seen of a mail when it is sorted, in two parts: who sent it to whom and how, and what its text says and wants.
 *
 * @param way sender, recipients and headers
 * @param content subject, new text and times
 */
record Traits(Features way, Features content) {
    /** @param requests which sentences ask for something */
    static Traits of(Mail mail, Owner owner, List<DatedExpression> dates, Requests requests) {
        Features.Builder way = Features.builder();
        Outline outline = new Outline();
        Features content = ContentTraits.of(mail, owner, dates, requests, way, outline);
        WayTraits.describe(mail, owner, way, outline);
        outline.describe(way);
        return new Traits(way.build(), content);
    }
}
