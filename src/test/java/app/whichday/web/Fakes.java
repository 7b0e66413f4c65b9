package app.whichday.web;

import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.withSettings;

import app.whichday.account.ImapAccount;
import app.whichday.account.ImapAccountId;
import app.whichday.account.ImapAccounts;
import app.whichday.account.Owners;
import app.whichday.assistant.Forgetting;
import app.whichday.assistant.MailReading;
import app.whichday.assistant.MailReadings;
import app.whichday.calendar.Event;
import app.whichday.calendar.EventTime;
import app.whichday.calendar.EventUid;
import app.whichday.calendar.LocalCalendar;
import app.whichday.mail.ImapMailboxes;
import app.whichday.mail.MailId;
import app.whichday.mail.MailWatch;
import app.whichday.mail.MailboxException;
import app.whichday.mail.Mails;
import app.whichday.mail.StoredMail;
import app.whichday.mail.SyncStatus;
import app.whichday.mail.Whom;
import app.whichday.proposal.Decision;
import app.whichday.proposal.Draft;
import app.whichday.proposal.Proposal;
import app.whichday.proposal.ProposalChanged;
import app.whichday.proposal.ProposalId;
import app.whichday.proposal.Proposals;
import app.whichday.proposal.StaleDecisionException;
import app.whichday.triage.Category;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.mockito.MockMakers;

/** The rooms below the web, in memory, with the {@link SampleWorld} in them; in force in the profile {@link OnFakes}. */
@Alternative
@ApplicationScoped
class Fakes {
    private final SampleWorld world = new SampleWorld();
    private final Map<Long, Proposal> proposals = new TreeMap<>();
    private final Map<EventUid, Event> events = new TreeMap<>(Comparator.comparing(EventUid::value));
    private final jakarta.enterprise.event.Event<ProposalChanged> changed;
    private volatile List<SyncStatus> statuses = List.of();

    Fakes(jakarta.enterprise.event.Event<ProposalChanged> changed) {
        this.changed = changed;
    }

    void start(@Observes @Priority(200) StartupEvent event, Owners owners) {
        owners.update("Alice Winter", Set.of("alice@example.org"), SampleWorld.BERLIN, Locale.US);
        reset();
    }

    /** The world as it was, for the next test. */
    synchronized void reset() {
        proposals.clear();
        events.clear();
        world.events.forEach(each -> events.put(each.uid(), each));
        world.drafts.forEach(this::add);
        idle();
    }

    void idle() {
        statuses = List.of(new SyncStatus(
                "alice@example.org INBOX",
                SyncStatus.Phase.IDLE,
                2364,
                2364,
                Optional.empty(),
                Optional.of(SampleWorld.NOW)));
    }

    void reading() {
        statuses = List.of(new SyncStatus(
                "alice@example.org INBOX", SyncStatus.Phase.READING, 1204, 2364, Optional.empty(), Optional.empty()));
    }

    void unreachable() {
        statuses = List.of(new SyncStatus(
                "alice@example.org INBOX",
                SyncStatus.Phase.STOPPED,
                0,
                0,
                Optional.of(
                        "imap.example.org refuses the password of alice@example.org: enter it again in the settings."),
                Optional.empty()));
    }

    /** A mail arrives, and its proposal. */
    ProposalId arrive() {
        Proposal proposal = add(world.late());
        changed.fire(new ProposalChanged(proposal.id(), proposal.state()));
        return proposal.id();
    }

    void fail(long id) {
        Proposal was = proposals.get(id);
        proposals.put(
                id, with(was, Proposal.State.FAILED, was.draft(), Optional.of("The calendar could not be written.")));
        changed.fire(new ProposalChanged(was.id(), Proposal.State.FAILED));
    }

    private synchronized Proposal add(Draft draft) {
        long id = proposals.size() + 1;
        Proposal proposal = new Proposal(
                new ProposalId(id),
                1,
                draft,
                Proposal.State.WAITING,
                SampleWorld.NOW,
                Optional.empty(),
                Optional.empty());
        proposals.put(id, proposal);
        return proposal;
    }

