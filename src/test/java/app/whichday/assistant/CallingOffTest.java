package app.whichday.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import app.whichday.account.Owner;
import app.whichday.calendar.Event;
import app.whichday.calendar.EventTime;
import app.whichday.calendar.EventUid;
import app.whichday.mail.Mail;
import app.whichday.mail.MailId;
import app.whichday.mail.MailParser;
import app.whichday.mail.SentTime;
import app.whichday.proposal.Action;
import app.whichday.proposal.Draft;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mail that calls something off offers to take out what stands in the calendar, and nothing else. */
class CallingOffTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Owner LENA = new Owner("Lena", Set.of("lena@nordlicht.example"), BERLIN, Locale.UK);
    private static final LocalDateTime SENT = LocalDateTime.of(2025, 11, 4, 9, 30);
    private static final MailReader READER = MailReader.base();
    private static final Event TANKS =
            event("tanks", "Ballast tanks", LocalDateTime.of(2025, 11, 6, 15, 0), "Jonas Petersen");
    private static final Event CHOIR = event("choir", "Choir practice", LocalDateTime.of(2025, 11, 6, 19, 0), "Mika");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'm sorry, I have to cancel our meeting on Thursday at 3pm.",
                "Our meeting on Thursday is cancelled, I am ill."
            })
    void whatIsCalledOffIsOfferedToBeTakenOut(String body) {
        assertThat(draft(body, TANKS, CHOIR)).map(Draft::action).contains(new Action.CancelEvent(TANKS));
    }

    @Test
    void onlyWhatFitsIsMeant() {
        String body = "I'm sorry, I have to cancel our meeting on Thursday at 3pm.";

        assertThat(draft(body)).isEmpty();
        assertThat(draft(body, CHOIR)).isEmpty();
        // Two that fit as well are none.
        Event twin = event("twin", "Ballast tanks", LocalDateTime.of(2025, 11, 6, 15, 0), "Jonas Petersen");
        assertThat(draft(body, TANKS, twin)).isEmpty();
    }

    @Test
    void aMoveTakesOverTheEventThatItMoves() {
        Draft moved = draft("I have to move our meeting from Thursday at 3pm to Friday at 10am.", TANKS, CHOIR)
                .orElseThrow();

        assertThat(moved.action().event().uid()).isEqualTo(TANKS.uid());
        assertThat(moved.action().event().time().firstDay()).isEqualTo(LocalDate.of(2025, 11, 7));
    }

    private static Optional<Draft> draft(String body, Event... calendar) {
        Mail mail = MailParser.fromParts(new MailParser.Parts(
                Optional.empty(),
                "Jonas Petersen <jonas@nordlicht.example>",
                "Lena Brandt <lena@nordlicht.example>",
                "",
                "Our meeting",
                new SentTime(SENT, Optional.of(BERLIN)),
                false,
                body));
        return new Drafting(LENA, SENT.atZone(BERLIN).toInstant(), days -> List.of(calendar))
                .draft(new MailId(1), READER.read(mail, LENA), ThreadSoFar.ALONE);
    }

    private static Event event(String uid, String title, LocalDateTime start, String with) {
        return new Event(
                new EventUid(uid),
                title,
                new EventTime.Timed(start.atZone(BERLIN), Duration.ofHours(1)),
                Optional.empty(),
                Optional.empty(),
                List.of(with),
                Optional.empty(),
                Event.Kind.APPOINTMENT);
    }
}
