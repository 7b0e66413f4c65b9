package app.whichday.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MailParserTest {
    private static final SentTime FALLBACK =
            new SentTime(LocalDateTime.parse("2025-11-10T00:00"), Optional.of(ZoneOffset.UTC));

    @Test
    void aReplyFromGmailIsReadWithItsThread() throws IOException {
        Mail mail = resource("gmail-reply.eml");
        assertThat(mail.subject()).isEqualTo("Re: Café on Friday?");
        assertThat(mail.messageId()).contains("reply1@mail.example.org");
        assertThat(mail.references()).containsExactly("root@mail.example.org", "first@mail.example.org");
        assertThat(mail.sent())
                .isEqualTo(new SentTime(LocalDateTime.parse("2025-11-04T08:05"), Optional.of(ZoneOffset.ofHours(-5))));
        assertThat(blocks(mail))
                .containsExactly(
                        "NEW 0 Ben Reed 2025-11-04T08:05: Friday is fine, see you at the café. / Best,",
                        "SIGNATURE 0 Ben Reed 2025-11-04T08:05: Ben",
                        "QUOTED 1 Ada Moss 2025-11-03T09:12: Shall we meet tomorrow / or on Friday?",
                        "QUOTED 2 Ben Reed 2025-11-02T18:40: Are you free next week?");
        assertThat(mail.newText()).startsWith("Friday is fine");
    }

    @Test
    void aReplyFromOutlookInHtmlIsRead() throws IOException {
        assertThat(blocks(resource("outlook-html.eml")))
                .containsExactly(
                        "NEW 0 Reed, Ben 2025-11-06T16:20: Monday at ten suits me.",
                        "QUOTED 1 Ada Moss 2025-11-05T15:45: When could we go through the draft? Tomorrow?");
    }

    @Test
    void aForwardFromLotusNotesIsRead() throws IOException {
        assertThat(blocks(resource("notes-forward.eml")))
                .containsExactly(
                        "NEW 0 carla.west@example.com 2001-01-08T10:15: Ben, please look at this before Wednesday.",
                        "FORWARDED 1 Ada Moss 2001-01-05T16:30: We could see the harbour on Tuesday. / Ada");
    }

    @Test
    void anInterleavedAnswerFromThunderbirdIsRead() throws IOException {
        assertThat(blocks(resource("thunderbird-de.eml")))
                .containsExactly(
                        "NEW 0 Ben Reed 2025-11-03T10:00: Gern, aber erst am Donnerstag.",
                        "QUOTED 1 Ada Moss 2025-11-03T09:12: Wollen wir uns morgen treffen?",
                        "NEW 0 Ben Reed 2025-11-03T10:00: Und wo?",
                        "SIGNATURE 0 Ben Reed 2025-11-03T10:00: -- / Ben Reed / Tel. 030 555 0100");
    }

    @Test
    void anAttachedMessageIsAForwardedBlock() throws IOException {
        Mail mail = resource("attached-message.eml");
        assertThat(blocks(mail))
                .containsExactly(
                        "NEW 0 Ben Reed 2025-11-07T12:00: What Ada wrote is attached.",
                        "FORWARDED 1 Ada Moss 2025-11-06T09:00: I leave tomorrow.");
        assertThat(mail.body()).contains("Subject: Plans\n");
        assertThat(mail.invitations()).containsExactly("BEGIN:VCALENDAR\nEND:VCALENDAR");
        assertThat(mail.attachments()).containsExactly("Pläne.pdf");
    }

    @Test
    void plainTextThatOnlyPointsToTheHtmlIsNotTaken() {
        Mail mail = parse("""
                Content-Type: multipart/alternative; boundary=b

                --b
                Content-Type: text/plain

                Your mail client doesn't support HTML.
                --b
                Content-Type: text/html

                <p>The real text.</p>
                --b--
                """);
        assertThat(mail.body()).isEqualTo("The real text.\n");
    }

    @Test
    void anUnknownCharsetIsGuessedAndSaid() {
        byte[] mail = concat(
                "Content-Type: text/plain; charset=x-nobody-knows\n\n",
                "Caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(MailParser.parse(mail, FALLBACK).body()).isEqualTo("Café");
        assertThat(MailParser.parse(mail, FALLBACK).skipped())
                .extracting(Skipped::why)
                .containsExactly("the charset \"x-nobody-knows\" is unknown, another was guessed");
        byte[] utf8 =
                concat("Content-Type: text/plain; charset=x-nobody-knows\n\n", "Café".getBytes(StandardCharsets.UTF_8));
        assertThat(MailParser.parse(utf8, FALLBACK).body()).isEqualTo("Café");
    }

    @Test
    void undeclaredBytesAreDetected() {
        byte[] mail = concat("Subject: x\n\n", "caf\u00e9 \u00fcber".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(MailParser.parse(mail, FALLBACK).body()).isEqualTo("café über");
    }

    @Test
    void brokenMimeIsReadAsFarAsItGoes() {
        assertThat(parse("Content-Type: multipart/mixed\n\n--x\nContent-Type: text/plain\n\nHello\n--x--\n")
                        .body())
                .as("no boundary parameter")
                .contains("Hello");
        assertThat(parse("Content-Type: multipart/mixed; boundary=x; broken\n\n--x\n\nHello\n--x--\n")
                        .body())
                .contains("Hello");
        assertThat(parse("Content-Type: multipart/mixed; boundary=x\n\n--x\n\nHello\n")
                        .body())
                .as("no end")
                .contains("Hello");
        assertThat(parse("Content-Type: text/plain\nContent-Transfer-Encoding: x-secret\n\nHello\n")
                        .body())
                .contains("Hello");
        assertThat(parse("Content-Transfer-Encoding: base64\n\nSGVsbG8sIA!!#d29ybGQ\n")
                        .body())
                .contains("Hello");
    }

    @Test
    void theSentTimeFallsBackFromDateToReceivedToTheMailbox() {
        assertThat(parse("Date: nonsense\nReceived: by a; Tue, 4 Nov 2025 10:00:00 +0000\n\nx")
                        .sent()
                        .local())
                .hasToString("2025-11-04T10:00");
        assertThat(parse("Date: nonsense\n\nx").sent()).isEqualTo(FALLBACK);
    }

    @Test
    void textBeyondTheLimitIsLeftOutAndSaid() {
        Mail mail = parse("Content-Type: text/plain\n\n" + "0123456789\n".repeat(200_000));
        assertThat(mail.body()).hasSize(MimeBody.MAX_PART_BYTES);
        assertThat(mail.skipped()).extracting(Skipped::why).containsExactly("longer than 1 MB: the rest was not read");
    }

    @Test
    void nestingAndNumberOfPartsAreBounded() {
        StringBuilder deep = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            deep.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }
        assertThat(parse(deep + "\n\nend\n").skipped())
                .extracting(Skipped::what)
                .contains("nested parts");
        String wide =
                "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\nContent-Type: image/png\n\nx\n".repeat(3_000);
        Mail mail = parse(wide);
        assertThat(mail.attachments()).hasSizeLessThanOrEqualTo(MimeBody.MAX_PARTS);
        assertThat(mail.skipped()).extracting(Skipped::what).containsExactly("parts");
    }

    @Test
    void tnefIsNamedAndSaidToBeUnread() {
        Mail mail = parse("Content-Type: application/ms-tnef; name=winmail.dat\n\nxx\n");
        assertThat(mail.attachments()).containsExactly("winmail.dat");
        assertThat(mail.skipped()).hasSize(1);
    }

    @Test
    void machinesAndListsAreKnownByTheirHeaders() {
        assertThat(parse("List-Id: <l.example.org>\nList-Unsubscribe: <x>\nPrecedence: Bulk\n\nx")
                        .bulk())
                .isEqualTo(new Mail.Bulk(true, true, false, "bulk"));
        assertThat(parse("Auto-Submitted: auto-generated\n\nx").bulk().automatic())
                .isTrue();
        assertThat(parse("Auto-Submitted: no\n\nx").bulk()).isEqualTo(Mail.Bulk.NONE);
        assertThat(parse("Return-Path: <>\n\nx").bulk().automatic()).isTrue();
    }

    @Test
    void addressesAreReadHoweverTheyAreWritten() {
        Mail mail = parse(
                "From: =?utf-8?q?J=C3=B6rg?= <JOERG@Example.org>\nTo: \"Moss, Ada\" <ada@example.org>, ben@example.org\n"
                        + "Cc: undisclosed-recipients:;\n\nx");
        assertThat(mail.from()).isEqualTo(new Address("Jörg", "joerg@example.org"));
        assertThat(mail.to())
                .extracting(Address::name, Address::email)
                .containsExactly(tuple("Moss, Ada", "ada@example.org"), tuple("", "ben@example.org"));
        assertThat(mail.cc()).isEmpty();
        assertThat(parse("From: Ada <ada@example.org\nTo: @@,ben@example.org\n\nx")
                        .to())
                .extracting(Address::email)
                .contains("ben@example.org");
    }

    @Test
    void encodedWordsAreReadEvenWhenCutWithinACharacter() {
        assertThat(EncodedWords.decode("=?utf-8?B?w6TDtg==?= =?utf-8?Q?=C3?=\r\n =?utf-8?Q?=BC?= ok"))
                .isEqualTo("äöü ok");
        assertThat(EncodedWords.decode("=?broken =?utf-8?Q?=C3=A4?= =?x?y?z?=")).isEqualTo("=?broken ä =?x?y?z?=");
    }

    @Test
    void noControlCharacterGetsIn() {
        Mail mail = parse("Subject: a\u001b[31mb\n\none\u0000two\u001b[2J\rthree\n");
        assertThat(mail.body()).isEqualTo("one two [2J\nthree\n");
        assertThat(mail.subject()).isEqualTo("a [31mb");
    }

    @Test
    void aMailOfPartsKeepsItsBodyCharacterByCharacter() {
        String body = "See you Friday.\r\n\r\n> ok\u0000\n";
        Mail mail = MailParser.fromParts(new MailParser.Parts(
                Optional.of("1@x"),
                "ada@example.org",
                "ben@example.org, carla@example.org",
                "",
                "Re: hi",
                FALLBACK,
                true,
                body));
        assertThat(mail.body()).hasSameSizeAs(body);
        assertThat(mail.to()).hasSize(2);
        assertThat(mail.bulk().list()).isTrue();
        assertThat(mail.blocks()).extracting(Block::kind).containsExactly(Block.Kind.NEW, Block.Kind.QUOTED);
    }

    static List<String> blocks(Mail mail) {
        return mail.blocks().stream()
                .map(block -> block.kind() + " " + block.level() + " "
                        + block.writer().map(Address::display).orElse("?") + " "
                        + block.sent().map(sent -> sent.local().toString()).orElse("?") + ": "
                        + mail.text(block).strip().replaceAll("\\s*\n\\s*", " / "))
                .toList();
    }

    private static Mail parse(String message) {
        return MailParser.parse(message.getBytes(StandardCharsets.UTF_8), FALLBACK);
    }

    private static byte[] concat(String head, byte[] body) {
        byte[] first = head.getBytes(StandardCharsets.US_ASCII);
        byte[] all = java.util.Arrays.copyOf(first, first.length + body.length);
        System.arraycopy(body, 0, all, first.length, body.length);
        return all;
    }

    private static Mail resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(MailParserTest.class.getResourceAsStream("/mail/" + name), name)) {
            return MailParser.parse(in, FALLBACK);
        }
    }
}
