package app.whichday.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.whichday.calendar.Event;
import app.whichday.calendar.EventTime;
import app.whichday.calendar.EventUid;
import app.whichday.calendar.Invitation;
import app.whichday.calendar.Invitation.Method;
import app.whichday.calendar.LocalCalendar;
import app.whichday.choice.ModelVersion;
import app.whichday.mail.MailId;
import app.whichday.proposal.Proposal.State;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The life of proposals, in real transactions; each test has mails and events of its own and takes them away again. */
@QuarkusTest
class ProposalsTest {
    private static final String UID = "life@proposal.test";
    private static final MailId MAIL = new MailId(-4711);
    private static final EventTime.Timed FRIDAY =
            new EventTime.Timed(ZonedDateTime.parse("1972-11-17T15:00+01:00[Europe/Berlin]"), Duration.ofHours(1));
    private static final EventTime.Timed NEXT_FRIDAY =
            new EventTime.Timed(ZonedDateTime.parse("1972-11-24T15:00+01:00[Europe/Berlin]"), Duration.ofHours(1));

    @Inject
    Proposals proposals;

    @Inject
    LocalCalendar calendar;

    @Inject
    EntityManager database;

    @Inject
    AgroalDataSource connections;

    @Inject
    Committed committed;

    @ApplicationScoped
    static class Committed {
        private final Queue<ProposalChanged> events = new ConcurrentLinkedQueue<>();

        void take(@Observes(during = TransactionPhase.AFTER_SUCCESS) ProposalChanged event) {
            events.add(event);
        }

        List<ProposalChanged> drain() {
            List<ProposalChanged> drained = List.copyOf(events);
            events.clear();
            return drained;
        }
    }

    @BeforeEach
    @AfterEach
    void nothingIsLeft() throws SQLException {
        sql("alter table decision disable trigger decision_is_append_only");
        sql("delete from decision where proposal in (select id from proposal where mail < 0)");
        sql("alter table decision enable trigger decision_is_append_only");
        sql("delete from proposal where mail < 0");
        sql("delete from event where uid like '%@proposal.test%'");
        committed.drain();
    }

    @Test
    void aDraftIsOfferedOnce() {
        Proposal first = proposals.offer(create());
        Proposal second = proposals.offer(create());
        assertThat(first.state()).isEqualTo(State.WAITING);
        assertThat(first.draft()).isEqualTo(create());
        assertThat(second).isEqualTo(first);
        assertThat(proposals.of(List.of(MAIL))).containsExactly(first);
        assertThat(committed.drain()).containsExactly(new ProposalChanged(first.id(), State.WAITING));
    }

    @Test
    void manyAtOnceOfferTheSameDraftOnce() throws InterruptedException {
        Set<ProposalId> ids = atOnce(6, () -> proposals.offer(create()).id()).stream()
                .map(Future::resultNow)
                .collect(Collectors.toSet());
        assertThat(ids).hasSize(1);
    }

    @Test
    void anotherPhraseOfTheMailIsAnotherProposal() {
        Proposal first = proposals.offer(create());
        Proposal second =
                proposals.offer(draft(new Action.CreateEvent(event(FRIDAY), true), new Evidence(50, 56, "Friday")));
        assertThat(second.id()).isNotEqualTo(first.id());
    }

    @Test
    void anOfferOfATransactionThatIsRolledBackIsGone() {
        QuarkusTransaction.begin();
        proposals.offer(create());
        QuarkusTransaction.rollback();
        assertThat(proposals.of(List.of(MAIL))).isEmpty();
        assertThat(committed.drain()).isEmpty();
    }

