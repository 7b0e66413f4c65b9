package app.whichday.assistant;

import app.whichday.account.Owner;
import app.whichday.mail.Mail;
import app.whichday.when.Appointment;
import app.whichday.when.DatedExpression;
import java.util.List;

/** Reads every expression of time in a mail, each against the sent time of the block in which it stands and the owner's calendar. */
@FunctionalInterface
interface TimeReader {
    List<DatedExpression> read(Mail mail, Owner owner, List<Appointment> calendar);
}
