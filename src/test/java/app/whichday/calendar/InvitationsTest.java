package app.whichday.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import app.whichday.account.Owner;
import app.whichday.calendar.Invitation.Method;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvitationsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Owner OWNER = new Owner("Robin", Set.of("robin@example.org"), BERLIN, Locale.UK);

    @Test
    void aRequestIsReadWithAllThatItTells() {
        Invitation invitation = read(calendar("METHOD:REQUEST", """
                BEGIN:VEVENT
                UID:board-7@example.com
                SEQUENCE:3
                DTSTAMP:20251103T081500Z
                ORGANIZER;CN="Mara Lind":MAILTO:Mara@Example.com
                ATTENDEE;CN=Robin;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:robin@example.org
                ATTENDEE;CN=Jo Park:mailto:jo@example.com
                ATTENDEE:mailto:sam@example.com
                ATTENDEE;CUTYPE=ROOM;CN=Harbour Room:mailto:harbour@example.com
                SUMMARY:Board\\, autumn
                LOCATION:Harbour Room\\; 2nd floor
                DESCRIPTION:Bring the figures.\\nCoffee is there.
                DTSTART;TZID=America/New_York:20251114T150000
                DTEND;TZID=America/New_York:20251114T163000
                END:VEVENT
                """));

        assertThat(invitation.method()).isEqualTo(Method.REQUEST);
        assertThat(invitation.sequence()).isEqualTo(3);
        assertThat(invitation.stamp()).contains(Instant.parse("2025-11-03T08:15:00Z"));
        assertThat(invitation.organizer()).isEqualTo("mara@example.com");
        assertThat(invitation.organizerName()).contains("Mara Lind");
        assertThat(invitation.instance()).isEmpty();
        Event event = invitation.event();
        assertThat(event.uid()).isEqualTo(new EventUid("board-7@example.com"));
        assertThat(event.title()).isEqualTo("Board, autumn");
        assertThat(event.location()).contains("Harbour Room; 2nd floor");
        assertThat(event.description()).contains("Bring the figures.\nCoffee is there.");
        assertThat(event.participants()).containsExactly("Mara Lind", "Jo Park", "sam@example.com");
        assertThat(event.time()).isEqualTo(timed("2025-11-14T15:00-05:00[America/New_York]", Duration.ofMinutes(90)));
    }

    @ParameterizedTest
    @CsvSource({
        "REQUEST, REQUEST",
        "CANCEL, CANCEL",
        "REPLY, REPLY",
        "PUBLISH, PUBLISH",
        "request, REQUEST",
    })
    void theMethodIsRead(String written, Method method) {
        assertThat(read(calendar("METHOD:" + written, event("DTSTART:20251114T150000Z")))
                        .method())
                .isEqualTo(method);
    }

    @Test
    void withoutAMethodItIsPublished() {
        assertThat(read(calendar("", event("DTSTART:20251114T150000Z"))).method())
                .isEqualTo(Method.PUBLISH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"COUNTER", "REFRESH", "ADD", "DECLINECOUNTER", "NONSENSE"})
    void methodsThatAskNothingOfTheOwnerAreNoInvitation(String method) {
        assertThat(Invitations.read(calendar("METHOD:" + method, event("DTSTART:20251114T150000Z")), OWNER))
                .isEmpty();
    }

    @Test
    void aCancelledStatusCancelsWhateverTheMethodSays() {
        String text = calendar("METHOD:REQUEST", event("DTSTART:20251114T150000Z\nSTATUS:CANCELLED"));
        assertThat(read(text).method()).isEqualTo(Method.CANCEL);
    }

    @ParameterizedTest
    @CsvSource({
        "W. Europe Standard Time, Europe/Berlin",
        "'\"W. Europe Standard Time\"', Europe/Berlin",
        "eastern standard time, America/New_York",
        "GMT Standard Time, Europe/London",
        "India Standard Time, Asia/Kolkata",
        "/freeassociation.sourceforge.net/Tzfile/Europe/Vienna, Europe/Vienna",
        "/mozilla.org/20050126_1/America/Argentina/Buenos_Aires, America/Argentina/Buenos_Aires",
        "Australia/Sydney, Australia/Sydney",
    })
    void zoneNamesOfAllKindsAreKnown(String tzid, String zone) {
        EventTime time = read(calendar("", event("DTSTART;TZID=" + tzid + ":20251114T150000")))
                .event()
                .time();
        assertThat(time)
                .isEqualTo(new EventTime.Timed(
                        LocalDateTime.parse("2025-11-14T15:00").atZone(ZoneId.of(zone)), Duration.ZERO));
    }

    @Test
    void anUnknownZoneNameIsLookedUpInItsDefinition() {
        String text = calendar("", """
                BEGIN:VTIMEZONE
                TZID:Customized Time Zone
                BEGIN:STANDARD
                DTSTART:16010101T020000
                TZOFFSETFROM:-0700
                TZOFFSETTO:-0800
                RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11
                END:STANDARD
                BEGIN:DAYLIGHT
                DTSTART:16010101T020000
                TZOFFSETFROM:-0800
                TZOFFSETTO:-0700
                RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3
                END:DAYLIGHT
                END:VTIMEZONE
                """ + event("DTSTART;TZID=Customized Time Zone:20250714T150000"));
        assertThat(read(text).event().time())
                .isEqualTo(timed("2025-07-14T15:00-07:00[America/Los_Angeles]", Duration.ZERO));
    }

    @Test
    void aDefinitionLikeNoPlacesGivesItsOffset() {
        String text = calendar("", """
                BEGIN:VTIMEZONE
                TZID:Ship
                BEGIN:STANDARD
                DTSTART:19700101T000000
                TZOFFSETFROM:+0123
                TZOFFSETTO:+0123
                END:STANDARD
                END:VTIMEZONE
                """ + event("DTSTART;TZID=Ship:20251114T150000"));
        assertThat(read(text).event().time()).isEqualTo(timed("2025-11-14T15:00+01:23", Duration.ZERO));
    }

    @Test
    void aFloatingTimeIsTheOwners() {
        assertThat(read(calendar("", event("DTSTART:20251114T150000"))).event().time())
                .isEqualTo(timed("2025-11-14T15:00+01:00[Europe/Berlin]", Duration.ZERO));
    }

    @Test
    void aMomentInUtcIsShownOnTheOwnersClock() {
        assertThat(read(calendar("", event("DTSTART:20251114T150000Z\nDTEND:20251114T160000Z")))
                        .event()
                        .time())
                .isEqualTo(timed("2025-11-14T16:00+01:00[Europe/Berlin]", Duration.ofHours(1)));
    }

    @Test
    void aSeriesInUtcKeepsItsClock() {
        assertThat(read(calendar("", event("DTSTART:20251114T150000Z\nRRULE:FREQ=WEEKLY")))
                        .event()
                        .time())
                .isEqualTo(timed("2025-11-14T15:00Z", Duration.ZERO));
    }

    @ParameterizedTest
    @CsvSource({
        "DTSTART;VALUE=DATE:20251114, 2025-11-14, 2025-11-15",
        "DTSTART:20251114, 2025-11-14, 2025-11-15",
        "DTSTART;VALUE=DATE:20251114|DTEND;VALUE=DATE:20251117, 2025-11-14, 2025-11-17",
        "DTSTART;VALUE=DATE:20251114|DTEND;VALUE=DATE:20251114, 2025-11-14, 2025-11-15",
        "DTSTART;VALUE=DATE:20251114|DTEND;VALUE=DATE:20251101, 2025-11-14, 2025-11-15",
        "DTSTART;VALUE=DATE:20251114|DURATION:P2D, 2025-11-14, 2025-11-16",
        "DTSTART:20251114T000000|DTEND:20251116T000000|X-MICROSOFT-CDO-ALLDAYEVENT:TRUE, 2025-11-14, 2025-11-16",
    })
    void wholeDaysEndTheDayAfterTheLast(String lines, LocalDate first, LocalDate end) {
        assertThat(read(calendar("", event(lines.replace('|', '\n')))).event().time())
                .isEqualTo(new EventTime.AllDay(first, end));
    }

    @ParameterizedTest
    @CsvSource({
        "DTEND:20251114T163000, PT1H30M",
        "DURATION:PT45M, PT45M",
        "DURATION:P1DT2H, PT26H",
        "DURATION:-PT45M, PT0S",
        "DURATION:P999999999W, PT0S",
        "DURATION:soon, PT0S",
        "DTEND:20251114T120000, PT0S",
        "DTEND:99991231T235959, PT0S",
        "X-NOTHING:, PT0S",
    })
    void aLengthThatMakesNoSenseIsNone(String line, Duration length) {
        assertThat(read(calendar("", event("DTSTART:20251114T150000\n" + line)))
                        .event()
                        .time())
                .isEqualTo(timed("2025-11-14T15:00+01:00[Europe/Berlin]", length));
    }

    @Test
    void aSeriesComesWithItsRuleAndWhatItLeavesOut() {
        Invitation invitation = read(calendar("METHOD:REQUEST", """
                BEGIN:VEVENT
                UID:weekly@example.com
                SUMMARY:Weekly
                DTSTART;TZID=Europe/Berlin:20251107T093000
                DURATION:PT30M
                RRULE:FREQ=WEEKLY;UNTIL=20251219
                EXDATE;TZID=Europe/Berlin:20251114T093000,20251121T093000
                END:VEVENT
                BEGIN:VEVENT
                UID:weekly@example.com
                RECURRENCE-ID:20251128T083000Z
                SUMMARY:Weekly\\, moved
                DTSTART;TZID=Europe/Berlin:20251127T110000
                DURATION:PT30M
                END:VEVENT
                BEGIN:VEVENT
                UID:weekly@example.com
                RECURRENCE-ID;TZID=Europe/Berlin:20251205T093000
                STATUS:CANCELLED
                SUMMARY:Weekly
                DTSTART;TZID=Europe/Berlin:20251205T093000
                END:VEVENT
                """));

        assertThat(invitation.event().recurrence()).contains("FREQ=WEEKLY;UNTIL=20251219T225959Z");
        assertThat(invitation.event().excluded())
                .containsExactly(
                        LocalDateTime.parse("2025-11-14T09:30"),
                        LocalDateTime.parse("2025-11-21T09:30"),
                        LocalDateTime.parse("2025-11-28T09:30"),
                        LocalDateTime.parse("2025-12-05T09:30"));
        assertThat(invitation.changed()).singleElement().satisfies(moved -> {
            assertThat(moved.uid()).isEqualTo(new EventUid("weekly@example.com/2025-11-28T08:30"));
            assertThat(moved.title()).isEqualTo("Weekly, moved");
            assertThat(moved.time()).isEqualTo(timed("2025-11-27T11:00+01:00[Europe/Berlin]", Duration.ofMinutes(30)));
        });
    }

    @Test
    void oneInstanceOfASeriesIsToldApartFromTheSeries() {
        Invitation invitation = read(calendar(
                "METHOD:REQUEST",
                event("DTSTART;TZID=Europe/Berlin:20251127T110000\nRECURRENCE-ID;TZID=Europe/Berlin:20251128T093000")));

        assertThat(invitation.instance())
                .contains(new Invitation.Instance(
                        new EventUid("x@example.com"), ZonedDateTime.parse("2025-11-28T09:30+01:00[Europe/Berlin]")));
        assertThat(invitation.event().uid()).isEqualTo(new EventUid("x@example.com/2025-11-28T08:30"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=SECONDLY",
                "FREQ=MINUTELY;INTERVAL=5",
                "FREQ=HOURLY",
                "FREQ=DAILY;BYHOUR=0,1,2,3,4,5;BYMINUTE=0,10,20,30,40",
                "FREQ=DAILY;INTERVAL=0",
                "FREQ=DAILY;INTERVAL=2000000000",
                "FREQ=WEEKLY;BYDAY=XX",
                "FREQ=WEEKLY;UNTIL=never",
                "FREQ=FORTNIGHTLY",
                "RSCALE=HEBREW;FREQ=YEARLY",
                "INTERVAL=2",
                "every Friday",
            })
    void aRuleThatCannotBeTrustedLeavesASingleEvent(String rule) {
        assertThat(read(calendar("", event("DTSTART:20251114T150000\nRRULE:" + rule)))
                        .event()
                        .recurrence())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Hello, shall we meet on Friday?",
                "BEGIN:VCALENDAR",
                "BEGIN:VCALENDAR\nEND:VCALENDAR",
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20251114T150000\n",
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20251114T150000\nEND:VEVENT\nEND:VCALENDAR",
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nEND:VEVENT\nEND:VCALENDAR",
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20251332T150000\nEND:VEVENT\nEND:VCALENDAR",
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:99991114T150000\nEND:VEVENT\nEND:VCALENDAR",
                "BEGIN:VCALENDAR\nBEGIN:VTODO\nUID:a\nDTSTART:20251114T150000\nEND:VTODO\nEND:VCALENDAR",
                "BEGIN:VCALENDAR\n:;;=\"\nEND:VCALENDAR",
            })
    void whatHoldsNoEventIsNoInvitation(String text) {
        assertThat(Invitations.read(text, OWNER)).isEmpty();
    }

    @Test
    void severalEventsAreNoInvitation() {
        String other = event("DTSTART:20251114T150000").replace("x@example.com", "y@example.com");
        assertThat(Invitations.read(calendar("", event("DTSTART:20251115T150000") + other), OWNER))
                .isEmpty();
    }

    @Test
    void somethingBrokenAfterTheEventDoesNotHideIt() {
        String text = calendar("", event("DTSTART:20251114T150000")).replace("END:VCALENDAR", "BEGIN:VALARM\n;;;");
        assertThat(Invitations.read(text, OWNER)).isPresent();
    }

    @Test
    void aByteOrderMarkAndFoldedLinesAreNoHindrance() {
        String text = "\uFEFF\r\n"
                + calendar("", event("DTSTART:20251114T150000\nSUMMARY:A long\n  title"))
                        .replace("\n", "\r\n");
        assertThat(read(text).event().title()).isEqualTo("A long title");
    }

    @Test
    void aTitleIsOneLineWithoutTricks() {
        String text = calendar("", event("DTSTART:20251114T150000\nSUMMARY:Lunch\\nat \u202Enoon\u0007"));
        assertThat(read(text).event().title()).isEqualTo("Lunch at  noon");
    }

    @Test
    void withoutATitleItSaysSo() {
        assertThat(read(calendar("", event("DTSTART:20251114T150000"))).event().title())
                .isEqualTo("(no title)");
    }

    @Test
    void theHigherSequenceIsNewerThenTheLaterStampThenTheCancellation() {
        Invitation first = read(calendar("METHOD:REQUEST", event("DTSTART:20251114T150000\nDTSTAMP:20251101T080000Z")));
        Invitation restated =
                read(calendar("METHOD:REQUEST", event("DTSTART:20251114T160000\nDTSTAMP:20251102T080000Z")));
        Invitation second = read(
                calendar("METHOD:REQUEST", event("DTSTART:20251114T160000\nSEQUENCE:1\nDTSTAMP:20251101T080000Z")));
        Invitation cancelled =
                read(calendar("METHOD:CANCEL", event("DTSTART:20251114T150000\nDTSTAMP:20251101T080000Z")));

        assertThat(second.newerThan(restated)).isTrue();
        assertThat(restated.newerThan(first)).isTrue();
        assertThat(cancelled.newerThan(first)).isTrue();
        assertThat(first.newerThan(first)).isFalse();
        assertThat(first.newerThan(cancelled)).isFalse();
        assertThat(cancelled.newerThan(restated)).isFalse();
        assertThat(first.newerThan(second)).isFalse();
    }

    private static Invitation read(String text) {
        Optional<Invitation> invitation = Invitations.read(text, OWNER);
        assertThat(invitation).as(text).isPresent();
        return invitation.get();
    }

    private static EventTime.Timed timed(String start, Duration length) {
        return new EventTime.Timed(ZonedDateTime.parse(start), length);
    }

    private static String calendar(String method, String components) {
        return "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Example//EN\n" + (method.isEmpty() ? "" : method + "\n")
                + components + "END:VCALENDAR\n";
    }

    private static String event(String lines) {
        return "BEGIN:VEVENT\nUID:x@example.com\n" + lines + "\nEND:VEVENT\n";
    }
}
