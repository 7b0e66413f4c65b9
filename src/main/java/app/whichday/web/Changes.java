package app.whichday.web;

import app.whichday.assistant.MailReadings;
import app.whichday.calendar.LocalCalendar;
import app.whichday.mail.MailWatch;
import app.whichday.mail.Mails;
import app.whichday.proposal.ProposalChanged;
import app.whichday.tuning.Forgotten;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/**
 * What changes in the rooms below, as one stream. Apart from {@link Live}, which only the owner may call: the events come from
 * threads that nobody is signed in on.
 */
@ApplicationScoped
class Changes {
    /** What may have changed. */
    enum Kind {
        PROPOSALS,
        MAILS,
        STATUS
    }

    private final BroadcastProcessor<Kind> changes = BroadcastProcessor.create();

    Multi<Kind> stream() {
        return changes;
    }

    void proposals(@Observes(during = TransactionPhase.AFTER_SUCCESS) ProposalChanged event) {
        tell(Kind.PROPOSALS);
    }

    void calendar(@Observes(during = TransactionPhase.AFTER_SUCCESS) LocalCalendar.Changed event) {
        tell(Kind.PROPOSALS);
    }

    void forgotten(@Observes(during = TransactionPhase.AFTER_SUCCESS) Forgotten event) {
        tell(Kind.PROPOSALS);
        tell(Kind.MAILS);
        tell(Kind.STATUS);
    }

    void readings(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailReadings.Stored event) {
        tell(Kind.MAILS);
        tell(Kind.STATUS);
    }

    void mails(@Observes(during = TransactionPhase.AFTER_SUCCESS) Mails.Arrived event) {
        tell(Kind.STATUS);
    }

    void status(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailWatch.StatusChanged event) {
        tell(Kind.STATUS);
    }

    /** Events come from many threads; a reactive stream takes one at a time. */
    private synchronized void tell(Kind kind) {
        changes.onNext(kind);
    }
}
