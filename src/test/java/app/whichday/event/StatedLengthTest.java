package app.whichday.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatedLengthTest {
    @ParameterizedTest
    @CsvSource({
        "30, Can we talk for 30 minutes?",
        "30, Half an hour is enough",
        "30, a 30-minute call",
        "60, It takes about an hour",
        "90, for 1.5 hours",
        "90, for 90 min",
        "120, a two hour session",
        "60, etwa eine Stunde",
        "30, eine halbe Stunde"
    })
    void itIsAsLongAsTheWordsSay(int minutes, String sentence) {
        assertThat(StatedLength.in(sentence)).contains(Duration.ofMinutes(minutes));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'll call you in 30 minutes",
                "please answer within 2 hours",
                "it was fixed in the last hour",
                "open 24 hours",
                "room 30, minutes attached"
            })
    void whenAndHowOftenAreNoLengths(String sentence) {
        assertThat(StatedLength.in(sentence)).isEmpty();
    }
}