    @Test
    void confirmedItIsInTheCalendarAndUndoTakesItOut() {
        Proposal waiting = proposals.offer(create());
        Proposal applied = decide(waiting, new Decision.Confirm());
        assertThat(applied.state()).isEqualTo(State.APPLIED);
        assertThat(applied.decision()).contains(new Decision.Confirm());
        assertThat(applied.decidedAt()).isPresent();
        assertThat(applied.applied()).contains(event(FRIDAY));
        assertThat(inCalendar()).contains(event(FRIDAY));
        assertThat(calendar.feed()).contains(UID);

        Proposal again = decide(applied, new Decision.Undo());
        assertThat(again.state()).isEqualTo(State.WAITING);
        assertThat(again.applied()).isEmpty();
        assertThat(inCalendar()).isEmpty();
        assertThat(proposals.in(Set.of(State.WAITING), 1_000)).contains(again);

        decide(again, new Decision.Confirm());
        assertThat(inCalendar()).contains(event(FRIDAY));
        assertThat(log(waiting)).containsExactly("confirm APPLIED", "undo WAITING", "confirm APPLIED");
    }

    @Test
    void anotherTimeIsTheOneInTheCalendar() {
        Proposal applied = decide(proposals.offer(create()), new Decision.OtherTime(NEXT_FRIDAY));
        assertThat(applied.applied()).contains(event(NEXT_FRIDAY));
        assertThat(applied.draft().action().event().time()).isEqualTo(FRIDAY);
        assertThat(inCalendar()).contains(event(NEXT_FRIDAY));
    }

    @Test
    void dismissedItLeavesTheCalendarAloneAndCanBeTakenBack() {
        Proposal dismissed = decide(proposals.offer(create()), new Decision.Dismiss(Decision.Dismiss.Reason.NOT_SAID));
        assertThat(dismissed.state()).isEqualTo(State.DISMISSED);
        assertThat(inCalendar()).isEmpty();
        assertThat(decide(dismissed, new Decision.Undo()).state()).isEqualTo(State.WAITING);
    }

    @Test
    void whatDoesNotFitItsStateIsRefusedInASentence() {
        Proposal waiting = proposals.offer(create());
        assertThatThrownBy(() -> decide(waiting, new Decision.Undo()))
                .isInstanceOf(StaleDecisionException.class)
                .hasMessage("There is nothing to undo. It waits for your decision.");
        assertThatThrownBy(() -> decide(waiting, new Decision.Decline()))
                .isInstanceOf(StaleDecisionException.class)
                .hasMessageContaining("Only an invitation can be declined");
        Proposal applied = decide(waiting, new Decision.Confirm());
        assertThatThrownBy(() -> decide(applied, new Decision.Confirm()))
                .isInstanceOf(StaleDecisionException.class)
                .hasMessage("It is in your calendar already.");
        assertThatThrownBy(() -> proposals.decide(new ProposalId(-1), 0, new Decision.Confirm()))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("There is no proposal -1");
        assertThat(log(waiting)).containsExactly("confirm APPLIED");
    }

    @Test
    void ofManyClicksAtOnceOneIsCarriedOut() throws InterruptedException {
        Proposal waiting = proposals.offer(create());
        List<Future<Proposal>> clicks = atOnce(6, () -> decide(waiting, new Decision.Confirm()));
        assertThat(clicks.stream().filter(click -> click.state() == Future.State.SUCCESS))
                .hasSize(1);
        assertThat(clicks.stream()
                        .filter(click -> click.state() == Future.State.FAILED)
                        .map(Future::exceptionNow))
                .hasSize(5)
                .allSatisfy(stale -> assertThat(stale)
                        .isInstanceOf(StaleDecisionException.class)
                        .hasMessage("This has changed since you saw it. It is in your calendar already."));
        assertThat(log(waiting)).containsExactly("confirm APPLIED");
        assertThat(sequenceInCalendar()).contains(0);
    }

    @Test
    void confirmAndDismissAtOnceEndInOneOfThem() throws InterruptedException {
        Proposal waiting = proposals.offer(create());
        Queue<Decision> next = new ConcurrentLinkedQueue<>(
                List.of(new Decision.Confirm(), new Decision.Dismiss(Decision.Dismiss.Reason.NOT_FOR_ME)));
        atOnce(2, () -> decide(waiting, next.remove()));
        assertThat(log(waiting)).hasSize(1);
        assertThat(inCalendar().isPresent()).isEqualTo(state(waiting) == State.APPLIED);
    }