    private static Proposal with(Proposal was, Proposal.State state, Draft draft, Optional<String> failure) {
        return new Proposal(
                was.id(), was.version() + 1, draft, state, was.offeredAt(), Optional.of(SampleWorld.NOW), failure);
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.fixed(SampleWorld.NOW, SampleWorld.BERLIN);
    }

    @Produces
    @Singleton
    Proposals proposals() {
        return in(Proposals.class, new InMemoryProposals());
    }

    @Produces
    @Singleton
    Mails mails() {
        return in(Mails.class, new InMemoryMails());
    }

    @Produces
    @Singleton
    MailReadings readings() {
        return in(MailReadings.class, new InMemoryReadings());
    }

    @Produces
    @Singleton
    LocalCalendar calendar() {
        return in(LocalCalendar.class, new InMemoryCalendar());
    }

    @Produces
    @Singleton
    Forgetting forgetting() {
        return in(Forgetting.class, new InMemoryForgetting());
    }

    @Produces
    @Singleton
    ImapAccounts accounts() {
        return in(ImapAccounts.class, new InMemoryAccounts());
    }

    @Produces
    @Singleton
    ImapMailboxes mailboxes() {
        return in(ImapMailboxes.class, new PickyMailboxes());
    }

    @Produces
    @Singleton
    MailWatch watch() {
        return in(MailWatch.class, new StillWatch());
    }

    /** The beans can only be constructed by the container, so a subclass without constructor passes calls on. */
    private static <T> T in(Class<T> bean, Object fake) {
        return mock(bean, withSettings().mockMaker(MockMakers.SUBCLASS).defaultAnswer(delegatesTo(fake)));
    }

    /** See {@link Proposals}. */
    public final class InMemoryProposals {
        public Optional<Proposal> find(ProposalId id) {
            return Optional.ofNullable(proposals.get(id.value()));
        }

        public List<Proposal> in(Set<Proposal.State> states, int limit) {
            return proposals.values().stream()
                    .filter(each -> states.contains(each.state()))
                    .sorted(Comparator.comparing(
                            each -> each.draft().action().event().time().firstDay()))
                    .limit(limit)
                    .toList();
        }

        public List<Proposal> of(Collection<MailId> mails) {
            return proposals.values().stream()
                    .filter(each -> mails.contains(each.draft().mail()))
                    .toList();
        }

        public Proposal decide(ProposalId id, int seenVersion, Decision decision) {
            Proposal was = proposals.get(id.value());
            if (was.version() != seenVersion) {
                throw new StaleDecisionException("This was changed in another window; look at it again.", was);
            }
            Event event = was.draft().action().event();
            Proposal now =
                    switch (decision) {
                        case Decision.Confirm ignored -> apply(was, event);
                        case Decision.OtherTime other -> apply(was, at(event, other.time()));
                        case Decision.Decline ignored ->
                            with(was, Proposal.State.DISMISSED, was.draft(), Optional.empty());
                        case Decision.Dismiss ignored ->
                            with(was, Proposal.State.DISMISSED, was.draft(), Optional.empty());
                        case Decision.Undo ignored -> {
                            events.remove(event.uid());
                            yield with(was, Proposal.State.WAITING, was.draft(), Optional.empty());
                        }
                    };
            proposals.put(id.value(), now);
            changed.fire(new ProposalChanged(id, now.state()));
            return now;
        }

        private Proposal apply(Proposal was, Event event) {
            events.put(event.uid(), event);
            Draft draft = was.draft();
            Draft done = draft.action() instanceof app.whichday.proposal.Action.CreateEvent create
                    ? new Draft(
                            draft.mail(),
                            new app.whichday.proposal.Action.CreateEvent(event, create.lengthIsDefault()),
                            draft.evidence(),
                            draft.candidates(),
                            draft.ask(),
                            draft.why(),
                            draft.by())
                    : draft;
            return with(was, Proposal.State.APPLIED, done, Optional.empty());
        }

        private static Event at(Event event, EventTime time) {
            return new Event(
                    event.uid(),
                    event.title(),
                    time,
                    event.location(),
                    event.description(),
                    event.participants(),
                    event.recurrence(),
                    event.kind());
        }
    }

    /** See {@link Mails}. */
    public final class InMemoryMails {
        public Optional<StoredMail> find(MailId id) {
            return Optional.ofNullable(world.mails.get(id.value()));
        }

