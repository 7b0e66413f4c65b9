package app.whichday.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over real mail, which isn't part of this repository: skipped where the folder isn't there. */
@Tag("corpus")
class MailCorpusTest {
    private static final Path DATA = Path.of(System.getProperty("whichday.data", "../shared/data"));
    private static final SentTime FALLBACK =
            new SentTime(LocalDateTime.parse("2002-01-01T00:00"), Optional.of(ZoneOffset.UTC));

    @BeforeAll
    static void onlyWithTheData() {
        Assumptions.assumeTrue(Files.isDirectory(DATA), () -> "No data in " + DATA + " (-Dwhichday.data=FOLDER)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mime/mime", "mailbox/lokay-m", "mailbox/farmer-d", "mailbox/williams-w3", "mailbox/beck-s"})
    void everyFileIsRead(String archive) throws IOException {
        int[] read = new int[1];
        untar(DATA.resolve(archive + ".tar.gz"), content -> {
            Mail mail = MailParser.parse(content, FALLBACK);
            int end = 0;
            for (Block block : mail.blocks()) {
                assertThat(block.begin()).isGreaterThanOrEqualTo(end);
                end = block.end();
                assertThat(mail.text(block)).hasSize(block.end() - block.begin());
            }
            read[0]++;
        });
        assertThat(read[0]).isPositive();
    }

    @Test
    void labelledDatesStandInBlocksOfTheRightKind() throws IOException {
        ObjectMapper json = new ObjectMapper();
        Map<String, JsonNode> mails = new HashMap<>();
        for (String line : Files.readAllLines(DATA.resolve("mails/mails.jsonl"))) {
            JsonNode mail = json.readTree(line);
            mails.put(mail.get("id").asText(), mail);
        }
        int all = 0;
        int right = 0;
        int inSignature = 0;
        int anchored = 0;
        int quoted = 0;
        for (String line : Files.readAllLines(DATA.resolve("mails/labels.jsonl"))) {
            JsonNode label = json.readTree(line);
            Mail mail = mail(mails.get(label.get("id").asText()));
            for (JsonNode date : label.get("dates")) {
                Optional<Block> block = block(mail, date);
                boolean expected = date.get("part").asText().equals("quoted");
                all++;
                inSignature +=
                        block.filter(b -> b.kind() == Block.Kind.SIGNATURE).isPresent() ? 1 : 0;
                if (block.isPresent() && block.get().level() > 0 == expected) {
                    right++;
                    quoted += expected ? 1 : 0;
                    anchored += expected && block.get().sent().isPresent() ? 1 : 0;
                }
            }
        }
        assertThat(right / (double) all)
                .as("%d of %d dates in the right part", right, all)
                .isGreaterThan(0.98);
        assertThat(inSignature).isLessThanOrEqualTo(2);
        assertThat(anchored / (double) quoted)
                .as("%d of %d quoted dates with a sent time", anchored, quoted)
                .isGreaterThan(0.92);
    }

    private static Mail mail(JsonNode mail) {
        OffsetDateTime sent = OffsetDateTime.parse(mail.get("sent").asText());
        return MailParser.fromParts(new MailParser.Parts(
                Optional.of(mail.get("message_id").asText()),
                mail.get("from").asText(),
                mail.get("to").asText(),
                mail.get("cc").asText(),
                mail.get("subject").asText(),
                new SentTime(sent.toLocalDateTime(), Optional.of(sent.getOffset())),
                mail.get("list").asBoolean(),
                mail.get("body").asText()));
    }

    private static Optional<Block> block(Mail mail, JsonNode date) {
        String text = date.get("text").asText();
        int at = -1;
        for (int nth = date.path("nth").asInt(1); nth > 0; nth--) {
            at = mail.body().indexOf(text, at + 1);
        }
        int found = at;
        return mail.blocks().stream()
                .filter(b -> b.begin() <= found && found < b.end())
                .findFirst();
    }

    /** The regular files of a tar archive: 512-byte headers with the size in octal at 124 and the type at 156. */
    private static void untar(Path archive, Consumer<byte[]> sink) throws IOException {
        try (InputStream in = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(archive)))) {
            for (byte[] header = in.readNBytes(512);
                    header.length == 512 && header[0] != 0;
                    header = in.readNBytes(512)) {
                String octal = new String(header, 124, 12, StandardCharsets.US_ASCII)
                        .replace("\0", "")
                        .strip();
                int size = Integer.parseInt(octal, 8);
                byte[] content = in.readNBytes(size);
                in.skipNBytes((512 - size % 512) % 512);
                if (header[156] == '0' || header[156] == 0) {
                    sink.accept(content);
                }
            }
        }
    }
}
