package app.whichday.when;

import static org.assertj.core.api.Assertions.assertThat;

import app.whichday.choice.Chooser;
import app.whichday.choice.LogLinearChooser;
import app.whichday.choice.LogLinearModelFile;
import app.whichday.choice.Question;
import app.whichday.choice.Ranking;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What a person, or a language model, is told when it is asked which day. */
class WordingTest {
    /** Wednesday 5 November 2025, 09:30 in Berlin. */
    private static final Anchor SENT =
            new Anchor(Instant.parse("2025-11-05T08:30:00Z"), ZoneId.of("Europe/Berlin"), Locale.UK);

    private final List<Question<?>> asked = new ArrayList<>();

    /** Answers as the shipped model does, and remembers what it was asked. */
    private final class Listening implements Chooser {
        private final Chooser shipped = new LogLinearChooser(LogLinearModelFile.resource("/when/reading.model"));

        @Override
        public <T> Ranking<T> rank(Question<T> question) {
            asked.add(question);
            return shipped.rank(question);
        }
    }

    private Question<?> question(String text) {
        WhenReader.with(new Listening()).read(text, SENT);
        assertThat(asked).hasSize(1);
        return asked.getFirst();
    }

    @Test
    void theContextTellsWhenItWasSentAndMarksTheExpression() {
        assertThat(question("Can we meet next Friday at 3?").context())
                .isEqualTo("Sent Wednesday 5 November 2025, 09:30: Can we meet [[next Friday at 3]]?");
    }

    @Test
    void ofALongTextOnlyWhatStandsAroundIsTold() {
        String context = question("So it goes. ".repeat(50) + "See you on Friday. " + "And so on. ".repeat(50))
                .context();
        assertThat(context)
                .contains("…", "See you on [[Friday]]. And")
                .hasSizeLessThan(420)
                .endsWith("…");
    }

    @Test
    void optionsAreSpelledOutWithTheirConvention() {
        assertThat(question("Can we meet next Friday from 3pm to 4pm?").options())
                .extracting(option -> option.label())
                .contains(
                        "Friday 7 November 2025, 15:00 to 16:00: the coming one",
                        "Friday 14 November 2025, 15:00 to 16:00: next week's");
    }
}
