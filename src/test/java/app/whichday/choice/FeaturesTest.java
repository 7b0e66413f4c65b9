package app.whichday.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class FeaturesTest {
    @Test
    void aNameInTwoPiecesIsTheSameFeature() {
        Features whole = Features.builder().is("word=call").is("a&word=call", 2).build();
        Features pieces =
                Features.builder().is("word=", "call").is("a&wo", "rd=call", 2).build();
        for (int i = 0; i < 2; i++) {
            assertThat(pieces.hash(i)).isEqualTo(whole.hash(i));
            assertThat(pieces.name(i)).isEqualTo(whole.name(i));
            assertThat(pieces.value(i)).isEqualTo(whole.value(i));
        }
    }

    @Test
    void aConjunctionHasNoOrderButIsNeitherOfItsParts() {
        assertThat(FeatureHash.of("a&b&c")).isEqualTo(FeatureHash.of("c&a&b"));
        assertThat(FeatureHash.of("a&b"))
                .isNotEqualTo(FeatureHash.of("ab"))
                .isNotEqualTo(FeatureHash.of("a"))
                .isNotEqualTo(FeatureHash.of("b"));
    }

    @Test
    void crossingConjoinsEachFeatureOfTheContextWithTheAttribute() {
        Features context =
                Features.builder().is("tense=", "past").is("distance", 0.5).build();
        Features crossed =
                Features.builder().is("own").cross("week=last", context).build();

        assertThat(crossed).hasToString("[own week=last&tense=past week=last&distance:0.5]");
        assertThat(crossed.hash(1)).isEqualTo(FeatureHash.of("tense=past&week=last"));
        Features twice = Features.builder().cross("kind=call", crossed).build();
        assertThat(twice.name(1)).isEqualTo("kind=call&week=last&tense=past");
        assertThat(twice.hash(1)).isEqualTo(FeatureHash.of(twice.name(1)));
    }

    @Test
    void growsAsNeeded() {
        Features.Builder builder = Features.builder();
        for (int i = 0; i < 1000; i++) {
            builder.is("n", String.valueOf(i), i);
        }
        Features features = builder.cross("x", single("y")).build();
        assertThat(features.size()).isEqualTo(1001);
        assertThat(features.name(999)).isEqualTo("n999");
        assertThat(features.value(999)).isEqualTo(999);
        assertThat(features.name(1000)).isEqualTo("x&y");
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Features.builder().is("length=", "short", Double.NaN))
                .withMessage("Feature length=short must be finite, not NaN");
    }

    @Test
    void aBuilderIsSpentOnceBuilt() {
        Features.Builder builder = Features.builder().is("a");
        builder.build();
        assertThatIllegalStateException().isThrownBy(() -> builder.is("late"));
    }

    private static Features single(String name) {
        return Features.builder().is(name).build();
    }
}
