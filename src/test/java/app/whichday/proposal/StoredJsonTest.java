package app.whichday.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import app.whichday.calendar.Event;
import app.whichday.calendar.EventTime;
import app.whichday.calendar.EventUid;
import app.whichday.calendar.Invitation;
import app.whichday.calendar.LocalCalendar.Version;
import app.whichday.choice.ModelVersion;
import app.whichday.mail.MailId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoredJsonTest {
    private static final EventTime.Timed TIMED =
            new EventTime.Timed(ZonedDateTime.parse("2025-10-26T02:30+01:00[Europe/Berlin]"), Duration.ofMinutes(90));
    private static final Event EVENT = new Event(
            new EventUid("x@example.com"),
            "Lunch",
            TIMED,
            Optional.of("Canteen"),
            Optional.empty(),
            List.of("Anna"),
            Optional.of("FREQ=WEEKLY"),
            List.of(LocalDateTime.parse("2025-11-02T02:30")),
            Event.Kind.APPOINTMENT);

    static Stream<Action> actions() {
        return Stream.of(
                new Action.CreateEvent(EVENT, true),
                new Action.NoteDeadline(
                        EVENT.at(new EventTime.AllDay(LocalDate.parse("2025-11-14"), LocalDate.parse("2025-11-15")))),
                new Action.AnswerInvitation(new Invitation(
                        Invitation.Method.REQUEST,
                        EVENT,
                        3,
                        Optional.of(Instant.parse("2025-11-01T08:00:00Z")),
                        "anna@example.com",
                        Optional.of("Anna"),
                        Optional.of(new Invitation.Instance(new EventUid("s"), TIMED.start())),
                        List.of(EVENT))));
    }

    @ParameterizedTest
    @MethodSource("actions")
    void aDraftIsReadAsItWasWritten(Action action) {
        Draft draft = new Draft(
                new MailId(7),
                action,
                new Evidence(3, 9, "Sunday"),
                List.of(new Candidate(TIMED, "this week's", 0.75)),
                true,
                "Because.",
                new ModelVersion("reading/base-1"));
        assertThat(StoredJson.read(StoredJson.write(draft), Draft.class)).isEqualTo(draft);
    }

    static Stream<Decision> decisions() {
        return Stream.of(
                new Decision.Confirm(),
                new Decision.OtherTime(TIMED),
                new Decision.Decline(),
                new Decision.Dismiss(Decision.Dismiss.Reason.NOT_FOR_ME),
                new Decision.Undo());
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void aDecisionIsReadAsItWasWritten(Decision decision) {
        assertThat(StoredJson.read(StoredJson.write(decision), Decision.class)).isEqualTo(decision);
    }

    @Test
    void changesAreReadAsTheyWereWritten() {
        CalendarChanges changes = new CalendarChanges(
                List.of(new CalendarChanges.Change(EVENT.uid(), Optional.empty(), Optional.of(new Version(EVENT, 2)))));
        assertThat(StoredJson.read(StoredJson.write(changes), CalendarChanges.class))
                .isEqualTo(changes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-11-14T15:00Z",
                "2025-11-14T15:00Z[UTC]",
                "2025-11-14T15:00+05:45",
                "2025-10-26T02:30+02:00[Europe/Berlin]"
            })
    void timesKeepTheirZone(String start) {
        EventTime time = new EventTime.Timed(ZonedDateTime.parse(start), Duration.ofSeconds(1));
        assertThat(StoredJson.read(StoredJson.write(time), EventTime.class)).isEqualTo(time);
    }

    @Test
    void aFieldOfALaterVersionIsIgnored() {
        assertThat(StoredJson.read(
                        "{\"type\":\"timed\",\"start\":\"2025-11-14T15:00:00Z\",\"length\":\"PT1H\",\"mood\":\"good\"}",
                        EventTime.class))
                .isEqualTo(new EventTime.Timed(ZonedDateTime.parse("2025-11-14T15:00Z"), Duration.ofHours(1)));
    }

    @Test
    void noCharacterIsWrittenThatTheDatabaseRefuses() {
        assertThat(StoredJson.write(new Evidence(0, 3, "a\0b"))).contains("\"a b\"");
    }
}
