package app.whichday.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.whichday.choice.Example;
import app.whichday.choice.Features;
import app.whichday.choice.Metric;
import app.whichday.choice.Option;
import app.whichday.choice.Outcome;
import app.whichday.choice.Question;
import app.whichday.choice.Subtask;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final Subtask TRIAGE = new Subtask("triage");

    private static Comparison compare(int both, int onlyFirst, int onlySecond) {
        int n = both + onlyFirst + onlySecond;
        boolean[] first = new boolean[n];
        boolean[] second = new boolean[n];
        for (int i = 0; i < n; i++) {
            first[i] = i < both + onlyFirst;
            second[i] = i < both || i >= both + onlyFirst;
        }
        List<String> groups =
                IntStream.range(0, n).mapToObj(i -> "owner-" + i % 40).toList();
        return Comparison.of("triage", "old", "new", first, second, groups, 7);
    }

    @Test
    void theSameAnswersDoNotDiffer() {
        Comparison same = compare(100, 0, 0);
        assertThat(same.p()).isEqualTo(1);
        assertThat(same.difference()).isZero();
        assertThat(same.verdict()).startsWith("No difference that could not be chance");
    }

    @Test
    void mcNemarsTestIsExact() {
        // Two-sided binomial: 2 * (1 + 10) / 2^10.
        assertThat(compare(90, 1, 9).p()).isEqualTo(22.0 / 1024, within(1e-12));
        assertThat(compare(90, 5, 5).p()).isEqualTo(1, within(1e-12));
    }

    @Test
    void aClearWinnerIsNamed() {
        Comparison clear = compare(100, 2, 30);
        assertThat(clear.verdict()).startsWith("new is better by 21.2 points; that is no chance");
        assertThat(clear.low()).isPositive();
        assertThat(compare(100, 30, 2).verdict()).startsWith("old is better");
    }

    @Test
    void theSameSeedDrawsTheSameMailboxes() {
        assertThat(compare(60, 10, 14)).isEqualTo(compare(60, 10, 14));
    }

    private enum Lane {
        WORK,
        PLAY
    }

    private static <V> Outcome<V> outcome(List<Option<V>> options, int right, int said, int owner) {
        double[] probabilities = new double[options.size()];
        probabilities[said] = 1;
        return new Outcome<>(Example.of(new Question<>(TRIAGE, "", options), right, "owner-" + owner), probabilities);
    }

    @Test
    void macroF1TakesEveryClassForAsMuch() {
        List<Option<Lane>> lanes = List.of(
                new Option<>(Lane.WORK, "work", Features.none()), new Option<>(Lane.PLAY, "play", Features.none()));
        List<Outcome<Lane>> outcomes = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            outcomes.add(outcome(lanes, 0, 0, i));
        }
        outcomes.add(outcome(lanes, 1, 0, 8));
        outcomes.add(outcome(lanes, 1, 1, 9));
        // work: 2*8/(9+8); play: 2*1/(1+2).
        Metric macro = F1.of(outcomes).getFirst();
        assertThat(macro.name()).isEqualTo("macro F1");
        assertThat(macro.value()).isEqualTo((16.0 / 17 + 2.0 / 3) / 2, within(1e-12));
        assertThat(macro.low()).isLessThan(macro.value());
    }

    @Test
    void whatIsRightlyNotFoundIsNoMerit() {
        List<Option<Boolean>> yesNo =
                List.of(new Option<>(true, "reply", Features.none()), new Option<>(false, "no reply", Features.none()));
        List<Outcome<Boolean>> outcomes = List.of(
                outcome(yesNo, 0, 0, 0), outcome(yesNo, 0, 1, 1), outcome(yesNo, 1, 1, 2), outcome(yesNo, 1, 1, 3));
        assertThat(F1.of(outcomes)).singleElement().satisfies(f1 -> {
            assertThat(f1.name()).isEqualTo("F1");
            assertThat(f1.value()).isEqualTo(2.0 / 3, within(1e-12));
        });
    }

    @Test
    void optionsThatAreNoClassesHaveNoF1() {
        List<Option<String>> days =
                List.of(new Option<>("7th", "7th", Features.none()), new Option<>("14th", "14th", Features.none()));
        assertThat(F1.of(List.of(outcome(days, 0, 0, 0)))).isEmpty();
    }
}
