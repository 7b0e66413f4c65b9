package app.whichday.triage;

import static org.assertj.core.api.Assertions.assertThat;

import app.whichday.account.Owner;
import app.whichday.mail.Mail;
import app.whichday.mail.MailParser;
import app.whichday.mail.SentTime;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MailTriageTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Owner LENA = new Owner("Lena Brandt", Set.of("lena@nordlicht.example"), BERLIN, Locale.UK);
    private static final MailTriage TRIAGE = MailTriage.base();

    @Test
    void aQuestionToTheOwnerWantsAReply() {
        Triage triage = sort(
                "",
                "Jonas <jonas@nordlicht.example>",
                "Screws",
                "Lena, do you know who ordered these? Please let me know.");

        assertThat(triage.category().best().value()).isEqualTo(Category.RESPOND);
        assertThat(triage.needsReply().best().value()).isTrue();
    }

    @Test
    void arrangingIsMeetingEvenWhenAsked() {
        assertThat(lane(
                        "",
                        "Mika <mika@brandt.example>",
                        "Lunch",
                        "Are you free for lunch tomorrow? We could meet at noon."))
                .isEqualTo(Category.MEETING);
    }

    @Test
    void machinesNotify() {
        assertThat(lane(
                        "Auto-Submitted: auto-generated\n",
                        "noreply@build.example",
                        "Build 12 failed",
                        "This is an automated message. Do not reply."))
                .isEqualTo(Category.NOTIFICATION);
    }

    @Test
    void newslettersUnsubscribe() {
        assertThat(lane(
                        "List-Id: <n.example>\nList-Unsubscribe: <https://n.example/u>\nPrecedence: bulk\n",
                        "News <news@n.example>",
                        "Our spring issue",
                        "In this issue: ten lamps. Unsubscribe with one click."))
                .isEqualTo(Category.NEWSLETTER);
    }

    private static Category lane(String headers, String from, String subject, String body) {
        return sort(headers, from, subject, body).category().best().value();
    }

    private static Triage sort(String headers, String from, String subject, String body) {
        String message = headers + "From: " + from + "\nTo: Lena Brandt <lena@nordlicht.example>\nSubject: " + subject
                + "\nDate: Tue, 4 Nov 2025 09:30:00 +0100\n\n" + body + "\n";
        Mail mail = MailParser.parse(
                message.getBytes(StandardCharsets.UTF_8),
                new SentTime(LocalDateTime.of(2025, 11, 4, 9, 30), Optional.of(BERLIN)));
        return TRIAGE.sort(mail, LENA, List.of());
    }
}
