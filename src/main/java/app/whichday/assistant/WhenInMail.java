package app.whichday.assistant;

import app.whichday.account.Owner;
import app.whichday.mail.Block;
import app.whichday.mail.Mail;
import app.whichday.mail.SentTime;
import app.whichday.when.Anchor;
import app.whichday.when.DatedExpression;
import app.whichday.when.Expression;
import app.whichday.when.WhenReader;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Each block of a mail against its own sent time. Stands in until the room of dates reads whole mails itself. */
record WhenInMail(WhenReader reader) implements TimeReader {
    static WhenInMail base() {
        return new WhenInMail(WhenReader.base());
    }

    @Override
    public List<DatedExpression> read(Mail mail, Owner owner) {
        List<DatedExpression> found = new ArrayList<>();
        ZoneId zone = mail.sent().zone().orElse(owner.zone());
        for (Block block : mail.blocks()) {
            if (block.kind() != Block.Kind.SIGNATURE) {
                SentTime sent = block.sent().orElse(mail.sent());
                Anchor anchor = new Anchor(sent.instant(zone), sent.zone().orElse(zone), owner.locale());
                for (Expression expression : reader.read(mail.text(block), anchor)) {
                    found.add(new DatedExpression(block, expression.shiftedBy(block.begin())));
                }
            }
        }
        return found;
    }
}
