package app.whichday.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.whichday.when.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingDataTest {
    @Test
    void aMailboxIsItsOwnersWhereverItIsNamed() {
        assertThat(Owners.ofMailbox("tester-q3")).isEqualTo("tester");
        assertThat(Owners.ofAddress("Quentin.Tester@example.com, other@example.com"))
                .isEqualTo("tester");
        assertThat(Owners.ofAddress("team list <list@example.org>")).isNotBlank();
        assertThat(Owners.ofAddress("")).isEmpty();
    }

    @Test
    void whatIsMissingOrBrokenIsNamed(@TempDir Path folder) throws IOException {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DataFolder(folder.resolve("nowhere")))
                .withMessageContaining("nowhere; --data names the folder");
        DataFolder data = new DataFolder(folder);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> data.lines("mails/mails.jsonl"))
                .withMessageContaining("There is no file");
        Files.writeString(folder.resolve("broken.jsonl"), "{\"id\": 1}\n\n{\"id\"\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> data.lines("broken.jsonl"))
                .withMessageEndingWith("broken.jsonl, line 3: not JSON");
    }

    @Test
    void whatWasReadIsRememberedWithItsHash(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("two.jsonl"), "{}\n{}\n");
        DataFolder data = new DataFolder(folder);
        data.lines("two.jsonl");
        assertThat(data.read()).singleElement().satisfies(read -> {
            assertThat(read.name()).isEqualTo("two.jsonl");
            assertThat(read.rows()).isEqualTo(2);
            assertThat(read.sha256()).hasSize(64);
        });
    }

    @Test
    void aLabelledMailKnowsWhichBlockEachTimeStandsIn(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("mails"));
        Files.writeString(folder.resolve("mails/mails.jsonl"), """
                {"id":"m1","source":"box/tester-q","from":"a@example.com","to":"quentin.tester@example.com","cc":"",\
                "subject":"Re: lunch","list":false,"sent":"2025-11-05T09:30:00-06:00","zone":"America/Chicago",\
                "body":"Friday is fine.\\n\\n> Friday or Monday?\\n"}
                """);
        Files.writeString(folder.resolve("mails/labels.jsonl"), """
                {"id":"m1","dates":[\
                {"text":"Friday","nth":1,"part":"new","class":"future","start":"2025-11-07","end":null,"grain":"day"},\
                {"text":"Friday","nth":2,"part":"quoted","class":"recurring","start":null,"end":null,"grain":"day"}]}
                """);
        List<LabelledText> texts = LabelledMails.read(new DataFolder(folder));
        assertThat(texts).singleElement().satisfies(text -> {
            assertThat(text.group()).isEqualTo("tester");
            assertThat(text.complete()).isTrue();
            assertThat(text.gold().get(0).span()).isEqualTo(new Span(0, 6));
            assertThat(text.gold().get(0).meanings())
                    .containsExactly(new Gold.Meaning(LocalDateTime.of(2025, 11, 7, 0, 0), null));
            assertThat(text.gold().get(1).resolved()).isFalse();
            assertThat(text.passages()).hasSizeGreaterThan(1);
            assertThat(text.passages().getFirst().anchor().local()).isEqualTo("2025-11-05T09:30:00");
        });
    }

    @Test
    void ownSentencesAreFilledWithDaysThatFitTheirKind() throws IOException {
        OwnSentences own = OwnSentences.read(1, 1);
        assertThat(own.sentences())
                .hasSizeGreaterThan(500)
                .extracting(OwnSentences.Sentence::text)
                .noneMatch(text -> text.contains("WD") || text.contains("NTH") || text.contains("MONTH"));
        assertThat(OwnSentences.ordinal(1)).isEqualTo("1st");
        assertThat(OwnSentences.ordinal(12)).isEqualTo("12th");
        assertThat(OwnSentences.ordinal(22)).isEqualTo("22nd");
        assertThat(OwnSentences.ordinal(23)).isEqualTo("23rd");
        assertThat(OwnSentences.ordinal(30)).isEqualTo("30th");
    }

    @Test
    void onlyTwoKindsFillAWeekdayWithTheSentDaysOwn() throws IOException {
        assertThat(OwnSentences.read(1, 1).sentences())
                .filteredOn(sentence -> sentence.text().startsWith("See you "))
                .filteredOn(sentence -> sentence.kind() == OwnSentences.Kind.AHEAD)
                .isNotEmpty()
                .noneMatch(TrainingDataTest::namesItsOwnDay);
        assertThat(OwnSentences.read(1, 1).sentences())
                .filteredOn(sentence ->
                        sentence.kind() == OwnSentences.Kind.TODAY || sentence.kind() == OwnSentences.Kind.WEEK)
                .isNotEmpty()
                .allMatch(TrainingDataTest::namesItsOwnDay);
    }

    private static boolean namesItsOwnDay(OwnSentences.Sentence sentence) {
        return sentence.text()
                .toUpperCase(Locale.ROOT)
                .contains(sentence.anchor().local().getDayOfWeek().name());
    }
}
