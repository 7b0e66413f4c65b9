package app.whichday.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import app.whichday.account.Owner;
import app.whichday.account.Owners;
import app.whichday.choice.Subtask;
import app.whichday.mail.Mail;
import app.whichday.mail.MailId;
import app.whichday.mail.MailParser;
import app.whichday.mail.Mailbox;
import app.whichday.mail.Mails;
import app.whichday.mail.SentTime;
import app.whichday.mail.StoredMail;
import app.whichday.proposal.Decision;
import app.whichday.proposal.Proposal;
import app.whichday.proposal.Proposals;
import app.whichday.triage.Category;
import app.whichday.triage.MailTriage;
import app.whichday.tuning.Lesson;
import app.whichday.tuning.Lessons;
import app.whichday.when.Sighting;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the owner does becomes lessons, in real transactions. */
@QuarkusTest
class TeachingTest {
    private static final Subtask EVENT = new Subtask("event");
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", Locale.ENGLISH);

    @Inject
    Intake intake;

    @Inject
    Mails mails;

    @Inject
    MailReadings readings;

    @Inject
    Proposals proposals;

    @Inject
    Lessons lessons;

    @Inject
    Teaching teaching;

    @Inject
    Owners owners;

    @Inject
    EntityManager database;

    @Inject
    Clock clock;

    private final String thread = UUID.randomUUID().toString();
    private Owner before;

    @BeforeEach
    void knowTheOwner() {
        before = owners.current();
        owners.update("Me", Set.of("me@x.example"), before.zone(), before.locale());
    }

    @AfterEach
    void leaveNothing() {
        owners.update(before.name(), before.emails(), before.zone(), before.locale());
        QuarkusTransaction.requiringNew().run(() -> {
            // The decision log is append-only, but for this.
            database.createNativeQuery("alter table decision disable trigger decision_is_append_only")
                    .executeUpdate();
            for (String table : List.of(
                    "lesson",
                    "decision",
                    "proposal",
                    "mail_reading",
                    "mail_place",
                    "mail_thread_link",
                    "mail",
                    "event")) {
                database.createNativeQuery("delete from " + table).executeUpdate();
            }
            database.createNativeQuery("alter table decision enable trigger decision_is_append_only")
                    .executeUpdate();
        });
    }

    @Test
    void aConfirmedDayIsTheRightReadingAndTheMailBroughtAnEvent() {
        Proposal offered = offered();

        proposals.decide(offered.id(), offered.version(), new Decision.Confirm());

        assertThat(lessons.of(Sighting.READING)).singleElement().satisfies(lesson -> {
            assertThat(lesson.origin()).isEqualTo(Lesson.Origin.CONFIRMED);
            assertThat(lesson.wasRight()).isTrue();
            assertThat(lesson.options()).hasSizeGreaterThan(1);
            assertThat(lesson.options().getFirst().features().size()).isPositive();
            assertThat(lesson.context()).contains("[[");
            assertThat(lesson.writer()).contains("jonas@x.example");
            assertThat(lesson.model()).isEqualTo(offered.draft().by().name());
        });
        assertThat(lessons.of(EVENT)).singleElement().satisfies(lesson -> assertThat(lesson.wasRight())
                .isTrue());
    }

    @Test
    void anotherDayOfThoseShownMakesThatOneRight() {
        Proposal offered = offered();
        assertThat(offered.draft().candidates()).hasSizeGreaterThan(1);

        proposals.decide(
                offered.id(),
                offered.version(),
                new Decision.OtherTime(offered.draft().candidates().get(1).time()));

        assertThat(lessons.of(Sighting.READING)).singleElement().satisfies(lesson -> {
            assertThat(lesson.origin()).isEqualTo(Lesson.Origin.OTHER_TIME);
            assertThat(lesson.wasRight()).isFalse();
            assertThat(lesson.right()).isNotEmpty();
            assertThat(lesson.example(1).question().options()).hasSameSizeAs(lesson.options());
        });
    }

