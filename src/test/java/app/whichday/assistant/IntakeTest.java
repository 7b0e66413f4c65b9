package app.whichday.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import app.whichday.account.Owners;
import app.whichday.calendar.Event;
import app.whichday.calendar.EventTime;
import app.whichday.calendar.EventUid;
import app.whichday.calendar.LocalCalendar;
import app.whichday.mail.Mail;
import app.whichday.mail.MailId;
import app.whichday.mail.MailParser;
import app.whichday.mail.Mailbox;
import app.whichday.mail.Mails;
import app.whichday.mail.SentTime;
import app.whichday.mail.StoredMail;
import app.whichday.proposal.Proposal;
import app.whichday.proposal.Proposals;
import app.whichday.triage.Category;
import app.whichday.when.ReadingWords;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IntakeTest {
    private static final DateTimeFormatter ISO_DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);

    private static final EventUid CALL = new EventUid("intake-test-call");

    @Inject
    Intake intake;

    @Inject
    Mails mails;

    @Inject
    MailReadings readings;

    @Inject
    Proposals proposals;

    @Inject
    Owners owners;

    @Inject
    LocalCalendar calendar;

    @Inject
    EntityManager database;

    @Inject
    Clock clock;

    private final String thread = UUID.randomUUID().toString();

    @AfterEach
    void leaveNothing() {
        calendar.remove(CALL);
        QuarkusTransaction.requiringNew().run(() -> {
            for (String table : List.of("proposal", "mail_reading", "mail_place", "mail_thread_link", "mail")) {
                database.createNativeQuery("delete from " + table).executeUpdate();
            }
        });
    }

    @Test
    void aMailIsReadAndItsEventOfferedOnce() {
        StoredMail mail = store("a", "", "Can we meet on " + day(9) + " at 3pm?", 2);

        assertThat(intake.readAll(() -> true)).isEqualTo(1);
        assertThat(intake.readAll(() -> true)).isZero();

        assertThat(mails.find(mail.id()).orElseThrow().state()).isEqualTo(StoredMail.State.PROCESSED);
        MailReading reading = readings.of(mail.id()).orElseThrow();
        assertThat(reading.category()).isEqualTo(Category.MEETING);
        assertThat(reading.dates()).singleElement().satisfies(mark -> assertThat(
                        mail.mail().body().substring(mark.begin(), mark.end()))
                .endsWith("3pm"));
        assertThat(reading.steps()).extracting(MailReading.Step::subtask).contains("triage", "event");
        assertThat(readings.lane(Category.MEETING, 0, 10)).hasSize(1);
        assertThat(readings.counts()).containsEntry(Category.MEETING, 1L).containsEntry(Category.JUNK, 0L);
        assertThat(proposals.of(List.of(mail.id())))
                .singleElement()
                .extracting(Proposal::state)
                .isEqualTo(Proposal.State.WAITING);
    }

    @Test
    void aReplyThatRepeatsTheTimeOffersNothingNew() {
        StoredMail first = store("a", "", "Can we meet on " + day(9) + " at 3pm?", 30);
        intake.readAll(() -> true);
        StoredMail second = store("b", "a", "Just to confirm: we meet on " + day(9) + " at 3pm.", 2);
        intake.readAll(() -> true);

        assertThat(proposals.of(List.of(first.id(), second.id()))).hasSize(1);
    }

    @Test
    void aStopLeavesTheRestWaiting() {
        StoredMail mail = store("a", "", "Can we meet on " + day(9) + " at 3pm?", 2);

        assertThat(intake.readAll(() -> false)).isZero();

        assertThat(mails.find(mail.id()).orElseThrow().state()).isEqualTo(StoredMail.State.RECEIVED);
        assertThat(readings.of(mail.id())).isEmpty();
    }

    @Test
    void aCallThatStandsInTheCalendarIsTheOneThatIsSpokenOf() {
        ZonedDateTime call = clock.instant()
                .atZone(ZoneOffset.UTC)
                .plusDays(3)
                .toLocalDate()
                .atTime(15, 0)
                .atZone(ZoneOffset.UTC);
        calendar.put(new Event(
                CALL,
                "Call with Jonas",
                new EventTime.Timed(call, Duration.ofMinutes(45)),
                Optional.empty(),
                Optional.empty(),
                List.of("jonas@x.example"),
                Optional.empty(),
                Event.Kind.APPOINTMENT));
        String weekday = call.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);

        StoredMail spoken = store("a", "", "I look forward to our call on " + weekday + ".", 2);
        StoredMail asked = store("b", "", "Please send me the drawings by " + weekday + ".", 1);
        intake.readAll(() -> true);

        String day = ReadingWords.day(call.toLocalDate());
        assertThat(marked(spoken)).isEqualTo(day + ", 15:00 to 15:45");
        assertThat(marked(asked)).isEqualTo(day);
        assertThat(proposals.of(List.of(spoken.id()))).isEmpty();
    }

    private String marked(StoredMail mail) {
        return readings.of(mail.id()).orElseThrow().dates().getFirst().meaning();
    }

    private String day(int ahead) {
        return ISO_DAY.format(
                LocalDateTime.ofInstant(clock.instant(), owners.current().zone())
                        .plusDays(ahead));
    }

    private StoredMail store(String id, String answers, String text, int hoursAgo) {
        LocalDateTime sent =
                LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).minusHours(hoursAgo);
        Mail mail = MailParser.parse(
                ("Message-ID: <" + id + "." + thread + "@x.example>\n"
                                + (answers.isEmpty() ? "" : "In-Reply-To: <" + answers + "." + thread + "@x.example>\n")
                                + "From: Jonas <jonas@x.example>\nTo: Me <me@x.example>\nSubject: Drawings\n\n" + text
                                + "\n")
                        .getBytes(StandardCharsets.UTF_8),
                new SentTime(sent, Optional.of(ZoneOffset.UTC)));
        mails.store(
                Optional.empty(),
                "intake-test-" + thread + id,
                new Mailbox.UidValidity(1),
                List.of(new Mailbox.Fetched.Read(new Mailbox.Uid(1), mail)));
        MailId newest = mails.received(1).getFirst().id();
        return mails.find(newest).orElseThrow();
    }
}
