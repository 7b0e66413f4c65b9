package app.whichday.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.whichday.assistant.MailReading.DateMark;
import app.whichday.mail.Mail;
import app.whichday.proposal.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PassageTest {
    private final TimeWords words = new TimeWords(SampleWorld.NOW, SampleWorld.BERLIN);

    private Passage around(Mail mail, String phrase) {
        int begin = mail.body().indexOf(phrase);
        return Passage.around(mail, new Evidence(begin, begin + phrase.length(), phrase), words);
    }

    private static String text(Passage passage) {
        return passage.pieces().stream().map(Piece::text).collect(Collectors.joining());
    }

    @Test
    void aShortMailIsShownWhole() {
        Mail mail = Letter.from("Ben Adler", "Lunch", "2025-11-04T18:12")
                .says("Lunch on Friday?")
                .mail();
        Passage passage = around(mail, "Friday");
        assertThat(text(passage).strip()).isEqualTo("Lunch on Friday?");
        assertThat(passage.cutBefore()).isFalse();
        assertThat(passage.cutAfter()).isFalse();
        assertThat(passage.pieces())
                .filteredOn(Piece::isEvidence)
                .extracting(Piece::text)
                .containsExactly("Friday");
    }

    @Test
    void aLongMailIsCutToTheLinesAroundThePhrase() {
        String filler = "Some line that says nothing of interest.\n".repeat(20);
        Mail mail = Letter.from("Ben Adler", "Lunch", "2025-11-04T18:12")
                .says(filler + "Lunch on Friday?\n" + filler)
                .mail();
        Passage passage = around(mail, "Friday");
        assertThat(text(passage).lines()).hasSize(5).contains("Lunch on Friday?");
        assertThat(passage.cutBefore()).isTrue();
        assertThat(passage.cutAfter()).isTrue();
    }

    @Test
    void oneEndlessLineIsCutAtWords() {
        String filler = "word ".repeat(5000);
        Mail mail = Letter.from("Ben Adler", "Lunch", "2025-11-04T18:12")
                .says(filler + "Lunch on Friday? " + filler)
                .mail();
        String text = text(around(mail, "Friday"));
        assertThat(text).contains("Lunch on Friday?").hasSizeLessThan(700);
    }

    @Test
    void wrappedLinesFlowAndBlankOnesGo() {
        Mail mail = Letter.from("Ben Adler", "Lunch", "2025-11-04T18:12")
                .says(
                        "Hi,\n\nit has been far too long since we sat down together, so lunch\non Friday at the usual place?\n\nBen")
                .mail();
        assertThat(text(around(mail, "on Friday")).replaceAll(" +", " ").strip())
                .isEqualTo(
                        "Hi,\n it has been far too long since we sat down together, so lunch on Friday at the usual place?\n Ben");
    }

    @Test
    void quotedTextSaysWhoWroteItAndLosesItsPrefixes() {
        Mail mail = Letter.from("Ben Adler", "Re: Lunch", "2025-11-04T18:12")
                .says("Fine.")
                .quotes("Alice Winter", "2025-11-03T16:02", "Lunch tomorrow?\nOr later.")
                .mail();
        Passage passage = around(mail, "tomorrow");
        assertThat(passage.source()).contains("Quoted from Alice Winter, Mon 3 Nov, 16:02");
        assertThat(text(passage))
                .doesNotContain(">")
                .contains("Lunch tomorrow?")
                .doesNotContain("Fine");
    }

    @Test
    void anInvitationWithoutPhraseShowsTheFirstLines() {
        Mail mail = Letter.from("Elif Demir", "Invitation", "2025-11-04T14:30")
                .says("One\nTwo\nThree\nFour\nFive\nSix")
                .mail();
        assertThat(text(Passage.around(mail, new Evidence(0, 0, ""), words)))
                .startsWith("One")
                .doesNotContain("Six");
    }

    @Test
    void evidenceOutsideTheBodyIsNotShownAndBreaksNothing() {
        Mail mail =
                Letter.from("Ben Adler", "Lunch", "2025-11-04T18:12").says("Hi").mail();
        assertThat(Passage.around(mail, new Evidence(5, 9000, "x"), words).pieces())
                .noneMatch(Piece::isEvidence);
    }

    @Test
    void marksThatOverlapTheEvidenceGiveWay() {
        List<Piece> pieces = Piece.cut(
                "see you Friday at 3 ok",
                100,
                List.of(new DateMark(108, 114, "Friday", false), new DateMark(100, 103, "see", false)),
                Optional.of(new Evidence(108, 119, "Friday at 3")));
        assertThat(pieces).extracting(Piece::text).containsExactly("see", " you ", "Friday at 3", " ok");
    }

    @Test
    void theWholeMailKeepsTheLinesThatIntroduceAQuote() {
        Mail mail = Letter.from("Ben Adler", "Re: Lunch", "2025-11-04T18:12")
                .says("Fine.")
                .quotes("Alice Winter", "2025-11-03T16:02", "Lunch tomorrow?")
                .signs("Ben")
                .mail();
        List<BlockView> blocks = BlockView.of(mail, List.of(), Optional.empty(), words);
        assertThat(blocks)
                .extracting(BlockView::kind)
                .containsExactly(BlockView.Kind.NEW, BlockView.Kind.QUOTED, BlockView.Kind.SIGNATURE);
        assertThat(blocks.get(1).attribution()).isEqualTo("On 2025-11-03T16:02, Alice Winter wrote:");
        assertThat(blocks.get(1).label()).isEqualTo("Quoted from Alice Winter, Mon 3 Nov, 16:02");
    }
}
