package app.whichday.calendar;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts made to take time, memory or the stack. */
class HostileInvitationsTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    static Stream<Arguments> texts() {
        return Stream.of(
                arguments("nested components", "BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\n".repeat(100_000)),
                arguments("one endless line", "BEGIN:VCALENDAR\nX:" + "a".repeat(3_000_000)),
                arguments("nothing but delimiters", "BEGIN:VCALENDAR\n" + "a;b=\"c\":d,".repeat(300_000)),
                arguments("endless folding", "BEGIN:VCALENDAR\nX:" + "a\n ".repeat(1_000_000)),
                arguments("endless parameters", "BEGIN:VCALENDAR\nX" + ";A=B".repeat(700_000)),
                arguments("too many lines", "BEGIN:VCALENDAR\n" + "A:B\n".repeat(900_000)),
                arguments("longer than any", "BEGIN:VCALENDAR\n" + "A:B\n".repeat(2_000_000)),
                arguments(
                        "many events",
                        calendar("BEGIN:VEVENT\nUID:a\nRECURRENCE-ID:20250101\nEND:VEVENT\n".repeat(20_000))),
                arguments(
                        "many exceptions",
                        calendar("BEGIN:VEVENT\nUID:a\nDTSTART:20250101\nRRULE:FREQ=DAILY\nEXDATE:20250102"
                                + ",20250103".repeat(300_000) + "\nEND:VEVENT\n")),
                arguments(
                        "many attendees",
                        calendar("BEGIN:VEVENT\nUID:a\nDTSTART:20250101\n"
                                + "ATTENDEE:mailto:a@example.org\n".repeat(90_000) + "END:VEVENT\n")),
                arguments(
                        "rules that explode", rules("FREQ=YEARLY;BYWEEKNO=" + to(53) + ";BYDAY=MO,TU,WE,TH,FR,SA,SU")),
                arguments("rules that never match", rules("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")),
                arguments("a count without end", rules("FREQ=DAILY;COUNT=2147483647")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void areReadOrRefusedSoon(String name, String text) {
        Assertions.assertTimeoutPreemptively(SOON, () -> Invitations.read(text, ZoneOffset.UTC));
    }

    @Test
    void noDamageToAnInvitationMakesItThrow() {
        String whole = calendar("""
                BEGIN:VTIMEZONE
                TZID:Somewhere
                BEGIN:STANDARD
                DTSTART:19701025T030000
                RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
                TZOFFSETFROM:+0200
                TZOFFSETTO:+0100
                END:STANDARD
                END:VTIMEZONE
                BEGIN:VEVENT
                UID:damaged@example.org
                SEQUENCE:2
                DTSTAMP:20251101T080000Z
                ORGANIZER;CN="Kim \\"K\\" Ode":mailto:kim@example.org
                DTSTART;TZID=Somewhere:20251114T150000
                DURATION:PT1H
                RRULE:FREQ=MONTHLY;BYDAY=2FR;BYSETPOS=1;UNTIL=20261231T235959Z;WKST=SU
                EXDATE;TZID=Somewhere:20251212T150000
                SUMMARY:Damaged
                END:VEVENT
                """);
        Random random = new Random(42);
        for (int i = 0; i < 500; i++) {
            StringBuilder damaged = new StringBuilder(whole);
            for (int j = random.nextInt(6); j >= 0; j--) {
                int at = random.nextInt(damaged.length());
                switch (random.nextInt(3)) {
                    case 0 -> damaged.setCharAt(at, (char) random.nextInt(300));
                    case 1 -> damaged.delete(at, Math.min(damaged.length() - 1, at + random.nextInt(20)));
                    default -> damaged.insert(at, ":;=,\"\\\n-9".charAt(random.nextInt(9)));
                }
            }
            String text = damaged.toString();
            assertThatCode(() -> Invitations.read(text, ZoneOffset.UTC))
                    .as(text)
                    .doesNotThrowAnyException();
        }
    }

    private static String rules(String rule) {
        return calendar("BEGIN:VEVENT\nUID:a\nDTSTART:16010101T000000\nRRULE:" + rule + "\nEND:VEVENT\n");
    }

    private static String to(int last) {
        StringBuilder numbers = new StringBuilder("1");
        for (int i = 2; i <= last; i++) {
            numbers.append(',').append(i);
        }
        return numbers.toString();
    }

    private static String calendar(String components) {
        return "BEGIN:VCALENDAR\nVERSION:2.0\n" + components + "END:VCALENDAR\n";
    }
}
