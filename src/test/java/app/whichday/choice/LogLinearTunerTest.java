package app.whichday.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogLinearTunerTest {
    private static final Subtask TEA = new Subtask("tea");
    private static final ModelVersion VERSION = new ModelVersion("tea/own");
    private static final double NEVER = Double.POSITIVE_INFINITY;
    private static final Prior HABITS = new Prior(0.1, 0.3, 0.15, 2, NEVER);

    /** Most take milk: four in five. Scores are halved by the temperature. */
    private static final LogLinearModel BASE = LogLinearModel.of(
                    new ModelVersion("tea/base"), Map.of("milk", 2 * Math.log(4), "rain&milk", 0.5))
            .withTemperature(2);

    private static Circle person(String email) {
        String house = email.substring(email.indexOf('@') + 1);
        return Circle.of(Map.of(Scope.PERSON, email, Scope.HOUSE, house));
    }

    private static Question<String> question(Circle circle) {
        return new Question<>(
                TEA,
                "",
                List.of(
                        new Option<>(
                                "milk",
                                "milk",
                                Features.builder()
                                        .is("milk")
                                        .habit(circle, "takes ", "milk", 1)
                                        .build()),
                        new Option<>(
                                "lemon",
                                "lemon",
                                Features.builder()
                                        .is("lemon")
                                        .habit(circle, "takes ", "lemon", 1)
                                        .build())));
    }

    private static List<Example<String>> corrections(String email, int count) {
        List<Example<String>> examples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            examples.add(Example.of(question(person(email)), 1, "thread " + i));
        }
        return examples;
    }

    private static double lemon(LogLinearModel model, String email) {
        return new LogLinearChooser(model).probabilities(question(person(email)))[1];
    }

    @Test
    void oneCorrectionIsEnoughForThePersonAndSaysLessOfTheirHouseAndLittleOfStrangers() {
        LogLinearModel model = new LogLinearTuner(BASE, corrections("ana@choir.example", 1)).tune(HABITS, VERSION);
        double person = lemon(model, "ana@choir.example");
        double house = lemon(model, "bo@choir.example");
        double stranger = lemon(model, "cleo@works.example");
        assertThat(lemon(BASE, "ana@choir.example")).isEqualTo(0.2, within(1e-6));
        assertThat(person).isGreaterThan(0.6);
        assertThat(house).isBetween(0.21, person - 0.1);
        assertThat(stranger).isBetween(0.2, house - 0.02);
    }

    @Test
    void moreCorrectionsMakeItSurer() {
        double before = 0;
        for (int count = 1; count <= 4; count++) {
            double now = lemon(
                    new LogLinearTuner(BASE, corrections("ana@choir.example", count)).tune(HABITS, VERSION),
                    "ana@choir.example");
            assertThat(now).isGreaterThan(before);
            before = now;
        }
        assertThat(before).isGreaterThan(0.85);
    }

    @Test
    void whatTheExamplesDontTellOfStaysToTheBit() {
        LogLinearModel model = new LogLinearTuner(BASE, corrections("ana@choir.example", 3)).tune(HABITS, VERSION);
        assertThat(model.weight(FeatureHash.of("milk"))).isEqualTo(BASE.weight(FeatureHash.of("milk")));
        assertThat(model.weight(FeatureHash.of("rain&milk"))).isEqualTo(BASE.weight(FeatureHash.of("rain&milk")));
        assertThat(model.temperature()).isEqualTo(BASE.temperature());
    }

    @Test
    void withoutExamplesTheModelIsTheOneItStartsFrom() {
        LogLinearModel model = new LogLinearTuner(BASE, List.of()).tune(HABITS, BASE.version());
        assertThat(LogLinearModelFile.bytes(model)).isEqualTo(LogLinearModelFile.bytes(BASE));
    }

    @Test
    void wordsMoveOnlyWhereTheyMay() {
        List<Example<String>> examples = corrections("ana@choir.example", 5);
        Prior words = new Prior(NEVER, NEVER, NEVER, NEVER, 1);
        LogLinearModel model = new LogLinearTuner(BASE, examples).tune(words, VERSION);
        assertThat(model.weight(FeatureHash.of("milk"))).isLessThan(BASE.weight(FeatureHash.of("milk")));
        assertThat(lemon(model, "stranger@works.example")).isGreaterThan(0.4);
    }

    @Test
    void theSameExamplesGiveTheSameBits() {
        byte[] first = LogLinearModelFile.bytes(
                new LogLinearTuner(BASE, corrections("ana@choir.example", 3)).tune(HABITS, VERSION));
        byte[] second = LogLinearModelFile.bytes(
                new LogLinearTuner(BASE, corrections("ana@choir.example", 3)).tune(HABITS, VERSION));
        assertThat(second).isEqualTo(first);
    }

    @Test
    void habitsAreLearnedFromFeaturesThatWereKeptWithoutNames() {
        List<Example<Integer>> kept = new ArrayList<>();
        for (Example<String> example : corrections("ana@choir.example", 2)) {
            List<Option<Integer>> options = new ArrayList<>();
            for (Option<String> option : example.question().options()) {
                Features features = FeatureBytes.read(FeatureBytes.of(option.features()));
                options.add(new Option<>(options.size(), option.label(), features));
            }
            kept.add(Example.of(new Question<>(TEA, "", options), 1, example.group()));
        }
        assertThat(lemon(new LogLinearTuner(BASE, kept).tune(HABITS, VERSION), "ana@choir.example"))
                .isGreaterThan(0.6);
    }

    @Test
    void modelsForEverybodyHaveNoHabits() {
        LogLinearModel model = new LogLinearTrainer(0.5, 1, 50).train(corrections("ana@choir.example", 20), VERSION);
        assertThat(model.size()).isEqualTo(2);
        assertThat(lemon(model, "ana@choir.example")).isEqualTo(lemon(model, "cleo@works.example"));
    }

    @Test
    void habitsAreNamedByScopeAndNeverByWhoseTheyAre() {
        Features features = Features.builder()
                .habit(person("ana@choir.example"), "takes ", "lemon", 1)
                .build();
        assertThat(features).hasToString("[person: takes lemon house: takes lemon everybody: takes lemon]");
    }

    @Test
    void addressesAreTheSameInCapitals() {
        Features small = Features.builder()
                .habit(person("ana@choir.example"), "takes ", "lemon", 1)
                .build();
        Features capital = Features.builder()
                .habit(person("Ana@Choir.Example"), "takes ", "lemon", 1)
                .build();
        assertThat(capital.hash(0)).isEqualTo(small.hash(0));
    }

    @Test
    void nobodyHasNoHabits() {
        Features features =
                Features.builder().habit(Circle.NOBODY, "takes ", "lemon", 1).build();
        assertThat(features.size()).isZero();
    }

    @Test
    void ofHashesOfOtherFeaturesHardlyAnyPassesForAHabit() {
        int habits = 0;
        for (int i = 0; i < 100_000; i++) {
            habits += Scope.of(FeatureHash.of("word=" + i)) == null ? 0 : 1;
        }
        assertThat(habits).isLessThan(30);
    }

    @Test
    void aPriorWithoutStrengthIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Prior(0, 1, 1, 1, 1))
                .withMessageContaining("above 0, not 0.0");
    }

    @Test
    void anExamTellsWhatEachModelGotRight() {
        List<Example<String>> examples = corrections("ana@choir.example", 3);
        Exam exam = new Exam(examples);
        LogLinearModel own = new LogLinearTuner(BASE, examples).tune(HABITS, VERSION);
        assertThat(exam.sit(BASE).count()).isZero();
        assertThat(exam.sit(own).count()).isEqualTo(3);
        assertThat(exam.sit(own).loss()).isEqualTo(-3 * Math.log(lemon(own, "ana@choir.example")), within(1e-3));
    }
}
