package app.whichday.when.en;

import static org.assertj.core.api.Assertions.assertThat;

import app.whichday.choice.Circle;
import app.whichday.when.Diary;
import app.whichday.when.meaning.DayReading;
import app.whichday.when.meaning.Kind;
import app.whichday.when.meaning.Language;
import app.whichday.when.meaning.Match;
import app.whichday.when.meaning.Scene;
import app.whichday.when.words.Words;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What natty knows and none of our kinds does, with natty's answer on Wednesday, 15 May 2024. */
class LeftToNattyTest {
    private static final Language ENGLISH = English.language();
    private static final Scene SCENE = new Scene(
            LocalDateTime.of(2024, 5, 15, 9, 30),
            ZoneOffset.UTC,
            false,
            false,
            "US",
            null,
            Circle.NOBODY,
            List.of(),
            Diary.NONE);

    @ParameterizedTest
    @CsvSource({
        "kwanzaa, 2024-12-26",
        "final thursday in april 2025, 2025-04-24",
        "final friday of june, 2024-06-28",
        "final monday in september, 2024-09-30"
    })
    void onlyNattyReadsIt(String text, LocalDate day) {
        Words words = Words.of(text, 0, text.length(), ENGLISH.lexicon());
        for (Kind kind : English.KINDS) {
            Match match = (kind.first() & words.roles(0)) == 0 ? null : kind.at(words, 0, ENGLISH);
            if (kind instanceof LeftToNatty) {
                assertThat(match).as("natty's reading of " + text).isNotNull();
                assertThat(match.day().readings(SCENE))
                        .extracting(DayReading::start)
                        .first()
                        .isEqualTo(day);
                assertThat(match.end()).isEqualTo(words.size());
            } else {
                assertThat(match)
                        .as(kind.getClass().getSimpleName() + " reading " + text)
                        .isNull();
            }
        }
    }
}
