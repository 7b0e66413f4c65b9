package app.whichday.assistant;

import app.whichday.account.Owners;
import app.whichday.account.Refused;
import app.whichday.calendar.EventErasure;
import app.whichday.calendar.EventUid;
import app.whichday.calendar.LocalCalendar;
import app.whichday.mail.MailErasure;
import app.whichday.mail.Whom;
import app.whichday.proposal.ProposalErasure;
import app.whichday.proposal.ProposalId;
import app.whichday.tuning.Forgotten;
import app.whichday.tuning.LessonErasure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * "Forget everything about X": finds what is kept of a person or a domain, and deletes it in one transaction. The mails stay in
 * the owner's mailbox and aren't fetched again; what X writes later is read as anybody's.
 */
@ApplicationScoped
public class Forgetting {
    private final MailErasure mails;
    private final ProposalErasure proposals;
    private final EventErasure events;
    private final LessonErasure lessons;
    private final LocalCalendar calendar;
    private final Owners owners;
    private final Clock clock;
    private final Event<Forgotten> forgotten;

    Forgetting(
            MailErasure mails,
            ProposalErasure proposals,
            EventErasure events,
            LessonErasure lessons,
            LocalCalendar calendar,
            Owners owners,
            Clock clock,
            Event<Forgotten> forgotten) {
        this.mails = mails;
        this.proposals = proposals;
        this.events = events;
        this.lessons = lessons;
        this.calendar = calendar;
        this.owners = owners;
        this.clock = clock;
        this.forgotten = forgotten;
    }

    /**
     * What is there to delete, or was deleted.
     *
     * @param mails that name the person or domain: in a header, in the text, in a quote
     * @param proposals of these mails, or with the person in them
     * @param decisions on these proposals
     * @param events in the owner's calendar that came from these proposals, or have the person in them
     * @param lessons that these mails have taught
     */
    public record Found(int mails, int proposals, int decisions, int events, int lessons) {
        public boolean nothing() {
            return mails + proposals + events + lessons == 0;
        }
    }

    /**
     * Whom a person means by what they entered.
     *
     * @throws Refused where it is neither address nor domain, is a mail provider's domain, or names the owner
     */
    public Whom whom(String entered) {
        Whom whom = Whom.of(entered);
        for (String own : owners.current().emails()) {
            if (whom.isNamedIn(own)) {
                throw new Refused(
                        "whom",
                        whom.isDomain()
                                ? "Your own address “" + own + "” is at " + whom
                                        + ", so all your mail names it; enter the addresses of those that you mean."
                                : "“" + own + "” is your own address, and all your mail names it; to forget everything,"
                                        + " stop Whichday and delete its data folder.");
            }
        }
        return whom;
    }

    /** Counts what is there; deletes nothing. */
    @Transactional
    public Found find(Whom whom) {
        MailErasure.Traces traces = mails.find(whom);
        Rest rest = rest(whom, traces);
        return new Found(
                traces.mails().size(),
                rest.proposals.size(),
                proposals.decisions(rest.proposals),
                rest.events.size(),
                lessons.count(traces.mails(), ids(rest.proposals), whom));
    }

    /** Deletes everything, or nothing where something fails. What is being read or decided at this moment is waited for. */
    @Transactional
    public Found forget(Whom whom) {
        // The mails first, then the rest: in the order in which reading locks them.
        MailErasure.Traces traces = mails.erase(whom);
        proposals.waitForOthers();
        Rest rest = rest(whom, traces);
        LessonErasure.Erased taught = lessons.erase(traces.mails(), ids(rest.proposals), whom);
        int decisions = proposals.decisions(rest.proposals);
        proposals.erase(rest.proposals);
        rest.events.forEach(calendar::remove);
        Found found = new Found(
                traces.mails().size(), rest.proposals.size(), decisions, rest.events.size(), taught.lessons());
        if (!found.nothing()) {
            forgotten.fire(new Forgotten(whom, clock.instant().truncatedTo(ChronoUnit.MICROS), taught.since()));
        }
        return found;
    }

    /** What mails have led to. */
    private record Rest(Set<EventUid> events, Set<ProposalId> proposals) {}

    private Rest rest(Whom whom, MailErasure.Traces traces) {
        Set<String> names = new HashSet<>(events.named(traces.names()));
        names.addAll(proposals.named(traces.names()));
        Set<String> theirs = mails.onlyTheirs(names, whom);
        Set<EventUid> gone = events.find(whom, theirs, proposals.events(traces.mails()));
        return new Rest(gone, proposals.find(traces.mails(), gone, whom, theirs));
    }

    private static List<Long> ids(Set<ProposalId> proposals) {
        return proposals.stream().map(ProposalId::value).toList();
    }
}
