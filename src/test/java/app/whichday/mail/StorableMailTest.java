package app.whichday.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StorableMailTest {
    @ParameterizedTest
    @CsvSource({
        "Friday, Friday",
        "a\0b, a\uFFFDb",
        "\uD83D\uDE00, \uD83D\uDE00",
        "\uD83D, \uFFFD",
        "a\uD83Db, a\uFFFDb",
        "\uDE00\uD83D, \uFFFD\uFFFD",
        "\uD83D\uD83D\uDE00, \uFFFD\uD83D\uDE00"
    })
    void whatPostgresqlCannotHoldIsReplacedOneForOne(String text, String storable) {
        assertThat(StorableMail.text(text)).isEqualTo(storable);
    }

    @Test
    void nothingElseOfAMailChanges() {
        Mail mail = SampleMail.from("ada")
                .to("ben")
                .subject("Lunch")
                .answering("root")
                .mail();
        assertThat(StorableMail.of(mail)).isEqualTo(mail);
    }

    @Test
    void aMailComesBackFromJsonAsItWas() {
        MailJson json = new MailJson();
        Mail mail = SampleMail.from("ada")
                .to("ben")
                .subject("Grüße \uD83D\uDE00")
                .answering("root")
                .mail();
        assertThat(json.read(json.write(mail))).isEqualTo(mail);
    }
}
