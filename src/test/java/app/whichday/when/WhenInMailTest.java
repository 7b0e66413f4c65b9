package app.whichday.when;

import static org.assertj.core.api.Assertions.assertThat;

import app.whichday.mail.Address;
import app.whichday.mail.Block;
import app.whichday.mail.Mail;
import app.whichday.mail.MailParser;
import app.whichday.mail.SentTime;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WhenInMailTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final WhenInMail READER = new WhenInMail(WhenReader.base());

    @Test
    void aQuotedTomorrowIsTheQuotedWritersTomorrow() {
        List<DatedExpression> found = read("""
                I'll bring the keys tomorrow.

                On Tue, 14 May 2024 at 10:12, Rosa Lind <rosa@example.com> wrote:
                > The painter will be there tomorrow.
                """);
        assertThat(found)
                .extracting(each -> each.expression().best().day())
                .containsExactly(LocalDate.of(2024, 5, 18), LocalDate.of(2024, 5, 15));
    }

    @Test
    void eachBlockHasItsOwnWriterAndAQuoteThatTellsNoneHasNone() {
        Mail told = mail("Sure.\n\nOn Tue, 14 May 2024 at 10:12, Rosa Lind <rosa@example.com> wrote:\n> On Monday?\n");
        Mail untold = mail("Sure.\n\n> Could you come on Monday?\n");
        assertThat(writers(told)).containsExactly(told.from().email(), "rosa@example.com");
        assertThat(writers(untold)).containsExactly(untold.from().email(), "nobody");
    }

    private static List<String> writers(Mail mail) {
        return READER.passages(mail, BERLIN, Locale.US).stream()
                .map(passage ->
                        passage.background().writer().map(Address::email).orElse("nobody"))
                .toList();
    }

    @Test
    void spansCountInTheBody() {
        String body =
                "Hello,\n\nOn Tue, 14 May 2024 at 10:12, Rosa Lind <rosa@example.com> wrote:\n> Could you call me on\n> Friday?\n";
        for (DatedExpression each : read(body)) {
            Span span = each.expression().span();
            assertThat(body.substring(span.begin(), span.end()))
                    .isEqualTo(each.expression().text());
        }
    }

    @Test
    void attributionLinesAreNoExpressions() {
        assertThat(
                        read(
                                "Fine.\n\nOn Tue, 14 May 2024 at 10:12, Rosa Lind <rosa@example.com> wrote:\n> Shall I paint it green?\n"))
                .isEmpty();
    }

    @Test
    void aQuoteWithoutATimeIsAsOldAsWhatQuotesIt() {
        Mail mail = mail("Sure.\n\n> Could you come on Monday?\n");
        Block quoted = mail.blocks().getLast();
        assertThat(WhenInMail.anchor(mail, quoted, BERLIN, Locale.US).local())
                .isEqualTo(mail.sent().local());
    }

    @Test
    void aDayInAQuoteWithoutATimeIsLessSure() {
        double told = probability(
                "Sure.\n\nOn Tue, 14 May 2024 at 10:12, Rosa <rosa@example.com> wrote:\n> Are you free Monday?\n");
        double inferred = probability("Sure.\n\n> Are you free Monday?\n");
        assertThat(inferred).isLessThan(told).isGreaterThan(0.5);
    }

    private static double probability(String body) {
        return read(body).getLast().expression().ranking().best().probability();
    }

    @Test
    void aLineThatTheMailProgramBrokeIsOneLine() {
        assertThat(read("Please send everything that you have written so far by 3:00 p.m.\nFriday, June 14th.\n"))
                .singleElement()
                .satisfies(each -> assertThat(each.expression().best().start()).isEqualTo("2024-06-14T15:00"));
    }

    @Test
    void aLineThatItsWriterBrokeIsTwo() {
        assertThat(read("3:00 p.m.\nFriday\n")).hasSize(2);
    }

    @Test
    void aVagueDayMeansTheDateThatTheMailRepliedToNames() {
        assertThat(read("""
                I'm afraid I will be away that day.

                On Tue, 14 May 2024 at 10:12, Rosa Lind <rosa@example.com> wrote:
                > The painter comes on Thursday, June 13.
                """))
                .extracting(each -> each.expression().best().day())
                .containsExactly(LocalDate.of(2024, 6, 13), LocalDate.of(2024, 6, 13));
    }

    @Test
    void theSubjectNamesDatesForTheBodyToo() {
        assertThat(READER.passages(mail("Then let's do that.\n", "Dinner on June 13"), BERLIN, Locale.US))
                .singleElement()
                .satisfies(
                        passage -> assertThat(passage.background().named()).containsExactly(LocalDate.of(2024, 6, 13)));
    }

    private static List<DatedExpression> read(String body) {
        return READER.read(mail(body), BERLIN, Locale.US);
    }

    private static Mail mail(String body) {
        return mail(body, "Re: painter");
    }

    private static Mail mail(String body, String subject) {
        return MailParser.fromParts(new MailParser.Parts(
                Optional.empty(),
                "ed@example.com",
                "",
                "",
                subject,
                new SentTime(LocalDateTime.of(2024, 5, 17, 9, 0), Optional.of(BERLIN)),
                false,
                body));
    }
}