    @Test
    void aConnectionThatDiesInTheMiddleLeavesNothingDone() throws SQLException {
        Proposal waiting = proposals.offer(create());
        // As after kill -9: the calendar is changed, and nobody ends the transaction.
        sql("create function die_here() returns trigger language plpgsql as"
                + " $$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$");
        sql("create trigger die_here before insert on decision for each row execute function die_here()");
        try {
            assertThatThrownBy(() -> decide(waiting, new Decision.Confirm())).isInstanceOf(RuntimeException.class);
        } finally {
            sql("drop trigger die_here on decision");
            sql("drop function die_here");
        }
        assertThat(inCalendar()).isEmpty();
        assertThat(log(waiting)).isEmpty();
        assertThat(proposals.find(waiting.id())).contains(waiting);
        assertThat(decide(waiting, new Decision.Confirm()).state()).isEqualTo(State.APPLIED);
    }

    @Test
    void aCalendarThatFailsLeavesItFailedAndItCanBeConfirmedAgain() throws SQLException {
        Proposal waiting = proposals.offer(create());
        sql("alter table event add constraint refuses check (uid <> '" + UID + "')");
        Proposal failed;
        try {
            failed = decide(waiting, new Decision.Confirm());
        } finally {
            sql("alter table event drop constraint refuses");
        }
        assertThat(failed.state()).isEqualTo(State.FAILED);
        assertThat(failed.failure().orElseThrow()).startsWith("The calendar could not be changed");
        assertThat(inCalendar()).isEmpty();
        assertThat(decide(failed, new Decision.Confirm()).state()).isEqualTo(State.APPLIED);
        assertThat(log(waiting)).containsExactly("confirm FAILED", "confirm APPLIED");
    }

    @Test
    void theLogKeepsWhatTheOwnerSawAndIsOnlyAddedTo() {
        Proposal waiting = proposals.offer(create());
        decide(waiting, new Decision.OtherTime(NEXT_FRIDAY));
        Object[] row = (Object[]) QuarkusTransaction.requiringNew().call(() -> database.createNativeQuery("""
                                select model, seen_version, shown #>> '{candidates,1,convention}',
                                       cast(shown #>> '{candidates,0,probability}' as float8),
                                       payload #>> '{time,start}'
                                from decision where proposal = :id""")
                .setParameter("id", waiting.id().value())
                .getSingleResult());
        assertThat(row)
                .containsExactly("reading/test-1", 0, "next week's", 0.6, "1972-11-24T15:00:00+01:00[Europe/Berlin]");
        assertThatThrownBy(() -> sql("delete from decision")).hasMessageContaining("append-only");
        assertThatThrownBy(() -> sql("update decision set model = ''")).hasMessageContaining("append-only");
    }

    @Test
    void anAcceptedInvitationIsAtItsSequence() {
        decide(proposals.offer(invitation(1, Method.REQUEST, 4, FRIDAY)), new Decision.Confirm());
        assertThat(inCalendar()).contains(event(FRIDAY));
        assertThat(sequenceInCalendar()).contains(4);
    }

    @Test
    void aDeclinedInvitationIsNotInTheCalendar() {
        Proposal waiting = proposals.offer(invitation(1, Method.REQUEST, 0, FRIDAY));
        Proposal declined = decide(waiting, new Decision.Decline());
        assertThat(declined.state()).isEqualTo(State.DISMISSED);
        assertThat(declined.decision()).contains(new Decision.Decline());
        assertThat(inCalendar()).isEmpty();
        assertThat(log(waiting)).containsExactly("decline DISMISSED");
    }

    @Test
    void anInvitationIsNotMovedByItsGuest() {
        Proposal waiting = proposals.offer(invitation(1, Method.REQUEST, 0, FRIDAY));
        assertThatThrownBy(() -> decide(waiting, new Decision.OtherTime(NEXT_FRIDAY)))
                .isInstanceOf(StaleDecisionException.class)
                .hasMessageContaining("The organizer sets the time");
    }

