package app.whichday.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfig;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Inside the container: what is chosen and what is called is kept in the database. */
@QuarkusTest
class ChoosersTest {
    private static final Subtask READING = new Subtask("reading");
    private static final LocalModel LOCAL =
            LocalModel.of(LogLinearModel.of(new ModelVersion("reading/base-1"), Map.of("sure", 5.0)));

    private static final Clock NOON = Clock.fixed(Instant.parse("2031-05-06T12:00:00Z"), ZoneOffset.UTC);

    private static final Question<String> CLOSE = new Question<>(
            READING,
            "close",
            List.of(new Option<>("a", "a", Features.none()), new Option<>("b", "b", Features.none())));

    @Inject
    EntityManager database;

    @Inject
    EngineChoices choices;

    private ChatServerStub server;

    @BeforeEach
    void start() throws IOException {
        server = new ChatServerStub();
        server.behave(ChatServerStub.message("{\"answer\":\"B\"}"));
    }

    @AfterEach
    void stop() {
        server.close();
        QuarkusTransaction.requiringNew().run(() -> {
            database.createQuery("delete from EngineChoice").executeUpdate();
            database.createQuery("delete from LanguageCall").executeUpdate();
            database.createNativeQuery("delete from cascade_kept").executeUpdate();
        });
        choices.forget(READING);
    }

    private Choosers choosers(Map<String, String> configuration) {
        SmallRyeConfig config = Settings.of(configuration);
        return new Choosers(
                config.getConfigMapping(EngineSettings.class),
                config.getConfigMapping(LanguageSettings.class),
                config.getConfigMapping(CascadeSettings.class),
                new EngineChoices(database, NOON),
                calls(config));
    }

    private LanguageCalls calls(SmallRyeConfig config) {
        return new LanguageCalls(database, config.getConfigMapping(LanguageSettings.class), NOON);
    }

    private Map<String, String> withServer(String... more) {
        Map<String, String> keys = new HashMap<>();
        keys.put("whichday.language.base-url", server.baseUrl());
        keys.put("whichday.language.model.default", "some");
        for (int i = 0; i < more.length; i += 2) {
            keys.put(more[i], more[i + 1]);
        }
        return keys;
    }

    private static String answeredBy(Chooser chooser, Question<String> question) {
        return chooser.rank(question).by().name();
    }

    @Test
    void anyModelOfTheServerIsAskedToBeJudged() {
        Choosers choosers = choosers(withServer());
        choosers.chooser(READING, LOCAL, "Which?");
        assertThat(choosers.asking(READING, "ft:some::variant")).isPresent();
        choosers.asking(READING, "ft:some::variant").orElseThrow().rank(CLOSE);
        choosers.asking(READING).orElseThrow().rank(CLOSE);
        assertThat(server.received())
                .extracting(request -> request.body().path("model").asText())
                .containsExactly("ft:some::variant", "some");
        assertThat(choosers.asking(new Subtask("lost"), "some")).isEmpty();
        assertThat(choosers(Map.of()).asking(READING, "some")).isEmpty();
    }

    @Test
    void withoutConfigurationTheLocalChooserAnswers() {
        assertThat(answeredBy(choosers(Map.of()).chooser(READING, LOCAL, "Which day?"), CLOSE))
                .isEqualTo("reading/base-1");
    }

    @Test
    void aModelServerAloneChangesNothing() {
        assertThat(answeredBy(choosers(withServer()).chooser(READING, LOCAL, "Which day?"), CLOSE))
                .isEqualTo("reading/base-1");
        assertThat(server.received()).isEmpty();
    }

    @Test
    void theOwnerChangesTheEngineForTheNextQuestionAndForTheNextStart() {
        Choosers choosers = choosers(withServer());
        Chooser chooser = choosers.chooser(READING, LOCAL, "Which day?");
        assertThat(answeredBy(chooser, CLOSE)).isEqualTo("reading/base-1");
        choosers.choose("reading", Engine.LANGUAGE, Optional.of("my-lora"));
        assertThat(answeredBy(chooser, CLOSE)).isEqualTo("reading/language:my-lora");
        assertThat(answeredBy(choosers(withServer()).chooser(READING, LOCAL, "Which day?"), CLOSE))
                .isEqualTo("reading/language:my-lora");
        choosers.unchoose("reading");
        assertThat(answeredBy(chooser, CLOSE)).isEqualTo("reading/base-1");
    }

    @Test
    void whatTheOwnerChoseGoesBeforeTheConfiguration() {
        Choosers choosers = choosers(withServer("whichday.engine.reading", "language"));
        Chooser chooser = choosers.chooser(READING, LOCAL, "Which day?");
        assertThat(answeredBy(chooser, CLOSE)).isEqualTo("reading/language:some");
        choosers.choose("reading", Engine.LOCAL, Optional.empty());
        assertThat(answeredBy(chooser, CLOSE)).isEqualTo("reading/base-1");
        assertThat(choosers.subtasks()).singleElement().satisfies(answering -> {
            assertThat(answering.choice().chosen()).isTrue();
            assertThat(answering.local().version().name()).isEqualTo("reading/base-1");
        });
    }

