package app.whichday.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import app.whichday.mail.Address;
import app.whichday.mail.Mail;
import app.whichday.mail.MailParser;
import app.whichday.mail.SentTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FilesSeenTest {
    private static final Instant NOW = Instant.parse("2025-11-05T08:30:00Z");

    private final FilesSeen seen = new FilesSeen(NOW);

    private static Mail mail(String to, String sent) {
        return MailParser.fromParts(new MailParser.Parts(
                Optional.empty(),
                "Ben <ben@example.com>",
                to,
                "",
                "Hello",
                new SentTime(LocalDateTime.parse(sent), Optional.of(ZoneOffset.UTC)),
                false,
                "Hello"));
    }

    @Test
    void theOwnerIsWhoGetsMostOfIt() {
        seen.see(mail("anna@example.org", "2003-04-01T10:00"));
        seen.see(mail("Anna Berg <anna@example.org>, Carl <carl@example.org>", "2003-04-02T10:00"));
        seen.see(mail("Carl <carl@example.org>, anna@example.org", "2003-04-03T10:00"));
        assertThat(seen.owner()).contains(new Address("Anna Berg", "anna@example.org"));
    }

    @Test
    void whatIsNoAddressIsNobodys() {
        String tooLong = "x".repeat(70) + "@example.org";
        seen.see(mail(tooLong, "2003-04-01T10:00"));
        seen.see(mail(tooLong, "2003-04-02T10:00"));
        seen.see(mail("anna@example.org", "2003-04-03T10:00"));
        assertThat(seen.owner()).contains(new Address("", "anna@example.org"));
    }

    @Test
    void oldMailIsReadAsOfItsNewest() {
        seen.see(mail("anna@example.org", "2003-04-01T10:00"));
        seen.see(mail("anna@example.org", "2003-04-09T10:00"));
        seen.see(mail("anna@example.org", "2003-04-02T10:00"));
        assertThat(seen.asOf()).isEqualTo("2003-04-09T10:00:00Z");
    }

    @Test
    void mailFromTheFutureDoesNotCount() {
        seen.see(mail("anna@example.org", "2099-01-01T00:00"));
        assertThat(seen.asOf()).isEqualTo(NOW);
    }

    @Test
    void noMailTellsNothing() {
        assertThat(seen.owner()).isEmpty();
        assertThat(seen.asOf()).isEqualTo(NOW);
    }
}