    @Test
    void aNewerInvitationSupersedesTheWaitingOneInWhateverOrderTheyAreRead() {
        Proposal first = proposals.offer(invitation(1, Method.REQUEST, 0, FRIDAY));
        Proposal third = proposals.offer(invitation(3, Method.REQUEST, 2, NEXT_FRIDAY));
        Proposal second = proposals.offer(invitation(2, Method.REQUEST, 1, FRIDAY));
        assertThat(state(first)).isEqualTo(State.SUPERSEDED);
        assertThat(state(second)).isEqualTo(State.SUPERSEDED);
        assertThat(state(third)).isEqualTo(State.WAITING);
        assertThatThrownBy(() -> decide(second, new Decision.Confirm()))
                .hasMessage("A later mail or change has replaced it.");
    }

    @Test
    void theSameInvitationInTwoMailsWaitsOnce() {
        proposals.offer(invitation(1, Method.REQUEST, 0, FRIDAY));
        assertThat(proposals.offer(invitation(2, Method.REQUEST, 0, FRIDAY)).state())
                .isEqualTo(State.SUPERSEDED);
    }

    @Test
    void undoingAnUpdateRestoresTheVersionBefore() {
        Proposal first = decide(proposals.offer(invitation(1, Method.REQUEST, 0, FRIDAY)), new Decision.Confirm());
        Proposal update =
                decide(proposals.offer(invitation(2, Method.REQUEST, 1, NEXT_FRIDAY)), new Decision.Confirm());
        assertThat(inCalendar()).contains(event(NEXT_FRIDAY));
        assertThatThrownBy(() -> decide(first, new Decision.Undo()))
                .hasMessage("The event has changed since: undo the later change first.");

        decide(update, new Decision.Undo());
        assertThat(inCalendar()).contains(event(FRIDAY));
        assertThat(sequenceInCalendar()).contains(0);
        assertThat(decide(first, new Decision.Undo()).state())
                .as("the update waits, so the first doesn't")
                .isEqualTo(State.SUPERSEDED);
        assertThat(inCalendar()).isEmpty();
    }

    @Test
    void aConfirmedCancellationTakesTheEventOutAndUndoPutsItBack() {
        decide(proposals.offer(invitation(1, Method.REQUEST, 0, FRIDAY)), new Decision.Confirm());
        Proposal removed = decide(proposals.offer(invitation(2, Method.CANCEL, 1, FRIDAY)), new Decision.Confirm());
        assertThat(removed.applied()).isEmpty();
        assertThat(inCalendar()).isEmpty();
        decide(removed, new Decision.Undo());
        assertThat(inCalendar()).contains(event(FRIDAY));
    }

    @Test
    void aCancellationOfWhatIsNotThereAsksNothing() {
        Proposal request = proposals.offer(invitation(1, Method.REQUEST, 0, FRIDAY));
        assertThat(proposals.offer(invitation(2, Method.CANCEL, 1, FRIDAY)).state())
                .isEqualTo(State.SUPERSEDED);
        assertThat(state(request)).isEqualTo(State.SUPERSEDED);
    }

    @Test
    void aMovedInstanceLeavesItsOldPlaceInTheSeries() {
        Event series = event(UID, FRIDAY, Optional.of("FREQ=WEEKLY"));
        Event moved = event(UID + "/1", FRIDAY, Optional.empty());
        calendar.put(series);
        Action answer = new Action.AnswerInvitation(new Invitation(
                Method.REQUEST,
                moved,
                1,
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.of(new Invitation.Instance(series.uid(), NEXT_FRIDAY.start())),
                List.of()));
        Proposal applied = decide(proposals.offer(draft(answer, new Evidence(0, 0, ""))), new Decision.Confirm());
        assertThat(calendar.find(moved.uid())).contains(moved);
        assertThat(inCalendar().orElseThrow().excluded()).containsExactly(LocalDateTime.parse("1972-11-24T15:00"));
        decide(applied, new Decision.Undo());
        assertThat(calendar.find(moved.uid())).isEmpty();
        assertThat(inCalendar()).contains(series);
    }

