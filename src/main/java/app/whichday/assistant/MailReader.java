package app.whichday.assistant;

import app.whichday.account.Owner;
import app.whichday.calendar.Invitation;
import app.whichday.calendar.Invitations;
import app.whichday.choice.Engines;
import app.whichday.choice.Features;
import app.whichday.event.EventDraft;
import app.whichday.event.EventFinder;
import app.whichday.intent.Intent;
import app.whichday.intent.IntentReader;
import app.whichday.intent.Intents;
import app.whichday.mail.Mail;
import app.whichday.triage.Category;
import app.whichday.triage.MailTriage;
import app.whichday.triage.Triage;
import app.whichday.when.DatedExpression;
import app.whichday.when.WhenInMail;
import app.whichday.when.WhenReader;
import java.util.List;
import java.util.Locale;
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
        WhenInMail times = new WhenInMail(WhenReader.by(engines));
        return new MailReader(
                (mail, owner) -> times.read(mail, owner.zone(), owner.locale()),
                MailTriage.by(engines),
                IntentReader.by(engines),
                EventFinder.by(engines));
    }

    /** Reads times first: every other subtask weighs what the mail says of time. */
    public Understanding read(Mail mail, Owner owner) {
        List<DatedExpression> dates = times.read(mail, owner);
        Triage sorted = triage.sort(mail, owner, dates);
        Intents intended = intents.read(mail, dates);
        Optional<EventDraft> event = events.find(mail, owner, about(sorted, intended), dates);
        return new Understanding(mail, sorted, intended, dates, event, invitation(mail, owner));
    }

    private static Features about(Triage triage, Intents intents) {
        Features.Builder about = Features.builder();
        for (Category category : Category.values()) {
            triage.category().ranked().stream()
                    .filter(ranked -> ranked.value() == category)
                    .forEach(ranked -> about.is("category-", lower(category), ranked.probability()));
        }
        for (Intent intent : Intent.values()) {
            about.is("intent-", lower(intent), intents.probability(intent));
        }
        return about.build();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<Invitation> invitation(Mail mail, Owner owner) {
        return mail.invitations().stream()
                .map(part -> Invitations.read(part, owner))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