    @Test
    void undoWithdrawsAndDecidingAgainTeachesOnce() {
        Proposal offered = offered();
        Proposal confirmed = proposals.decide(offered.id(), offered.version(), new Decision.Confirm());

        Proposal waiting = proposals.decide(confirmed.id(), confirmed.version(), new Decision.Undo());
        assertThat(lessons.of(Sighting.READING)).isEmpty();
        assertThat(lessons.of(EVENT)).isEmpty();

        proposals.decide(waiting.id(), waiting.version(), new Decision.Confirm());
        assertThat(lessons.of(Sighting.READING)).hasSize(1);
        assertThat(rows()).as("those taken back stay as rows").isEqualTo(4);
    }

    @Test
    void notAnEventTeachesThatTheMailBroughtNone() {
        Proposal offered = offered();

        proposals.decide(offered.id(), offered.version(), new Decision.Dismiss(Decision.Dismiss.Reason.NOT_AN_EVENT));

        assertThat(lessons.of(EVENT)).singleElement().satisfies(lesson -> {
            assertThat(lesson.wasRight()).isFalse();
            assertThat(lesson.right()).hasSize(1);
        });
        assertThat(lessons.of(Sighting.READING)).isEmpty();
    }

    @Test
    void aMailSortedAgainIsInItsNewLaneAndTheLastWordCounts() {
        StoredMail mail = store("a", "", "jonas@x.example", "The drawings are on the server now.", 2);
        intake.readAll(() -> true);

        teaching.sort(mail.id(), Category.JUNK);
        teaching.sort(mail.id(), Category.NEWSLETTER);

        assertThat(readings.of(mail.id()).orElseThrow().category()).isEqualTo(Category.NEWSLETTER);
        assertThat(lessons.of(MailTriage.CATEGORY)).singleElement().satisfies(lesson -> {
            assertThat(lesson.options().get(lesson.right().iterator().next()).label())
                    .isEqualTo("newsletter");
            assertThat(lesson.origin()).isEqualTo(Lesson.Origin.SORTED);
        });
    }

    @Test
    void aMailThatTheOwnerAnsweredWantedAReply() {
        StoredMail mail = store("a", "", "jonas@x.example", "The drawings are on the server now.", 30);
        store("b", "a", "me@x.example", "Thank you, I shall look at them.", 2);
        intake.readAll(() -> true);

        assertThat(lessons.of(MailTriage.NEEDS_REPLY)).singleElement().satisfies(lesson -> {
            assertThat(lesson.origin()).isEqualTo(Lesson.Origin.REPLIED);
            assertThat(lesson.options().get(lesson.right().iterator().next()).label())
                    .isEqualTo("wants a reply");
        });
        assertThat(lessons.kept(MailTriage.NEEDS_REPLY))
                .singleElement()
                .extracting(Lessons.Kept::mail)
                .isEqualTo(mail.id());
    }

    private Proposal offered() {
        // "Next" a day of this week that is still to come: either of two days.
        String day = WEEKDAY.format(
                LocalDateTime.ofInstant(clock.instant(), owners.current().zone())
                        .plusDays(2));
        StoredMail mail = store("a", "", "jonas@x.example", "Can we meet next " + day + " at 3pm?", 2);
        intake.readAll(() -> true);
        return proposals.of(List.of(mail.id())).getFirst();
    }

    private long rows() {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) database.createNativeQuery("select count(*) from lesson")
                                .getSingleResult())
                        .longValue());
    }

    private StoredMail store(String id, String answers, String from, String text, int hoursAgo) {
        LocalDateTime sent =
                LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).minusHours(hoursAgo);
        Mail mail = MailParser.parse(
                ("Message-ID: <" + id + "." + thread + "@x.example>\n"
                                + (answers.isEmpty() ? "" : "In-Reply-To: <" + answers + "." + thread + "@x.example>\n")
                                + "From: " + from + "\nTo: me@x.example, jonas@x.example\nSubject: Drawings\n\n" + text
                                + "\n")
                        .getBytes(StandardCharsets.UTF_8),
                new SentTime(sent, Optional.of(ZoneOffset.UTC)));
        mails.store(
                Optional.empty(),
                "teaching-test-" + thread + id,
                new Mailbox.UidValidity(1),
                List.of(new Mailbox.Fetched.Read(new Mailbox.Uid(1), mail)));
        MailId stored = mails.received(10).stream()
                .filter(one -> one.mail().messageId().orElse("").startsWith(id + "."))
                .findFirst()
                .orElseThrow()
                .id();
        return mails.find(stored).orElseThrow();
    }
}