    @Test
    void onlyAWaitingOneIsSuperseded() {
        Proposal waiting = proposals.offer(create());
        assertThat(proposals.supersede(waiting.id())).isTrue();
        assertThat(state(waiting)).isEqualTo(State.SUPERSEDED);
        assertThat(proposals.supersede(waiting.id())).isFalse();
    }

    @Test
    void whatIsCalledOffIsTakenOutAndUndoPutsItBack() {
        Proposal planned = decide(proposals.offer(create()), new Decision.Confirm());
        EventUid uid = planned.draft().action().event().uid();
        Proposal called = proposals.offer(draft(new Action.CancelEvent(event(FRIDAY)), new Evidence(0, 6, "Friday")));

        Proposal out = decide(called, new Decision.Confirm());

        assertThat(out.state()).isEqualTo(State.APPLIED);
        assertThat(calendar.find(uid)).isEmpty();
        decide(out, new Decision.Undo());
        assertThat(calendar.find(uid)).isPresent();
    }

    @Test
    void theEarliestEventIsFirstOfThoseThatWait() {
        Proposal later =
                proposals.offer(draft(new Action.CreateEvent(event(NEXT_FRIDAY), true), new Evidence(1, 2, "x")));
        Proposal earlier = proposals.offer(draft(new Action.NoteDeadline(event(FRIDAY)), new Evidence(3, 4, "y")));
        assertThat(proposals.in(Set.of(State.WAITING), 1_000)).containsSubsequence(earlier, later);
    }

    private Proposal decide(Proposal seen, Decision decision) {
        return proposals.decide(seen.id(), seen.version(), decision);
    }

    private static Draft create() {
        return draft(new Action.CreateEvent(event(FRIDAY), true), new Evidence(12, 18, "Friday"));
    }

    private static Draft draft(Action action, Evidence evidence) {
        return new Draft(
                MAIL,
                action,
                evidence,
                List.of(new Candidate(FRIDAY, "this week's", 0.6), new Candidate(NEXT_FRIDAY, "next week's", 0.4)),
                true,
                "A Friday to come.",
                new ModelVersion("reading/test-1"));
    }

    private static Draft invitation(int mail, Method method, int sequence, EventTime time) {
        Invitation invitation = new Invitation(
                method,
                event(time),
                sequence,
                Optional.of(Instant.parse("1972-11-01T08:00:00Z")),
                "anna@example.com",
                Optional.empty(),
                Optional.empty(),
                List.of());
        return new Draft(
                new MailId(-mail),
                new Action.AnswerInvitation(invitation),
                new Evidence(0, 0, ""),
                List.of(),
                false,
                "Anna invites you.",
                new ModelVersion("invitation"));
    }

    private static Event event(EventTime time) {
        return event(UID, time, Optional.empty());
    }

    private static Event event(String uid, EventTime time, Optional<String> rule) {
        return new Event(
                new EventUid(uid),
                "Lunch",
                time,
                Optional.of("Canteen"),
                Optional.empty(),
                List.of("Anna"),
                rule,
                Event.Kind.APPOINTMENT);
    }

    private Optional<Event> inCalendar() {
        return calendar.find(new EventUid(UID));
    }

    private Optional<Integer> sequenceInCalendar() {
        return calendar.version(new EventUid(UID)).map(LocalCalendar.Version::sequence);
    }

    private State state(Proposal proposal) {
        return proposals.find(proposal.id()).orElseThrow().state();
    }

    private List<String> log(Proposal proposal) {
        return QuarkusTransaction.requiringNew().call(() -> database.unwrap(Session.class)
                .createNativeQuery(
                        "select kind || ' ' || outcome from decision where proposal = :id order by id", String.class)
                .setParameter("id", proposal.id().value())
                .getResultList());
    }

    private void sql(String statement) throws SQLException {
        try (var connection = connections.getConnection();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static <T> List<Future<T>> atOnce(int threads, Callable<T> task) throws InterruptedException {
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            return executor.invokeAll(
                    IntStream.range(0, threads).mapToObj(i -> task).toList());
        }
    }
}
