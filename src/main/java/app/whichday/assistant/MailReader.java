package app.whichday.assistant;

import app.whichday.account.Owner;
import app.whichday.mail.Mail;

/** The pipeline over one mail: triage → intent → when → event. Pure: no container, database, clock or network. */
public final class MailReader {
    private MailReader() {}

    /** The reader with the base models that ship with Whichday. */
    public static MailReader base() {
        throw new UnsupportedOperationException("assistant");
    }

    public Understanding read(Mail mail, Owner owner) {
        throw new UnsupportedOperationException("assistant");
    }
}
