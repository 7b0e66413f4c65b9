package app.whichday.assistant;

import app.whichday.account.Owner;
import app.whichday.calendar.Invitation;
import app.whichday.calendar.Invitations;
import app.whichday.choice.Engines;
import app.whichday.choice.Ranking;
import app.whichday.event.EventDraft;
import app.whichday.event.EventFinder;
import app.whichday.intent.IntentReader;
import app.whichday.intent.Intents;
import app.whichday.mail.Mail;
import app.whichday.triage.MailTriage;
import app.whichday.triage.Triage;
import app.whichday.when.Appointment;
import app.whichday.when.DatedExpression;
import app.whichday.when.ReadingPolicy;
import app.whichday.when.WhenInMail;
import app.whichday.when.WhenReader;
import java.util.List;
import java.util.Optional;

/** The pipeline over one mail: when → triage → intent → event. Pure: no container, database, clock or network. Thread-safe. */
public final class MailReader {
    private final TimeReader times;
    private final MailTriage triage;
    private final IntentReader intents;
    private final EventFinder events;

    MailReader(TimeReader times, MailTriage triage, IntentReader intents, EventFinder events) {
        this.times = times;
        this.triage = triage;
        this.intents = intents;
        this.events = events;
    }

    /** The reader with the base models that ship with Whichday. */
    public static MailReader base() {
        return by(Engines.LOCAL);
    }

    /** The same, or who answers in their place. */
    public static MailReader by(Engines engines) {
        return by(engines, ReadingPolicy.DEFAULT);
    }

    /** @param asking when the owner is asked which day is meant */
    static MailReader by(Engines engines, ReadingPolicy asking) {
        WhenInMail times = new WhenInMail(WhenReader.by(engines).asking(asking));
        return new MailReader(
                (mail, owner, calendar) -> times.read(mail, owner.zone(), owner.locale(), calendar),
                MailTriage.by(engines),
                IntentReader.by(engines),
                EventFinder.by(engines));
    }

    /** The same without a calendar. */
    public Understanding read(Mail mail, Owner owner) {
        return read(mail, owner, List.of());
    }

    /**
     * Reads times first: every other subtask weighs what the mail says of time.
     *
     * @param calendar what stands in the owner's calendar around the day on which the mail was sent
     */
    public Understanding read(Mail mail, Owner owner, List<Appointment> calendar) {
        List<DatedExpression> dates = times.read(mail, owner, calendar);
        Triage sorted = triage.sort(mail, owner, dates);
        Intents intended = intents.read(mail, dates);
        Optional<EventDraft> event = events.find(mail, owner, dates);
        return new Understanding(mail, sorted, intended, dates, event, invitation(mail, owner));
    }

    /** Whether a mail that was read brings something for the calendar. */
    Ranking<Boolean> event(Understanding understood, Owner owner) {
        return events.event(understood.mail(), owner, understood.dates());
    }

    private static Optional<Invitation> invitation(Mail mail, Owner owner) {
        return mail.invitations().stream()
                .map(part -> Invitations.read(part, owner))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
