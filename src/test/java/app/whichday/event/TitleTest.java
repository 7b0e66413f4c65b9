package app.whichday.event;

import static org.assertj.core.api.Assertions.assertThat;

import app.whichday.event.EventDraft.Action;
import app.whichday.event.EventDraft.Kind;
import app.whichday.mail.Sentence;
import java.util.List;
import org.junit.jupiter.api.Test;

class TitleTest {
    private static final List<String> ANNA = List.of("Anna Berg");

    @Test
    void theSubjectSaysItWithoutItsMarks() {
        assertThat(Title.clean("Re: AW: [team] Budget 2026?")).isEqualTo("Budget 2026");
        assertThat(Title.clean("Fwd: Re[2]: Harbour tour")).isEqualTo("Harbour tour");
        assertThat(title("Re: Harbour tour", "Shall we meet on Friday?")).isEqualTo("Harbour tour");
    }

    @Test
    void anEmptySubjectGivesWayToWhatTheSentenceIsAbout() {
        assertThat(title("Question", "Can we have a call about the new pumps on Friday?"))
                .isEqualTo("Call: the new pumps");
    }

    @Test
    void withoutATopicItIsTheKindAndWithWhom() {
        assertThat(title("Lunch?", "Are you free on Friday?")).isEqualTo("Lunch with Anna Berg");
        assertThat(title("", "Shall we meet on Friday?")).isEqualTo("Meeting with Anna Berg");
    }

    @Test
    void aDeadlineIsNamedByWhatIsDue() {
        assertThat(deadline("Please send me the signed contract by Friday", "Friday"))
                .isEqualTo("Send me the signed contract");
        assertThat(deadline("The report is due on Friday", "Friday")).isEqualTo("The report");
        assertThat(deadline("By Friday", "Friday")).isEqualTo("Contract");
    }

    private static String title(String subject, String sentence) {
        Kind kind = Kinds.of(Sentence.words(sentence));
        return Title.of(Action.CREATE, kind, subject, sentence, sentence.indexOf("Friday"), ANNA);
    }

    private static String deadline(String sentence, String date) {
        return Title.of(Action.DEADLINE, Kind.OTHER, "Contract", sentence, sentence.indexOf(date), ANNA);
    }
}
