package app.whichday.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import app.whichday.choice.Features;
import app.whichday.choice.Subtask;
import app.whichday.tuning.ChatExport.Kind;
import app.whichday.tuning.ChatExport.Written;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChatExportTest {
    private static final Subtask READING = new Subtask("reading");
    private static final String WHICH = "Which day is meant?";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void supervisedLinesAreWhatEveryTrainerDocuments(TrainerFormat format) throws IOException {
        Written written = export(Kind.SFT, format, Optional.empty()).write(lessons(30), folder);

        assertThat(written.trained() + written.validated()).isEqualTo(30);
        assertThat(written.validated()).isPositive();
        assertThat(lines(written))
                .allSatisfy(line -> assertThat(schema("sft").validate(line)).isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void preferencesAreWhatTheTrainerDocuments(TrainerFormat format) throws IOException {
        String schema =
                switch (format) {
                    case OPENAI -> "dpo-openai";
                    case TRL, UNSLOTH -> "dpo-trl";
                    case AXOLOTL, LLAMA_FACTORY -> "dpo-messages";
                };

        Written written = export(Kind.DPO, format, Optional.empty()).write(lessons(30), folder);

        assertThat(lines(written))
                .hasSize(30)
                .allSatisfy(line -> assertThat(schema(schema).validate(line)).isEmpty());
        assertThat(Files.exists(folder.resolve("dataset_info.json"))).isEqualTo(format == TrainerFormat.LLAMA_FACTORY);
    }

    @Test
    void aSchemaRefusesALineThatLacksItsAnswer() throws IOException {
        assertThat(schema("sft").validate(JSON.readTree("{\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}")))
                .isNotEmpty();
        assertThat(schema("dpo-trl").validate(JSON.readTree("{\"prompt\":[],\"chosen\":[],\"rejected\":[]}")))
                .isNotEmpty();
    }

    @Test
    void aWrongAnswerThatWasShownIsTheRejectedOne() throws IOException {
        Written written = export(Kind.DPO, TrainerFormat.TRL, Optional.empty())
                .write(List.of(lesson("a", "7", Set.of(1), 0)), folder);

        JsonNode line = lines(written).getFirst();
        assertThat(line.at("/chosen/0/content").asText()).isEqualTo("{\"answer\":\"B\"}");
        assertThat(line.at("/rejected/0/content").asText()).isEqualTo("{\"answer\":\"A\"}");
        assertThat(JSON.readTree(line.at("/prompt/1/content").asText())
                        .path("context")
                        .asText())
                .isEqualTo("a");
        assertThat(line.at("/prompt/0/content").asText()).endsWith(WHICH);
    }

    @Test
    void aThreadIsNeverOnBothSides() throws IOException {
        Written written =
                export(Kind.SFT, TrainerFormat.OPENAI, Optional.empty()).write(lessons(200), folder);

        assertThat(threads(written.train())).doesNotContainAnyElementsOf(threads(written.validation()));
        assertThat(written.validated()).isBetween(20, 70);
    }

    @Test
    void ofAHandfulNothingIsKeptApart() throws IOException {
        Written written =
                export(Kind.SFT, TrainerFormat.OPENAI, Optional.empty()).write(lessons(6), folder);

        assertThat(written.validated()).isZero();
        assertThat(written.trained()).isEqualTo(6);
    }

    @Test
    void ofTheSameQuestionTheLastAnswerIsKept() throws IOException {
        Written written = export(Kind.SFT, TrainerFormat.OPENAI, Optional.empty())
                .write(List.of(lesson("a", "1", Set.of(0), 0), lesson("a", "1", Set.of(1), 0)), folder);

        assertThat(written.repeated()).isEqualTo(1);
        assertThat(lines(written)).singleElement().satisfies(line -> assertThat(
                        line.at("/messages/2/content").asText())
                .isEqualTo("{\"answer\":\"B\"}"));
    }

    @Test
    void whereNothingListedWasRightNothingIsTaught() throws IOException {
        Written written = export(Kind.SFT, TrainerFormat.OPENAI, Optional.empty())
                .write(List.of(lesson("a", "1", Set.of(), 0)), folder);

        assertThat(written.skipped()).isEqualTo(1);
        assertThat(lines(written)).isEmpty();
    }

    @Test
    void tokensAreCountedAndTheSameLessonsAreTheSameFiles() throws IOException {
        Written once = export(Kind.SFT, TrainerFormat.OPENAI, Optional.empty()).write(lessons(20), folder);
        byte[] first = Files.readAllBytes(once.train());
        Written again = export(Kind.SFT, TrainerFormat.OPENAI, Optional.empty()).write(lessons(20), folder);

        assertThat(Files.readAllBytes(again.train())).isEqualTo(first);
        assertThat(once.tokens()).isBetween(100L * once.trained(), 400L * once.trained());
        assertThat(JSON.readTree(folder.resolve("reading-sft.json").toFile())
                        .at("/train/tokens")
                        .asLong())
                .isEqualTo(once.tokens());
    }

    @Test
    void peopleGetTheSameInventedNameEverywhere() throws IOException {
        List<Lesson> lessons = List.of(
                lesson("Anna-Lena wrote: ask Brandt, anna.l@x.example, by Friday in May.", "1", Set.of(0), 0),
                lesson("From: Anna Brandt <anna.l@x.example>", "2", Set.of(0), 0));

        Written written = export(Kind.SFT, TrainerFormat.OPENAI, Optional.of(List.of("Anna Brandt", "May Friday")))
                .write(lessons, folder);

        String all = Files.readString(written.train()) + Files.readString(written.validation());
        assertThat(all)
                .doesNotContain("Anna")
                .doesNotContain("Brandt")
                .doesNotContain("anna.l")
                .contains("Robin-Lena wrote: ask Kim, person1@mail.example, by Friday in May.")
                .contains("From: Robin Kim <person1@mail.example>");
    }

    private static ChatExport export(Kind kind, TrainerFormat format, Optional<List<String>> people) {
        return new ChatExport(READING, WHICH, kind, format, 0.2, people);
    }

    private static List<Lesson> lessons(int count) {
        List<Lesson> lessons = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lessons.add(lesson(
                    "mail " + i + " of thread " + i / 2 + ": see you [[next Friday]]", "" + i / 2, Set.of(i % 2), 0));
        }
        return lessons;
    }

    private static Lesson lesson(String context, String thread, Set<Integer> right, int best) {
        return new Lesson(
                READING,
                context,
                List.of(
                        new Lesson.Choice("Friday 7 November", Features.none()),
                        new Lesson.Choice("Friday 14 November", Features.none())),
                right,
                best,
                true,
                thread,
                Optional.empty(),
                Lesson.Origin.CONFIRMED,
                "reading/base",
                Instant.EPOCH);
    }

    private static List<JsonNode> lines(Written written) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (Path file : List.of(written.train(), written.validation())) {
            for (String line : Files.readAllLines(file)) {
                lines.add(JSON.readTree(line));
            }
        }
        return lines;
    }

    private static List<String> threads(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(line -> line.replaceAll(".*of thread (\\d+):.*", "$1"))
                    .distinct()
                    .toList();
        }
    }

    private static JsonSchema schema(String name) {
        InputStream in = ChatExportTest.class.getResourceAsStream("/export/" + name + ".schema.json");
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in);
    }
}