    @Test
    void anEngineThatCannotWorkIsNotChosen() {
        Choosers choosers = choosers(Map.of());
        choosers.chooser(READING, LOCAL, "Which day?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> choosers.choose("reading", Engine.CASCADE, Optional.empty()))
                .withMessageStartingWith(
                        "The engine of reading can't be cascade: whichday.language.base-url is not set.");
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> choosers.choose("reeding", Engine.LOCAL, Optional.empty()))
                .withMessage("There is no subtask reeding.");
    }

    @Test
    void aCascadeAsksOnlyWhereTheLocalAnswerIsUnsureAndCountsTheRest() {
        Choosers choosers = choosers(withServer(
                "whichday.engine.reading", "cascade",
                "whichday.language.price.input", "10",
                "whichday.language.price.output", "20"));
        Chooser chooser = choosers.chooser(READING, LOCAL, "Which day?");
        Question<String> clear = new Question<>(
                READING,
                "clear",
                List.of(
                        new Option<>("s", "s", Features.builder().is("sure").build()),
                        new Option<>("o", "o", Features.none())));
        assertThat(answeredBy(chooser, clear)).isEqualTo("reading/base-1");
        assertThat(answeredBy(chooser, clear)).isEqualTo("reading/base-1");
        assertThat(answeredBy(chooser, CLOSE)).isEqualTo("reading/language:some");
        LanguageUsage usage = calls(Settings.of(Map.of())).today().get("reading");
        assertThat(usage.results()).isEqualTo(Map.of(LanguageCall.Result.ANSWERED, 1L));
        assertThat(usage.tokens()).isEqualTo(125);
        assertThat(usage.cost()).isEqualByComparingTo("0.0013");
        assertThat(usage.kept()).isEqualTo(2);
        assertThat(usage.tokensSaved()).isEqualTo(250);
        assertThat(usage.costSaved()).isEqualByComparingTo("0.0026");
        assertThat(usage.fellBack()).isZero();
    }

    @Test
    void theDaysBudgetHoldsAcrossARestart() {
        Map<String, String> keys =
                withServer("whichday.engine.reading", "language", "whichday.language.tokens-per-day", "260");
        assertThat(answeredBy(choosers(keys).chooser(READING, LOCAL, "Which day?"), CLOSE))
                .isEqualTo("reading/language:some");
        Choosers restarted = choosers(keys);
        Chooser chooser = restarted.chooser(READING, LOCAL, "Which day?");
        assertThat(answeredBy(chooser, CLOSE)).isEqualTo("reading/base-1");
        assertThat(server.received()).hasSize(1);
        assertThat(calls(Settings.of(Map.of())).today().get("reading").results())
                .containsEntry(LanguageCall.Result.BUDGET_SPENT, 1L);
        assertThat(calls(Settings.of(Map.of())).spentToday()).isEqualTo(125);
    }

    @Test
    void anEngineThatLacksItsServerOrModelIsRefusedInOneSentence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> choosers(Map.of("whichday.engine.reading", "cascade")))
                .withMessageStartingWith(
                        "whichday.engine.reading is cascade, but whichday.language.base-url is not set.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> choosers(Map.of(
                        "whichday.engine.reading", "language",
                        "whichday.language.base-url", "http://localhost:1/v1")))
                .withMessageContaining("no model is named for it. Set whichday.language.model.reading");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> choosers(Map.of(
                        "whichday.engine.reading", "language",
                        "whichday.language.model.default", "some",
                        "whichday.language.base-url", "localhost:11434")))
                .withMessageContaining("whichday.language.base-url is 'localhost:11434', which is no http");
    }

    @Test
    void aCascadeTrustsWhatCrossValidationFoundRightOftenEnough() {
        List<Policy.Judged> judged = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            judged.add(new Policy.Judged(1 - i / 100.0, 0.1, i < 60));
        }
        Provenance provenance = new Provenance(
                READING,
                new ModelVersion("reading/base-1"),
                Optional.empty(),
                List.of(),
                100,
                Map.of(),
                List.of(),
                Curves.reliability(judged),
                Curves.coverage(judged),
                NOON.instant());
        assertThat(Cascade.sure(Optional.of(provenance), 0.99)).isEqualTo(0.41, within(1e-9));
        assertThat(Cascade.sure(Optional.of(provenance), 0.8)).isEqualTo(0.26, within(1e-9));
        assertThat(Cascade.sure(Optional.of(provenance), 0.6)).isZero();
        assertThat(Cascade.sure(Optional.empty(), 0.9)).isEqualTo(0.8);
        assertThat(provenance.coverage()).hasSize(20);
        assertThat(provenance.reliability()).hasSize(10);
    }

    @Test
    void aWordWhenToComeBackIsSecondsOrADate() {
        assertThat(RetryAfter.after("120", null)).contains(Duration.ofSeconds(120));
        assertThat(RetryAfter.after("Tue, 06 May 2031 12:00:30 GMT", "Tue, 06 May 2031 12:00:00 GMT"))
                .contains(Duration.ofSeconds(30));
        assertThat(RetryAfter.after("Tue, 06 May 2031 11:00:00 GMT", "Tue, 06 May 2031 12:00:00 GMT"))
                .contains(Duration.ZERO);
        assertThat(RetryAfter.after("999999999", null)).contains(Duration.ofHours(1));
        assertThat(RetryAfter.after("soon", "Tue, 06 May 2031 12:00:00 GMT")).isEmpty();
        assertThat(RetryAfter.after(null, null)).isEmpty();
    }
}
