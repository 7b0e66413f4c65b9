package app.whichday.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentTimeReaderTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            2025-11-03T09:12    | Mon, 3 Nov 2025 09:12:00 +0100
            2025-11-03T09:12    | Mon, 03 Nov 25 09:12 CET
            2025-11-03T09:12:07 | Mon Nov  3 09:12:07 PST 2025
            2025-11-03T09:12    | On Mon, Nov 3, 2025 at 9:12 AM Ada Moss <ada@example.org> wrote:
            2025-11-03T21:12    | On Nov 3, 2025, at 9:12 PM, Ada Moss wrote:
            2025-11-03T21:12    | On Nov 3, 2025, at 9:12\u202fPM, Ada Moss wrote:
            2025-11-03T09:12    | On 3 Nov 2025, at 09:12, Ada Moss wrote:
            2025-11-03T09:12    | Monday, November 3, 2025 9:12 AM
            2025-11-13T09:12    | On 11/13/25 9:12 AM, Ada Moss wrote:
            2025-11-13T09:12    | On 13/11/25 09:12, Ada Moss wrote:
            2025-11-03T09:12    | Am 03.11.2025 um 09:12 schrieb Ada Moss:
            2025-11-03T09:12    | Am Mo., 3. Nov. 2025 um 09:12 Uhr schrieb Ada Moss <ada@example.org>:
            2025-03-11T09:12    | Dienstag, 11. März 2025 09:12
            2025-11-03T09:12    | Le lun. 3 nov. 2025 à 09:12, Ada Moss a écrit :
            2025-02-03T09:12    | lundi 3 février 2025 09:12
            2025-11-03T09:12    | El lun, 3 nov 2025 a las 9:12, Ada Moss escribió:
            2025-11-05T09:12    | Em qua., 5 de nov. de 2025 às 09:12, Ada Moss escreveu:
            2025-11-03T09:12    | 2025-11-03 9:12 GMT+01:00 Ada Moss <ada@example.org>:
            2025-11-03T09:12    | 2025年11月3日 9:12
            2001-01-02T13:20    | 01/02/2001 01:20 PM
            2001-01-02T00:05    | 01/02/2001 12:05 AM
            2003-09-04T10:00    | Thu, 4 Sep 103 10:00:00 GMT
            1999-12-31T23:59:59 | Fri, 31 Dec 99 23:59:60 GMT
            2025-11-03T09:12    | kl. 09.12 den 3. november 2025
            """)
    void theTimeIsReadHoweverItIsWritten(LocalDateTime expected, String text) {
        assertThat(SentTimeReader.read(text, SentTimeReader.Hint.NONE))
                .hasValueSatisfying(sent -> assertThat(sent.local()).isEqualTo(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            +01:00 | Mon, 3 Nov 2025 09:12:00 +0100
            -05:00 | Mon, 3 Nov 2025 09:12:00 EST
            -08:00 | Mon, 3 Nov 2025 09:12:00 -0800 (PST)
            Z      | Mon, 3 Nov 2025 09:12:00 GMT
            +01:00 | 2025-11-03 9:12 GMT+01:00
            +05:30 | Mon, 3 Nov 2025 09:12:00 +0530
            """)
    void theOffsetIsReadWhereItIsTold(String expected, String text) {
        assertThat(SentTimeReader.read(text, SentTimeReader.Hint.NONE))
                .hasValueSatisfying(sent -> assertThat(sent.zone())
                        .hasValueSatisfying(zone -> assertThat(zone).hasToString(expected)));
    }

    @Test
    void withoutAnOffsetThereIsNoZone() {
        assertThat(SentTimeReader.read("11/3/2025 9:12 AM", SentTimeReader.Hint.NONE))
                .hasValueSatisfying(sent -> assertThat(sent.zone()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Friday",
                "09:12",
                "31 Feb 2025 09:12",
                "call 1-800-555-0100",
                "3 Nov",
                "Nov 2025",
                "99/99/2025"
            })
    void whatIsNoWholeDateIsNone(String text) {
        assertThat(SentTimeReader.read(text, SentTimeReader.Hint.NONE)).isEmpty();
    }

    @Test
    void aQuotedMailIsNeverLaterThanTheQuotingOne() {
        SentTimeReader.Hint november =
                new SentTimeReader.Hint(SentTimeReader.Order.MONTH_FIRST, LocalDateTime.parse("2025-11-05T09:30"));
        // 12 March would do as well as 3 December, but that is still to come
        assertThat(SentTimeReader.read("On 12/03/2025 09:12, Ada Moss wrote:", november))
                .hasValueSatisfying(sent -> assertThat(sent.local()).hasToString("2025-03-12T09:12"));
    }

    @Test
    void aWeekdayBesideItDecidesTheOrder() {
        // 11 March 2025 is a Tuesday, 3 November a Monday
        assertThat(SentTimeReader.read("Tuesday 11/03/2025 09:12", SentTimeReader.Hint.NONE))
                .hasValueSatisfying(sent -> assertThat(sent.local()).hasToString("2025-03-11T09:12"));
        assertThat(SentTimeReader.read("Monday 11/03/2025 09:12", SentTimeReader.Hint.NONE))
                .hasValueSatisfying(sent -> assertThat(sent.local()).hasToString("2025-11-03T09:12"));
    }

    @Test
    void theHintDecidesWhatNothingElseDoes() {
        SentTimeReader.Hint europe = new SentTimeReader.Hint(SentTimeReader.Order.DAY_FIRST, null);
        assertThat(SentTimeReader.read("03/11/2025 09:12", europe))
                .hasValueSatisfying(sent -> assertThat(sent.local()).hasToString("2025-11-03T09:12"));
        assertThat(SentTimeReader.read("03/11/2025 09:12 AM", europe))
                .as("twelve hours are written where months come first")
                .hasValueSatisfying(sent -> assertThat(sent.local()).hasToString("2025-03-11T09:12"));
    }
}
