package app.whichday.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreadKeysTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Lunch on Friday?             | lunch on friday?
            Re: Lunch on Friday?         | lunch on friday?
            RE:  Lunch   on Friday?      | lunch on friday?
            Re[2]: AW: Lunch on Friday?  | lunch on friday?
            Fwd: Re: Lunch on Friday?    | lunch on friday?
            SV: Lunch on Friday?         | lunch on friday?
            Reminder: Lunch on Friday?   | reminder: lunch on friday?
            Lunch: re: Friday            | lunch: re: friday
            12:30 lunch                  | 12:30 lunch
            """)
    void marksOfAnsweringDontCount(String subject, String bare) {
        assertThat(ThreadKeys.bare(subject)).isEqualTo(bare);
    }

    @Test
    void anAnswerHasThePairOfWhatItAnswersTheOtherWayRound() {
        ThreadKeys first = ThreadKeys.of(
                SampleMail.from("ada").to("ben", "cy").subject("Lunch").mail());
        ThreadKeys answer = ThreadKeys.of(
                SampleMail.from("ben").to("ada").subject("Re: Lunch").mail());
        assertThat(first.subjects()).hasSize(2).containsAll(answer.subjects());
        assertThat(first.reply()).isFalse();
        assertThat(answer.reply()).isTrue();
    }

    @Test
    void whatNamesOthersByIdHasNoNeedOfItsSubject() {
        ThreadKeys keys = ThreadKeys.of(SampleMail.from("ben")
                .to("ada")
                .subject("Re: Lunch")
                .answering("root", "parent")
                .mail());
        assertThat(keys.ids()).hasSize(3);
        assertThat(keys.subjects()).isEmpty();
    }

    @Test
    void onlyTheNearestOfVeryManyReferencesCount() {
        String[] references = new String[5000];
        for (int i = 0; i < references.length; i++) {
            references[i] = "r" + i;
        }
        ThreadKeys keys =
                ThreadKeys.of(SampleMail.from("ben").answering(references).mail());
        assertThat(keys.ids()).hasSize(101);
    }
}
