package app.whichday.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockSplitterTest {
    private static final SentTime SENT =
            new SentTime(LocalDateTime.parse("2025-11-05T09:30"), Optional.of(ZoneOffset.ofHours(1)));
    private static final String OWN = "NEW 0 ben@example.org 2025-11-05T09:30: ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Mon, Nov 3, 2025 at 9:12 AM Ada Moss <ada@example.org> wrote:\n> tomorrow",
                "On Mon, Nov 3, 2025 at 9:12 AM Ada Moss\n<ada@example.org> wrote:\n\n> tomorrow",
                "On Mon, 3 Nov 2025 at\n09:12, Ada Moss <ada@example.org>\nwrote:\n> tomorrow",
                "On Nov 3, 2025, at 9:12 AM, Ada Moss <ada@example.org> wrote:\n\n> tomorrow",
                "On 3 Nov 2025, at 09:12, Ada Moss <ada@example.org> wrote:\n\ntomorrow",
                "On 03/11/2025 09:12, Ada Moss <ada@example.org> wrote:\n> tomorrow",
                "> On Nov 3, 2025, at 9:12 AM, Ada Moss <ada@example.org> wrote:\n> \n> tomorrow",
                "Am 03.11.2025 um 09:12 schrieb Ada Moss <ada@example.org>:\n> tomorrow",
                "Am Mo., 3. Nov. 2025 um 09:12 Uhr schrieb Ada Moss <ada@example.org>:\n\n> tomorrow",
                "Le lun. 3 nov. 2025 à 09:12, Ada Moss <ada@example.org> a écrit :\n> tomorrow",
                "El lun, 3 nov 2025 a las 9:12, Ada Moss (<ada@example.org>) escribió:\n> tomorrow",
                "2025-11-03 9:12 GMT+01:00 Ada Moss <ada@example.org>:\n> tomorrow",
                "-----Original Message-----\nFrom: Ada Moss <ada@example.org>\nSent: Monday, November 3, 2025 9:12 AM\n"
                        + "To: Ben Reed\nSubject: x\n\ntomorrow",
                "-----Original Message-----\nFrom: \tAda Moss <ada@example.org>@EXAMPLE [mailto:ada@example.org] \n"
                        + "Sent:\tMonday, November 03, 2025 9:12 AM\nTo:\tReed, Ben; West, Carla;\n\tHill, Dan\nSubject:\tx\n\ntomorrow",
                "________________________________\nFrom: Ada Moss <ada@example.org>\nSent: 03 November 2025 09:12\nTo: Ben\nSubject: x\n\ntomorrow",
                "*From:* Ada Moss <ada@example.org>\n*Sent:* Monday, November 3, 2025 9:12 AM\n*To:* Ben\n*Subject:* x\n\ntomorrow",
                "Von: Ada Moss <ada@example.org>\nGesendet: Montag, 3. November 2025 09:12\nAn: Ben Reed\nBetreff: x\n\ntomorrow",
                "De : Ada Moss <ada@example.org>\nEnvoyé : lundi 3 novembre 2025 09:12\nÀ : Ben Reed\nObjet : x\n\ntomorrow",
                "De: Ada Moss <ada@example.org>\nEnviado el: lunes, 3 de noviembre de 2025 9:12\nPara: Ben\nAsunto: x\n\ntomorrow",
                "---------- Forwarded message ---------\nFrom: Ada Moss <ada@example.org>\nDate: Mon, Nov 3, 2025 at 9:12 AM\n"
                        + "Subject: x\nTo: Ben Reed <ben@example.org>\n\ntomorrow",
                "Begin forwarded message:\n\nFrom: Ada Moss <ada@example.org>\nSubject: x\nDate: November 3, 2025 at 9:12:00 AM CET\n"
                        + "To: Ben Reed\n\ntomorrow",
                "-------- Original-Nachricht --------\nBetreff: x\nDatum: Mon, 3 Nov 2025 09:12:00 +0100\n"
                        + "Von: Ada Moss <ada@example.org>\nAn: Ben\n\ntomorrow",
                "\"Ada Moss\" <ada@example.org> on 11/03/2025 09:12:00 AM\nPlease respond to ada@example.org\n\nTo: Ben\ncc: \n\nSubject: x\n\ntomorrow",
                "Ada Moss <ada@example.org> 11/03/2025 09:12 AM \t   To: Ben/NA/Ex@Ex  cc:   Subject: x\t\n\ntomorrow",
                ">>> Ada Moss <ada@example.org> 11/03/25 09:12AM >>>\ntomorrow",
            })
    void whoWroteWhatIsQuotedAndWhenIsRead(String quote) {
        List<String> blocks = split("Yes.\n\n" + quote + "\n");
        assertThat(blocks).hasSize(2);
        assertThat(blocks.getFirst()).isEqualTo(OWN + "Yes.");
        assertThat(blocks.getLast()).matches("(QUOTED|FORWARDED) 1 Ada Moss 2025-11-03T09:12: tomorrow");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "As Ada wrote: it will rain on Friday.\nWe stay in.",
                "Here is the plan for Monday:\n\n- tea\n- cake",
                "On Friday we agreed on the following:\nBen brings tea.",
                "From: Houston\nTo: Dallas\nOn Friday, as always.",
                "MEMORANDUM\n\nTO: All\nFROM: The board\nDATE: 3 November 2025\nSUBJECT: Tea\n\nTea is at four.",
                "To: All staff\nFrom: The board\nDate: November 3, 2025\nSubject: Tea\n\nTea is at four.",
                "--- Agenda ---\nTea at four",
                "Sales were > 50 on Monday\nand < 40 on Friday.",
                "Subject to your approval we meet on Friday.\nDate: Friday\nTime: 4 pm\nWhere: here",
                "11/03/2025 09:12 AM\nwas when the lights went out.",
            })
    void ordinaryTextIsTheWritersOwn(String text) {
        assertThat(split(text)).singleElement().asString().startsWith("NEW 0 ");
    }

    @Test
    void answersBetweenQuotedLinesAreTheWritersOwn() {
        assertThat(
                        split(
                                "Ada Moss wrote on Mon, 3 Nov 2025 09:12:\n> Lunch on Friday?\nYes.\n> At noon?\nBetter at one.\n"))
                .containsExactly(
                        "QUOTED 1 Ada Moss 2025-11-03T09:12: Lunch on Friday?",
                        OWN + "Yes.",
                        "QUOTED 1 Ada Moss 2025-11-03T09:12: At noon?",
                        OWN + "Better at one.");
    }

    @Test
    void everyLevelHasItsOwnWriterAndTime() {
        assertThat(split("""
                ok

                On 4 Nov 2025, at 10:00, Carla wrote:
                > fine
                >
                > On 3 Nov 2025, at 09:12, Ada wrote:
                >> tomorrow?
                >> > oldest
                > again Carla
                """))
                .containsExactly(
                        OWN + "ok",
                        "QUOTED 1 Carla 2025-11-04T10:00: fine",
                        "QUOTED 2 Ada 2025-11-03T09:12: tomorrow?",
                        "QUOTED 3 ? ?: oldest",
                        "QUOTED 1 Carla 2025-11-04T10:00: again Carla");
    }

    @Test
    void headersWithoutPrefixesNestOneInAnother() {
        assertThat(split("""
                see below

                -----Original Message-----
                From: Carla West
                Sent: Tuesday, November 4, 2025 10:00 AM
                To: Ben
                Subject: FW: x

                please read

                -----Original Message-----
                From: Ada Moss
                Sent: Monday, November 3, 2025 9:12 AM
                To: Carla
                Subject: x

                tomorrow
                """))
                .containsExactly(
                        OWN + "see below",
                        "QUOTED 1 Carla West 2025-11-04T10:00: please read",
                        "FORWARDED 2 Ada Moss 2025-11-03T09:12: tomorrow");
    }

    @Test
    void aWrappedQuotedLineStaysQuoted() {
        assertThat(
                        split(
                                "> this is a quoted line that was so long that it was broken by the\nmail program\n> and goes on\n"))
                .singleElement()
                .asString()
                .startsWith("QUOTED 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- \nBen Reed\nBuilder\nMon-Fri 9-5",
                "--\nBen",
                "Sent from my iPhone",
                "_______________________________________________\nTea mailing list\nTea@example.org\nhttps://example.org/listinfo/tea",
                "Ben Reed\nReed & Sons\n(555) 010-0199",
                "This message is intended only for the intended recipient and may contain confidential information.\n"
                        + "If you received it in error, delete it.",
            })
    void whatIsNoTextIsSignature(String signature) {
        assertThat(split("See you on Friday.\n\n" + signature + "\n"))
                .hasSize(2)
                .first()
                .isEqualTo(OWN + "See you on Friday.");
    }

    @Test
    void theNameUnderAClosingIsSignature() {
        assertThat(split("See you on Friday.\n\nBest regards,\nBen Reed\nReed & Sons\n"))
                .containsExactly(
                        OWN + "See you on Friday. / Best regards,",
                        "SIGNATURE 0 ben@example.org 2025-11-05T09:30: Ben Reed / Reed & Sons");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thanks,\nBen\n\nPS: Friday at three works as well.",
                "Thanks\nfor coming on Friday, it was good to see you all again after such a long time.",
                "--\nFriday: tea\nSaturday: cake\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10",
                "Regards,\nBen. See you tomorrow",
            })
    void inDoubtItIsText(String text) {
        assertThat(split("Hello.\n\n" + text)).singleElement().asString().startsWith("NEW 0");
    }

    @Test
    void blankTextHasNoBlocks() {
        assertThat(split("")).isEmpty();
        assertThat(split("\n  \n\t\n")).isEmpty();
    }

    @Test
    void hostileTextTakesLinearTime() {
        // Seconds on an idle machine; what grows with the square takes hours
        Assertions.assertTimeout(Duration.ofMinutes(2), () -> {
            mail(">".repeat(1_000_000));
            mail("> ".repeat(500_000));
            mail("On ".repeat(300_000) + "wrote:");
            mail("On Monday\n".repeat(100_000));
            mail("From: a\n".repeat(100_000));
            mail("To: a,\n".repeat(100_000));
            mail("-----Original Message-----\n".repeat(40_000));
            mail("---------- Forwarded by x\n\n".repeat(40_000));
            mail("From: a\nSubject: b\n\nx\n\n".repeat(20_000));
            mail("\n".repeat(1_000_000));
            mail("Ada 11/03/2025 09:12 AM\n".repeat(40_000));
            mail("-- \n".repeat(100_000));
            mail("________________\n".repeat(60_000));
            mail("Thanks,\nBen\n".repeat(60_000));
        });
    }

    private static List<String> split(String body) {
        return MailParserTest.blocks(mail(body));
    }

    private static Mail mail(String body) {
        return MailParser.fromParts(
                new MailParser.Parts(Optional.empty(), "ben@example.org", "", "", "Re: x", SENT, false, body));
    }
}
