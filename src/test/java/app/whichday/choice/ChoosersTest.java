package app.whichday.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChoosersTest {
    private static final Subtask READING = new Subtask("reading");
    private static final Chooser LOCAL =
            new LogLinearChooser(LogLinearModel.of(new ModelVersion("reading/base-1"), Map.of("sure", 5.0)));

    private static Choosers choosers(Map<String, String> configuration) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(EngineSettings.class)
                .withMapping(LanguageSettings.class)
                .withDefaultValues(configuration)
                .build();
        return new Choosers(
                config.getConfigMapping(EngineSettings.class),
                config.getConfigMapping(LanguageSettings.class),
                new LanguageUsage());
    }

    @Test
    void withoutConfigurationTheLocalChooserAnswers() {
        assertThat(choosers(Map.of()).chooser(READING, LOCAL, "Which day?")).isSameAs(LOCAL);
    }

    @Test
    void aModelServerAloneChangesNothing() {
        assertThat(choosers(Map.of(
                                "whichday.language.base-url", "http://localhost:1/v1",
                                "whichday.language.model.default", "some"))
                        .chooser(READING, LOCAL, "Which day?"))
                .isSameAs(LOCAL);
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
                .withMessageStartingWith("whichday.language.base-url is 'localhost:11434', which is no http");
    }

    @Test
    void aCascadeAsksOnlyWhereTheLocalAnswerIsUnsure() {
        List<String> asked = new ArrayList<>();
        Chooser language = new Chooser() {
            @Override
            public <T> Ranking<T> rank(Question<T> question) {
                asked.add(question.context());
                return Ranking.of(question, new double[] {0.1, 0.9}, new ModelVersion("reading/language:some"));
            }
        };
        Option<String> sure =
                new Option<>("sure", "sure", Features.builder().is("sure").build());
        Option<String> other = new Option<>("other", "other", Features.none());
        Chooser cascade = new CascadeChooser(LOCAL, language, new Policy(0.8, 0));

        assertThat(cascade.rank(new Question<>(READING, "clear", List.of(sure, other)))
                        .by()
                        .name())
                .isEqualTo("reading/base-1");
        assertThat(cascade.rank(new Question<>(READING, "close", List.of(sure, sure)))
                        .by()
                        .name())
                .isEqualTo("reading/language:some");
        assertThat(asked).containsExactly("close");
    }

    @Test
    void usageIsSummedBySubtask() {
        LanguageUsage usage = new LanguageUsage();
        usage.accept(new LanguageCall(READING, "m", LanguageCall.Result.ANSWERED, Duration.ofMillis(200), 100, 5));
        usage.accept(new LanguageCall(READING, "m", LanguageCall.Result.TIMED_OUT, Duration.ofMillis(800), 0, 0));
        LanguageUsage.Total total = usage.totals().get("reading");
        assertThat(total.calls()).isEqualTo(2);
        assertThat(total.fellBack()).isEqualTo(1);
        assertThat(total.took()).isEqualTo(Duration.ofSeconds(1));
        assertThat(total.inputTokens()).isEqualTo(100);
    }
}
