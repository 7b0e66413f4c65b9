package app.whichday.intent;

import static org.assertj.core.api.Assertions.assertThat;

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

class IntentReaderTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final WhenInMail TIMES = new WhenInMail(WhenReader.base());
    private static final IntentReader INTENTS = IntentReader.base();

    @Test
    void aTimeThatIsOfferedIsAProposal() {
        assertThat(present("How about lunch on Friday at noon?")).contains(Intent.PROPOSE);
        assertThat(present("Lunch was good.")).doesNotContain(Intent.PROPOSE);
    }

    @Test
    void whatIsDueIsADeadline() {
        assertThat(present("Please send me the report by Friday, it is due then."))
                .contains(Intent.DEADLINE);
        assertThat(present("The report was fine.")).doesNotContain(Intent.DEADLINE);
    }

    @Test
    void whoIsAwaySaysSo() {
        assertThat(present("I will be out of the office on Thursday and back in on Friday."))
                .contains(Intent.AVAILABILITY);
    }

    @Test
    void pastEventsAreNoIntents() {
        assertThat(present("We met on Monday, thanks for the coffee.")).isEmpty();
    }

    private static Set<Intent> present(String body) {
        Mail mail = MailParser.fromParts(new MailParser.Parts(
                Optional.empty(),
                "Jonas <jonas@nordlicht.example>",
                "Lena <lena@nordlicht.example>",
                "",
                "Hello",
                new SentTime(LocalDateTime.of(2025, 11, 4, 9, 30), Optional.of(BERLIN)),
                false,
                body));
        return INTENTS.read(mail, TIMES.read(mail, BERLIN, Locale.UK)).present();
    }
}
