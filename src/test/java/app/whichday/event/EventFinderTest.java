package app.whichday.event;

import static org.assertj.core.api.Assertions.assertThat;

import app.whichday.account.Owner;
import app.whichday.event.EventDraft.Action;
import app.whichday.event.EventDraft.Kind;
import app.whichday.mail.Mail;
import app.whichday.mail.MailParser;
import app.whichday.mail.SentTime;
import app.whichday.when.WhenInMail;
import app.whichday.when.WhenReader;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventFinderTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Owner LENA = new Owner("Lena", Set.of("lena@nordlicht.example"), BERLIN, Locale.UK);
    private static final WhenInMail TIMES = new WhenInMail(WhenReader.base());
    private static final EventFinder EVENTS = EventFinder.base();

    @Test
    void aMeetingHasAPlaceAndItsPeople() {
        EventDraft event = find("Can we meet on Thursday at 3pm in room Elbe to go through the drawings?")
                .orElseThrow();

        assertThat(event.action()).isEqualTo(Action.CREATE);
        assertThat(event.kind()).isEqualTo(Kind.MEETING);
        assertThat(event.when().orElseThrow().best().start()).isEqualTo(LocalDateTime.of(2025, 11, 6, 15, 0));
        assertThat(event.location()).contains("room Elbe");
        assertThat(event.participants()).containsExactly("Jonas Petersen");
    }

    @Test
    void aCallIsWhereItsLinkLeads() {
        assertThat(find("Let's have a call on Thursday at 10am: https://us02web.zoom.us/j/5550142.")
                        .orElseThrow()
                        .location())
                .contains("https://us02web.zoom.us/j/5550142");
        // Any other link is no place.
        assertThat(find("Let's have a call on Thursday at 10am, see https://zoom.us.evil.example/j/1")
                        .orElseThrow()
                        .location())
                .isEmpty();
    }

    @Test
    void whatIsDueIsADeadline() {
        EventDraft event =
                find("Could you please send me the signed contract by Friday?").orElseThrow();

        assertThat(event.action()).isEqualTo(Action.DEADLINE);
        assertThat(event.title()).isEqualTo("Send me the signed contract");
    }

    @Test
    void whatIsMovedIsAtItsNewTime() {
        EventDraft event = find("I have to move our meeting from Thursday at 2pm to Friday at 10am.")
                .orElseThrow();

        assertThat(event.action()).isEqualTo(Action.MOVE);
        assertThat(event.when().orElseThrow().best().start()).isEqualTo(LocalDateTime.of(2025, 11, 7, 10, 0));
    }

    @Test
    void thePastAndMereReportsBringNothing() {
        assertThat(find("We met on Monday and had lunch.")).isEmpty();
        assertThat(find("The prices went up yesterday.")).isEmpty();
        assertThat(find("Thanks, that was all.")).isEmpty();
    }

    private static Optional<EventDraft> find(String body) {
        Mail mail = MailParser.fromParts(new MailParser.Parts(
                Optional.empty(),
                "Jonas Petersen <jonas@nordlicht.example>",
                "Lena Brandt <lena@nordlicht.example>",
                "",
                "Drawings",
                new SentTime(LocalDateTime.of(2025, 11, 4, 9, 30), Optional.of(BERLIN)),
                false,
                body));
        return EVENTS.find(mail, LENA, TIMES.read(mail, BERLIN, Locale.UK));
    }
}
