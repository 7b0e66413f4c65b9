package app.whichday.when;

import static org.assertj.core.api.Assertions.assertThat;

import app.whichday.calendar.Event;
import app.whichday.calendar.EventTime;
import app.whichday.calendar.EventUid;
import app.whichday.choice.Ranked;
import app.whichday.mail.Mail;
import app.whichday.mail.MailParser;
import app.whichday.mail.SentTime;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails from Anna, sent on Wednesday 5 November 2025, to somebody whose calendar is known. */
class CalendarClueTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalDateTime SENT = LocalDateTime.of(2025, 11, 5, 9, 30);
    private static final WhenInMail READER = new WhenInMail(WhenReader.base());

    private static final String FRIDAY = "2025-11-07T00:00";
    private static final String FRIDAY_AT_THREE = "2025-11-07T15:00";
    private static final Appointment CALL = on("2025-11-07T15:00", "Call with Anna", "Anna Moss");
    private static final Appointment CALL_A_WEEK_LATER = on("2025-11-14T15:00", "Call with Anna", "Anna Moss");
    private static final Appointment CALL_LAST_WEEK = on("2025-10-31T15:00", "Call with Anna", "Anna Moss");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I look forward to our call on Friday.",
                "Sorry, I have to cancel our call on Friday.",
                "I need to cancel our Friday call.",
                "Could we postpone our call on Friday, please?",
                "Just a quick reminder of our call Friday.",
                "Who dials in for our call on Friday?",
                "See you on Friday!",
                "Talk to you Friday.",
                "Are we still on for Friday?",
                "Our call on 7 November is in my diary.",
                "I can't make our call on Friday afternoon.",
                "Our call on Friday at 3 is confirmed."
            })
    void whoSpeaksOfACallThatStandsMeansItsDayAndHour(String text) {
        assertThat(best(text, CALL)).isEqualTo(FRIDAY_AT_THREE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Could we have a call on Friday?",
                "Are you free on Friday?",
                "How about Friday?",
                "Let's have another call on Friday.",
                "Can I see you on Friday?",
                "Please send me the numbers by Friday.",
                "The report is due Friday.",
                "Our office is closed on Friday.",
                "Our lunch on Friday is booked."
            })
    void whoSpeaksOfSomethingElseMeansTheDayAlone(String text) {
        assertThat(best(text, CALL)).isEqualTo(FRIDAY);
        assertThat(best(text, CALL_A_WEEK_LATER)).isEqualTo(FRIDAY);
        assertThat(best(text, CALL_LAST_WEEK)).isEqualTo(FRIDAY);
        assertThat(best(text)).isEqualTo(FRIDAY);
    }

    @Test
    void aCallInAWeekIsNextFridays() {
        assertThat(best("I have to cancel our call next Friday.", CALL)).isEqualTo(FRIDAY_AT_THREE);
        assertThat(best("I have to cancel our call next Friday.", CALL_A_WEEK_LATER))
                .isEqualTo("2025-11-14T15:00");
        assertThat(best("I have to cancel our call next Friday.")).isEqualTo("2025-11-14T00:00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thanks for our call on Friday.",
                "At our call on Friday we agreed on the price.",
                "Here are the minutes of our call on Friday."
            })
    void whatIsOverIsTheLatestThatStood(String text) {
        assertThat(best(text, CALL_LAST_WEEK, CALL)).isEqualTo("2025-10-31T15:00");
        // Where it wasn't entered, the one to come doesn't take its place.
        assertThat(best(text, CALL)).isEqualTo("2025-10-31T00:00");
    }

    @Test
    void whatIsToComeIsNotTheOneThatWas() {
        assertThat(best("I look forward to our call on Friday.", CALL_LAST_WEEK))
                .isEqualTo(FRIDAY);
        assertThat(best("See you on Friday!", CALL_LAST_WEEK)).isEqualTo(FRIDAY);
    }

    @Test
    void aSeriesHasAnHourOnEachOfItsDays() {
        Event weekly = event("2025-10-31T15:00", "Weekly", Optional.of("FREQ=WEEKLY"), "anna@moss.example");
        Appointment[] series = List.of("2025-10-31T15:00", "2025-11-07T15:00", "2025-11-14T15:00").stream()
                .map(start -> Appointment.of(weekly, timed(start, BERLIN)))
                .toArray(Appointment[]::new);

        assertThat(best("I have to cancel our Friday call.", series)).isEqualTo(FRIDAY_AT_THREE);
        assertThat(best("Thanks for the call on Friday.", series)).isEqualTo("2025-10-31T15:00");
        assertThat(best("Could you send me the draft by Friday?", series)).isEqualTo(FRIDAY);
    }

    @Test
    void anHourIsTheHalfOfTheDayInWhichSomethingStands() {
        assertThat(best("Our breakfast on Friday at 7 is booked.", on("2025-11-07T07:00", "Breakfast", "Anna Moss")))
                .isEqualTo("2025-11-07T07:00");
        assertThat(best("Our dinner on Friday at 7 is booked.", on("2025-11-07T19:00", "Dinner", "Anna Moss")))
                .isEqualTo("2025-11-07T19:00");
    }

    @Test
    void aMoveNamesWhatStandsAndANewDay() {
        List<Expression> read = read("Can we move our call on Friday to Monday at 10?", "", CALL);

        assertThat(read)
                .extracting(expression -> expression.best().start().toString())
                .containsExactly(FRIDAY_AT_THREE, "2025-11-10T10:00");
        // An hour that is said elsewhere in the sentence is not the appointment's.
        assertThat(read("Could we move our Friday call to 4pm?", "", CALL)
                        .getFirst()
                        .best()
                        .start())
                .isEqualTo(FRIDAY);
    }

    @Test
    void onlyWhatTheTextMaySpeakOfCounts() {
        assertThat(best("I look forward to our call on Friday.", on("2025-11-07T15:00", "Call", "Bob")))
                .isEqualTo(FRIDAY);
        assertThat(best("See you on Friday!", on("2025-11-07T15:00", "Dentist", "")))
                .isEqualTo(FRIDAY);
        // By its words, though Anna isn't in it, and by those of the subject.
        Appointment review = on("2025-11-07T11:00", "Ballast tanks", "Bob");
        assertThat(best("Please come to the ballast review on Friday.", review)).isEqualTo("2025-11-07T11:00");
        assertThat(read("I will join our review on Friday.", "Ballast", review)
                        .getFirst()
                        .best()
                        .start())
                .isEqualTo("2025-11-07T11:00");
    }

    @Test
    void anAllDayEventHasNoHour() {
        Event openDay = event("2025-11-07T00:00", "Open day", Optional.empty(), "Anna Moss");
        LocalDate day = LocalDate.of(2025, 11, 7);
        assertThat(best("See you on Friday!", Appointment.of(openDay, new EventTime.AllDay(day, day.plusDays(1)))))
                .isEqualTo(FRIDAY);
    }

    @Test
    void itsHourIsOnTheWritersClock() {
        Appointment call = Appointment.of(
                event("2025-11-07T15:00", "Call", Optional.empty(), "Anna Moss"), timed("2025-11-07T09:00", NEW_YORK));
        assertThat(best("I look forward to our call on Friday.", call)).isEqualTo(FRIDAY_AT_THREE);
    }

    @Test
    void theReadingSaysWhyInPlainWords() {
        Reading best = read("I look forward to our call on Friday.", "", CALL)
                .getFirst()
                .best();
        assertThat(best.convention()).isEqualTo("the coming one, your “Call with Anna”");
        assertThat(best.end()).isEqualTo("2025-11-07T16:00");
        assertThat(read("How about Friday?", "", CALL).getFirst().best().convention())
                .isEqualTo("the coming one");
    }

    @Test
    void inGermanToo() {
        assertThat(german("Ich freue mich auf unser Telefonat am Freitag.", "Telefonat"))
                .isEqualTo(FRIDAY_AT_THREE);
        assertThat(german("Leider muss ich unseren Termin am Freitag absagen.", "Anna"))
                .isEqualTo(FRIDAY_AT_THREE);
        assertThat(german("Passt dir Freitag für ein Treffen?", "Telefonat")).isEqualTo(FRIDAY);
        assertThat(german("Bitte schick mir die Zahlen bis Freitag.", "Telefonat"))
                .isEqualTo(FRIDAY);
    }

    @Test
    void aCalendarFarAwayChangesNothing() {
        String text = "I look forward to our call on Friday.";
        Appointment far = on("2026-11-06T15:00", "Call with Anna", "Anna Moss");
        assertThat(probabilities(text, far)).isEqualTo(probabilities(text));
        assertThat(probabilities(text, CALL)).isNotEqualTo(probabilities(text));
    }

    private static String german(String text, String title) {
        return String.valueOf(
                READER.read(mail(text, ""), BERLIN, Locale.GERMANY, List.of(on("2025-11-07T15:00", title, "Anna Moss")))
                        .getFirst()
                        .expression()
                        .best()
                        .start());
    }

    /** When the first expression most likely starts. */
    private static String best(String text, Appointment... calendar) {
        return String.valueOf(read(text, "", calendar).getFirst().best().start());
    }

    private static List<Double> probabilities(String text, Appointment... calendar) {
        return read(text, "", calendar).getFirst().ranking().ranked().stream()
                .map(Ranked::probability)
                .toList();
    }

    private static List<Expression> read(String text, String subject, Appointment... calendar) {
        return READER.read(mail(text, subject), BERLIN, Locale.UK, List.of(calendar)).stream()
                .map(DatedExpression::expression)
                .toList();
    }

    private static Mail mail(String text, String subject) {
        return MailParser.fromParts(new MailParser.Parts(
                Optional.empty(),
                "Anna Moss <anna@moss.example>",
                "Lena Brandt <lena@nordlicht.example>",
                "",
                subject,
                new SentTime(SENT, Optional.of(BERLIN)),
                false,
                text));
    }

    private static Appointment on(String start, String title, String with) {
        return Appointment.of(event(start, title, Optional.empty(), with), timed(start, BERLIN));
    }

    private static Event event(String start, String title, Optional<String> rule, String with) {
        return new Event(
                new EventUid(title),
                title,
                timed(start, BERLIN),
                Optional.empty(),
                Optional.empty(),
                with.isEmpty() ? List.of() : List.of(with),
                rule,
                Event.Kind.APPOINTMENT);
    }

    private static EventTime.Timed timed(String start, ZoneId zone) {
        return new EventTime.Timed(LocalDateTime.parse(start).atZone(zone), Duration.ofHours(1));
    }
}
