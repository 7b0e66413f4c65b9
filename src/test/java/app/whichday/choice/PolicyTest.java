package app.whichday.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyTest {
    private static final Subtask WHICH = new Subtask("which");

    private static Ranking<Integer> ranking(double... probabilities) {
        List<Option<Integer>> options = new ArrayList<>();
        for (int i = 0; i < probabilities.length; i++) {
            options.add(new Option<>(i, "option " + i, Features.none()));
        }
        return Ranking.of(new Question<>(WHICH, "", options), probabilities, new ModelVersion("which/test"));
    }

    @Test
    void actsWhenLikelyEnoughAndAhead() {
        Policy policy = new Policy(0.6, 0.3);
        assertThat(policy.decide(ranking(0.2, 0.8))).isInstanceOf(Verdict.Act.class);
        assertThat(policy.decide(ranking(0.2, 0.8)).best().value()).isEqualTo(1);
        assertThat(policy.decide(ranking(0.45, 0.55))).isInstanceOf(Verdict.Ask.class);
        assertThat(policy.decide(ranking(0.62, 0.38))).isInstanceOf(Verdict.Ask.class);
    }

    @Test
    void anOnlyOptionIsNoQuestion() {
        assertThat(new Policy(1, 1).decide(ranking(1.0))).isInstanceOf(Verdict.Act.class);
    }

    @Test
    void asksBetweenTheTwoLikeliestAndAThirdOnlyWhereItIsLikely() {
        assertThat(((Verdict.Ask<Integer>) Policy.ask(ranking(0.04, 0.92, 0.04))).between())
                .extracting(Ranked::value)
                .containsExactly(1, 0);
        assertThat(((Verdict.Ask<Integer>) Policy.ask(ranking(0.3, 0.4, 0.2, 0.1))).between())
                .extracting(Ranked::value)
                .containsExactly(1, 0, 2);
    }

    @Test
    void theThresholdKeepsTheWrongRateOfAllQuestions() {
        List<Policy.Judged> judged = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            double probability = 0.5 + i / 200.0;
            // Wrong in every fifth of the lower half: 10 of 100.
            judged.add(new Policy.Judged(probability, 2 * probability - 1, i >= 50 || i % 5 != 0));
        }
        Policy policy = Policy.forWrongRate(judged, 0.03);
        List<Policy.Judged> acted = judged.stream()
                .filter(j -> j.probability() >= policy.probability() && j.margin() >= policy.margin())
                .toList();
        assertThat(acted.stream().filter(j -> !j.right())).hasSize(3);
        assertThat(acted).hasSize(100 - 31);
        assertThat(Policy.forWrongRate(judged, 0.10)).isEqualTo(Policy.NEVER_ASK);
    }

    @Test
    void nothingIsActedOnWhereEvenTheSurestAreWrong() {
        Policy policy = Policy.forWrongRate(List.of(new Policy.Judged(0.99, 0.98, false)), 0);
        assertThat(policy.decide(ranking(0.99, 0.01))).isInstanceOf(Verdict.Ask.class);
    }

    @Test
    void refusesWhatIsNoShare() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Policy(0.5, 1.5))
                .withMessage("A policy's margin is from 0 to 1, not 1.5");
    }
}
