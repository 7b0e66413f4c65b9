package app.whichday.cli;

import app.whichday.mail.Mail;
import app.whichday.mail.MailParser;
import app.whichday.mail.SentTime;
import app.whichday.when.Anchor;
import app.whichday.when.DatedExpression;
import app.whichday.when.Expression;
import app.whichday.when.WhenInMail;
import app.whichday.when.WhenReader;
import java.util.List;
import java.util.Optional;

/** Reads words that were given without a mail around them; they may be the text of a whole mail with quoted replies. */
record TextReader(WhenReader words, WhenInMail mails) {
    TextReader(WhenReader words) {
        this(words, new WhenInMail(words));
    }

    static TextReader base() {
        return new TextReader(WhenReader.base());
    }

    /** Quoted parts are read against their own sent time where they tell it. */
    List<Expression> read(String text, Anchor anchor) {
        if (text.indexOf('\n') < 0) {
            return words.read(text, anchor);
        }
        SentTime sent = new SentTime(anchor.local(), Optional.of(anchor.zone()));
        Mail mail = MailParser.fromParts(new MailParser.Parts(Optional.empty(), "", "", "", "", sent, false, text));
        return mails.read(mail, anchor.zone(), anchor.locale()).stream()
                .map(DatedExpression::expression)
                .toList();
    }
}
