package app.whichday.web;

import app.whichday.account.Owner;
import app.whichday.account.Owners;
import app.whichday.calendar.Event;
import app.whichday.calendar.EventTime;
import app.whichday.calendar.Invitation;
import app.whichday.calendar.LocalCalendar;
import app.whichday.calendar.LocalCalendar.Occurrence;
import app.whichday.mail.Mail;
import app.whichday.mail.MailId;
import app.whichday.mail.Mails;
import app.whichday.mail.StoredMail;
import app.whichday.proposal.Action;
import app.whichday.proposal.Candidate;
import app.whichday.proposal.Draft;
import app.whichday.proposal.Proposal;
import app.whichday.proposal.Proposals;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns proposals into cards: their mail, their day in words, what else is on that day. */
@ApplicationScoped
class Cards {
    static final Set<Proposal.State> OPEN = Set.of(Proposal.State.WAITING, Proposal.State.FAILED);
    static final Set<Proposal.State> DECIDED = Set.of(Proposal.State.APPLIED, Proposal.State.DISMISSED);

    private final Proposals proposals;
    private final Mails mails;
    private final LocalCalendar calendar;
    private final Owners owners;
    private final Clock clock;

    Cards(Proposals proposals, Mails mails, LocalCalendar calendar, Owners owners, Clock clock) {
        this.proposals = proposals;
        this.mails = mails;
        this.calendar = calendar;
        this.owners = owners;
        this.clock = clock;
    }

    TimeWords words() {
        return new TimeWords(clock.instant(), owners.current().zone());
    }

    List<Card> open(int limit) {
        return of(proposals.in(OPEN, limit));
    }

    List<Card> decided(int limit) {
        return of(proposals.in(DECIDED, limit));
    }

    Card of(Proposal proposal, Optional<String> notice) {
        return of(List.of(proposal), notice).getFirst();
    }

    List<Card> of(List<Proposal> shown) {
        return of(shown, Optional.empty());
    }

    private List<Card> of(List<Proposal> shown, Optional<String> notice) {
        if (shown.isEmpty()) {
            return List.of();
        }
        Owner owner = owners.current();
        TimeWords words = new TimeWords(clock.instant(), owner.zone());
        Agenda agenda = new Agenda(calendar, owner.zone());
        Set<MailId> ids =
                shown.stream().map(proposal -> proposal.draft().mail()).collect(Collectors.toSet());
        Map<MailId, StoredMail> theirs =
                mails.find(ids).stream().collect(Collectors.toMap(StoredMail::id, Function.identity()));
        List<Card> cards = new ArrayList<>();
        for (Proposal proposal : shown) {
            StoredMail mail = theirs.get(proposal.draft().mail());
            if (mail == null) {
                throw new IllegalStateException("Proposal " + proposal.id() + " rests on mail "
                        + proposal.draft().mail() + ", which is gone");
            }
            cards.add(card(proposal, mail, words, agenda, notice));
        }
        return cards;
    }

    private static Card card(
            Proposal proposal, StoredMail stored, TimeWords words, Agenda agenda, Optional<String> notice) {
        Draft draft = proposal.draft();
        Event event = draft.action().event();
        Mail mail = stored.mail();
        Card.Kind kind = kind(draft.action());
        Moment when = words.moment(event.time());
        return new Card(
                proposal.id().value(),
                proposal.version(),
                state(proposal.state()),
                kind,
                verb(kind),
                event.title(),
                when,
                length(event.time()),
                draft.action() instanceof Action.CreateEvent create && create.lengthIsDefault(),
                event.location(),
                String.join(", ", event.participants()),
                event.recurrence().isPresent(),
                head(stored, words),
                Passage.around(mail, draft.evidence(), words),
                draft.evidence().phrase(),
                draft.ask() ? question(draft.candidates(), words) : "",
                choices(draft.candidates(), words),
                draft.why(),
                draft.by().name(),
                proposal.state() == Proposal.State.APPLIED ? List.of() : clashes(agenda.clashes(event), words),
                proposal.failure(),
                notice);
    }

    static Card.MailHead head(StoredMail stored, TimeWords words) {
        Mail mail = stored.mail();
        return new Card.MailHead(
                stored.id().value(),
                mail.from().display(),
                mail.from().email(),
                mail.subject().isBlank() ? "(no subject)" : mail.subject(),
                words.sent(mail.sent()),
                words.sentInFull(mail.sent()));
    }

    private static Card.State state(Proposal.State state) {
        return switch (state) {
            case WAITING, UNDONE -> Card.State.WAITING;
            case FAILED -> Card.State.FAILED;
            case CONFIRMED, APPLIED -> Card.State.DONE;
            case DISMISSED -> Card.State.DISMISSED;
            case SUPERSEDED -> Card.State.GONE;
        };
    }

    private static Card.Kind kind(Action action) {
        return switch (action) {
            case Action.CreateEvent ignored -> Card.Kind.EVENT;
            case Action.NoteDeadline ignored -> Card.Kind.DEADLINE;
            case Action.CancelEvent ignored -> Card.Kind.CANCELLATION;
            case Action.AnswerInvitation answer ->
                answer.invitation().method() == Invitation.Method.CANCEL
                        ? Card.Kind.CANCELLATION
                        : Card.Kind.INVITATION;
        };
    }

    private static String verb(Card.Kind kind) {
        return switch (kind) {
            case EVENT -> "Add to the calendar";
            case DEADLINE -> "Note the deadline";
            case INVITATION -> "Answer the invitation";
            case CANCELLATION -> "Cancelled: take out";
        };
    }

    private static String length(EventTime time) {
        return time instanceof EventTime.Timed timed && !timed.length().equals(Duration.ZERO)
                ? TimeWords.length(timed.length())
                : "";
    }

    /** "Which Friday?" where all readings are the same weekday; "What time?" where they share the day. */
    private static String question(List<Candidate> candidates, TimeWords words) {
        List<LocalDate> days = candidates.stream()
                .map(each -> each.time().firstDay())
                .distinct()
                .toList();
        if (days.size() == 1) {
            return "What time?";
        }
        boolean sameWeekday =
                days.stream().map(LocalDate::getDayOfWeek).distinct().count() == 1;
        return sameWeekday ? "Which " + words.weekday(days.getFirst()) + "?" : "Which day?";
    }

    private static List<Card.Choice> choices(List<Candidate> candidates, TimeWords words) {
        List<Card.Choice> choices = new ArrayList<>();
        for (Candidate candidate : candidates) {
            choices.add(new Card.Choice(
                    choices.size(),
                    words.moment(candidate.time()),
                    candidate.convention(),
                    candidate.probability(),
                    Math.round(candidate.probability() * 100) + " %"));
        }
        return choices;
    }

    private static List<String> clashes(List<Occurrence> there, TimeWords words) {
        return there.stream()
                .map(each ->
                        each.event().title() + ", " + words.moment(each.time()).clock())
                .toList();
    }
}