        public List<StoredMail> find(Collection<MailId> ids) {
            return world.mails.values().stream()
                    .filter(each -> ids.contains(each.id()))
                    .toList();
        }

        public List<StoredMail> thread(long thread) {
            return world.mails.values().stream()
                    .filter(each -> each.thread() == thread)
                    .toList();
        }

        public List<StoredMail> received(int limit) {
            return List.of();
        }

        public List<StoredMail> setAside(int limit) {
            return List.of();
        }

        public Map<StoredMail.State, Long> counts() {
            return Map.of(StoredMail.State.PROCESSED, 2364L);
        }
    }

    /** See {@link MailReadings}. */
    public final class InMemoryReadings {
        public Optional<MailReading> of(MailId mail) {
            return world.readings.stream()
                    .map(MailReadings.ReadMail::reading)
                    .filter(each -> each.mail().equals(mail))
                    .findFirst();
        }

        public List<MailReadings.ReadMail> lane(Category category, int offset, int limit) {
            return world.readings.stream()
                    .filter(each -> each.reading().category() == category)
                    .sorted(Comparator.comparing(
                                    (MailReadings.ReadMail each) -> each.mail().receivedAt())
                            .reversed())
                    .skip(offset)
                    .limit(limit)
                    .toList();
        }

        public Map<Category, Long> counts() {
            Map<Category, Long> counts = new EnumMap<>(Category.class);
            world.readings.forEach(each -> counts.merge(each.reading().category(), 1L, Long::sum));
            return counts;
        }
    }

    /** See {@link LocalCalendar}. */
    public final class InMemoryCalendar {
        public Optional<Event> find(EventUid uid) {
            return Optional.ofNullable(events.get(uid));
        }

        public List<LocalCalendar.Occurrence> between(LocalDate from, LocalDate to, ZoneId zone) {
            return events.values().stream()
                    .filter(each -> !each.time().firstDay().isBefore(from)
                            && each.time().firstDay().isBefore(to))
                    .map(each -> new LocalCalendar.Occurrence(each, each.time()))
                    .toList();
        }

        public String feed() {
            StringBuilder feed = new StringBuilder("BEGIN:VCALENDAR\r\n");
            events.values()
                    .forEach(
                            each -> feed.append("SUMMARY:").append(each.title()).append("\r\n"));
            return feed.append("END:VCALENDAR\r\n").toString();
        }
    }

    /** See {@link Forgetting}; there is something of one person, for ever. */
    public static final class InMemoryForgetting {
        public Whom whom(String entered) {
            return Whom.of(entered);
        }

        public Forgetting.Found find(Whom whom) {
            return whom.name().equals("nora@larkspur.example")
                    ? new Forgetting.Found(1204, 31, 28, 1, 84)
                    : new Forgetting.Found(0, 0, 0, 0, 0);
        }

        public Forgetting.Found forget(Whom whom) {
            return find(whom);
        }
    }

    /** See {@link ImapAccounts}. */
    public static final class InMemoryAccounts {
        private final List<ImapAccounts.Registered> all = new ArrayList<>(List.of(new ImapAccounts.Registered(
                new ImapAccountId(1),
                new ImapAccount("imap.example.org", 993, ImapAccount.Security.TLS, "alice@example.org", "INBOX"))));

        public List<ImapAccounts.Registered> all() {
            return List.copyOf(all);
        }

        public ImapAccountId put(ImapAccount account, String password) {
            ImapAccountId id = new ImapAccountId(all.size() + 1L);
            all.add(new ImapAccounts.Registered(id, account));
            return id;
        }

        public void remove(ImapAccountId id) {
            all.removeIf(each -> each.id().equals(id));
        }
    }

    /** See {@link ImapMailboxes}; the only right password is "right". */
    public static final class PickyMailboxes {
        public Optional<MailboxException> check(ImapAccount account, String password) {
            return password.equals("right")
                    ? Optional.empty()
                    : Optional.of(new MailboxException(
                            MailboxException.Kind.SETTINGS,
                            account.host() + " refuses the password of " + account.user() + ": check both."));
        }
    }

    /** See {@link MailWatch}. */
    public final class StillWatch {
        public List<SyncStatus> statuses() {
            return statuses;
        }
    }
}
