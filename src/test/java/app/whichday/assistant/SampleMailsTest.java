package app.whichday.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import app.whichday.calendar.EventTime;
import app.whichday.proposal.Draft;
import app.whichday.triage.Category;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The demo is what people see first: it has to be right on whatever day, at whatever hour they start it. */
class SampleMailsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDateTime TUESDAY = LocalDateTime.of(2026, 3, 3, 9, 30);

    static Stream<LocalDateTime> anyTime() {
        LocalDateTime monday = LocalDateTime.of(2026, 3, 2, 0, 0);
        return Stream.concat(
                Stream.of(0, 1, 2, 3, 4, 5, 6)
                        .map(monday::plusDays)
                        .flatMap(day -> Stream.of(day.plusMinutes(20), day.plusHours(9), day.plusHours(22))),
                Stream.of(
                        LocalDateTime.of(2026, 12, 31, 9, 30),
                        LocalDateTime.of(2027, 1, 1, 15, 0),
                        LocalDateTime.of(2028, 2, 28, 12, 0)));
    }

    @ParameterizedTest
    @MethodSource("anyTime")
    void aboutADozenProposalsWait(LocalDateTime now) {
        Instant instant = now.atZone(BERLIN).toInstant();
        Map<String, Draft> drafts = new SampleInbox(instant).drafts();

        assertThat(drafts).hasSizeBetween(10, 17);
        assertThat(drafts.values()).anyMatch(Draft::ask);
        assertThat(drafts.values())
                .allSatisfy(draft -> assertThat(draft.action().event().time())
                        .satisfies(time -> assertThat(Candidates.isOver(time, BERLIN, instant))
                                .isFalse()));
    }

    @ParameterizedTest
    @MethodSource("anyTime")
    void noMailIsFromTheFuture(LocalDateTime now) {
        Instant instant = now.atZone(BERLIN).toInstant();

        assertThat(SampleMails.at(instant))
                .hasSize(40)
                .allSatisfy(mail -> assertThat(mail.sent().instant(BERLIN)).isBefore(instant));
    }

    @Test
    void thingsMeanWhatTheirWritersMeant() {
        SampleInbox inbox = new SampleInbox(TUESDAY.atZone(BERLIN).toInstant());

        assertThat(time(inbox, "CAF-sensor-1@mail.nordlicht.example"))
                .isEqualTo(timed(LocalDateTime.of(2026, 3, 5, 15, 0), Duration.ofHours(1)));
        assertThat(time(inbox, "5E1F-lunch@mika.example"))
                .isEqualTo(timed(LocalDateTime.of(2026, 3, 4, 12, 30), Duration.ofHours(1)));
        // A range states the length.
        assertThat(time(inbox, "AM0PR05.harbour.2@exchange.nordlicht.example"))
                .isEqualTo(timed(LocalDateTime.of(2026, 3, 6, 14, 0), Duration.ofMinutes(90)));
        // "The day after tomorrow" stands in what was written on Monday at 7:30.
        assertThat(time(inbox, "hudson-88@mail.hudsonlabs.example"))
                .isEqualTo(timed(LocalDateTime.of(2026, 3, 4, 16, 0), Duration.ofMinutes(30)));
    }

    @Test
    void aMovedCallIsOfferedOnceAtItsNewTime() {
        SampleInbox inbox = new SampleInbox(TUESDAY.atZone(BERLIN).toInstant());

        assertThat(inbox.drafts()).doesNotContainKey("pipeline-1@nordlicht.example");
        assertThat(time(inbox, "pipeline-2@nordlicht.example").firstDay())
                .isEqualTo(TUESDAY.toLocalDate().plusDays(3));
    }

    @Test
    void bulkAndMachinesGoToTheirLanes() {
        SampleInbox inbox = new SampleInbox(TUESDAY.atZone(BERLIN).toInstant());

        assertThat(lane(inbox, "nl-88@news.optics-weekly.example")).isEqualTo(Category.NEWSLETTER);
        assertThat(lane(inbox, "museum-19@news.hafenmuseum.example")).isEqualTo(Category.NEWSLETTER);
        assertThat(lane(inbox, "ci-9931@build.nordlicht.example")).isEqualTo(Category.NOTIFICATION);
        assertThat(lane(inbox, "x91@winmail.invalid")).isEqualTo(Category.JUNK);
        assertThat(lane(inbox, "jp-order@nordlicht.example")).isEqualTo(Category.RESPOND);
        assertThat(lane(inbox, "5E1F-lunch@mika.example")).isEqualTo(Category.MEETING);
        assertThat(inbox.drafts().keySet())
                .doesNotContain(
                        "nl-88@news.optics-weekly.example",
                        "museum-19@news.hafenmuseum.example",
                        "x91@winmail.invalid");
    }

    private static EventTime time(SampleInbox inbox, String id) {
        return inbox.drafts().get(id).action().event().time();
    }

    private static EventTime timed(LocalDateTime start, Duration length) {
        return new EventTime.Timed(start.atZone(BERLIN), length);
    }

    private static Category lane(SampleInbox inbox, String id) {
        return inbox.understood().get(id).triage().category().best().value();
    }
}
