package app.whichday.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FeatureBytesTest {
    private static final Features FEATURES = Features.builder()
            .is("side=", "ahead")
            .is("far", 0.5)
            .cross("ahead", Features.builder().is("tense=past").build())
            .build();

    @Test
    void whatIsReadBackWeighsTheSame() {
        LogLinearModel model = LogLinearModel.of(
                new ModelVersion("test"), Map.of("side=ahead", 1.5, "far", -2.0, "ahead&tense=past", 0.25));
        assertThat(model.score(FeatureBytes.read(FeatureBytes.of(FEATURES)))).isEqualTo(model.score(FEATURES));
    }

    @Test
    void namesAreNotKept() {
        assertThat(FeatureBytes.read(FeatureBytes.of(FEATURES)).toString()).doesNotContain("tense");
    }

    @Test
    void otherBytesAreRefused() {
        assertThatThrownBy(() -> FeatureBytes.read(new byte[7])).isInstanceOf(IllegalArgumentException.class);
    }
}
