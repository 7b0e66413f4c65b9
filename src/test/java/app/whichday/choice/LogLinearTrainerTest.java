package app.whichday.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LogLinearTrainerTest {
    private static final Subtask WEATHER = new Subtask("weather");
    private static final ModelVersion VERSION = new ModelVersion("weather/test");
    private static final LogLinearTrainer TRAINER = new LogLinearTrainer(0.5, 1, 100);

    /** Wet with the probability that the humidity says, so no model can be always right. */
    private static List<Example<String>> weather(int count, long seed) {
        Random random = new Random(seed);
        List<Example<String>> examples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double humidity = random.nextDouble() * 4 - 2;
            boolean wet = random.nextDouble() < 1 / (1 + Math.exp(-2 * humidity));
            Features context = Features.builder()
                    .is("humidity", humidity)
                    .is("day=", String.valueOf(i % 7))
                    .build();
            examples.add(Example.of(
                    new Question<>(
                            WEATHER,
                            "",
                            List.of(
                                    new Option<>(
                                            "dry",
                                            "dry",
                                            Features.builder()
                                                    .cross("dry", context)
                                                    .build()),
                                    new Option<>(
                                            "wet",
                                            "wet",
                                            Features.builder()
                                                    .cross("wet", context)
                                                    .build()))),
                    wet ? 1 : 0,
                    "place " + i % 23));
        }
        return examples;
    }

    @Test
    void learnsWhatTheExamplesSay() {
        LogLinearModel model = TRAINER.train(weather(3000, 1), VERSION);
        double wetter = model.weight(FeatureHash.of("wet&humidity")) - model.weight(FeatureHash.of("dry&humidity"));
        assertThat(wetter).isEqualTo(2, within(0.2));
        assertThat(model.weight(FeatureHash.of("wet&day=3"))).isEqualTo(0, within(0.2f));
    }

    @Test
    void theSameExamplesGiveTheSameBytes() {
        assertThat(LogLinearModelFile.bytes(TRAINER.train(weather(500, 2), weather(100, 3), VERSION)))
                .isEqualTo(LogLinearModelFile.bytes(TRAINER.train(weather(500, 2), weather(100, 3), VERSION)));
    }

    @Test
    void theGradientIsThatOfTheLoss() {
        List<Example<?>> examples = new ArrayList<>(weather(20, 4));
        Question<String> three = new Question<>(
                WEATHER,
                "",
                List.of(
                        new Option<>("a", "a", Features.builder().is("a", 2).build()),
                        new Option<>("b", "b", Features.builder().is("b").build()),
                        new Option<>(
                                "c", "c", Features.builder().is("a").is("b", -1).build())));
        examples.add(new Example<>(three, Set.of(0, 2), "x", 3));
        Columns columns = new Columns(examples, 1);
        CompiledExamples compiled = new CompiledExamples(examples, columns);
        double[] w = new Random(5).doubles(columns.size(), -1, 1).toArray();
        double[] gradient = new double[w.length];
        compiled.loss(w, gradient);
        for (int i = 0; i < w.length; i++) {
            double[] up = w.clone();
            double[] down = w.clone();
            up[i] += 1e-6;
            down[i] -= 1e-6;
            double slope = (compiled.loss(up, null) - compiled.loss(down, null)) / 2e-6;
            assertThat(gradient[i]).isEqualTo(slope, within(1e-4));
        }
    }

    @Test
    void whatIsRareOrTeachesNothingGetsNoWeight() {
        List<Example<String>> examples = new ArrayList<>(weather(50, 6));
        Option<String> once =
                new Option<>("once", "once", Features.builder().is("once").build());
        Option<String> other = new Option<>("other", "other", Features.none());
        examples.add(Example.of(new Question<>(WEATHER, "", List.of(once, other)), 0, "x"));
        examples.add(new Example<>(new Question<>(WEATHER, "", List.of(once, other)), Set.of(), "x", 1));
        assertThat(new LogLinearTrainer(0.5, 2, 50).train(examples, VERSION).weight(FeatureHash.of("once")))
                .isZero();
        assertThat(TRAINER.train(examples, VERSION).weight(FeatureHash.of("once")))
                .isPositive();
    }

    @Test
    void crossValidationKeepsGroupsTogetherAndIsHonest() {
        List<Example<String>> examples = weather(1500, 7);
        int[] folds = Folds.of(examples.stream().map(Example::group).toList(), 5);
        for (int i = 0; i < folds.length; i++) {
            assertThat(folds[i]).isBetween(0, 4).isEqualTo(folds[i % 23]);
        }
        CrossValidation<String> validation = CrossValidation.of(examples, 5, TRAINER);
        assertThat(validation.outcomes()).hasSameSizeAs(examples);
        assertThat(validation.outcomes().get(77).example()).isSameAs(examples.get(77));
        // The best that can be known of this weather is some 84 %.
        assertThat(validation.accuracy().value()).isBetween(0.78, 0.88);
        assertThat(Calibration.error(validation.outcomes())).isLessThan(0.05);
        assertThat(validation.temperature()).isEqualTo(1, within(0.2));
    }

    @Test
    void fewerGroupsThanFoldsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CrossValidation.of(weather(3, 1), 5, TRAINER))
                .withMessageStartingWith("Can't split 3 groups into 5 folds");
    }

    @Test
    void theTemperatureCoolsAnOverconfidentChooser() {
        List<Outcome<String>> outcomes = new ArrayList<>();
        List<Example<String>> examples = weather(100, 8);
        for (int i = 0; i < 100; i++) {
            Example<String> example = examples.get(i);
            int right = example.right().iterator().next();
            int chosen = i % 10 < 7 ? right : 1 - right;
            outcomes.add(new Outcome<>(example, chosen == 0 ? new double[] {0.99, 0.01} : new double[] {0.01, 0.99}));
        }
        assertThat(Calibration.error(outcomes)).isEqualTo(0.29, within(1e-9));
        double temperature = Calibration.temperature(outcomes);
        assertThat(temperature).isGreaterThan(3);
        List<Outcome<String>> cooled =
                outcomes.stream().map(o -> o.atTemperature(temperature)).toList();
        assertThat(Calibration.error(cooled)).isLessThan(0.001);
    }

    @Test
    void minimisesABananaShapedValley() {
        double[] x = {-1.2, 1};
        Lbfgs.minimise(
                (p, g) -> {
                    g[0] = -400 * p[0] * (p[1] - p[0] * p[0]) - 2 * (1 - p[0]);
                    g[1] = 200 * (p[1] - p[0] * p[0]);
                    return 100 * Math.pow(p[1] - p[0] * p[0], 2) + Math.pow(1 - p[0], 2);
                },
                x,
                200,
                5,
                p -> 0);
        assertThat(x[0]).isEqualTo(1, within(1e-2));
        assertThat(x[1]).isEqualTo(1, within(2e-2));
    }

    @Test
    void anExampleWhoseAnswerIsNoOptionIsRefused() {
        Question<String> question = weather(1, 1).getFirst().question();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Example.of(question, 2, "x"))
                .withMessage("An example of weather with 2 options can't have option 2 right");
    }
}
