package app.whichday.event;

import app.whichday.account.Owner;
import app.whichday.mail.Block;
import app.whichday.mail.Mail;
import app.whichday.mail.Sentence;
import app.whichday.when.DatedExpression;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A mail cut up for the questions about it.
 *
 * @param sentences of the mail's own text and of what it quotes or forwards directly
 * @param terms of each sentence
 * @param starts times to come, each as often as it is told
 * @param subject its words
 */
record Seen(
        Mail mail,
        Owner owner,
        List<Sentence> sentences,
        List<String[]> terms,
        List<Start> starts,
        Set<String> subject) {
    static Seen of(Mail mail, Owner owner, List<DatedExpression> dates) {
        List<Sentence> sentences =
                Sentence.of(mail, block -> block.kind() != Block.Kind.SIGNATURE && block.level() <= 1);
        List<String[]> terms = new ArrayList<>(sentences.size());
        sentences.forEach(sentence -> terms.add(Terms.of(sentence.words())));
        return new Seen(
                mail,
                owner,
                sentences,
                terms,
                Starts.in(mail, sentences, dates),
                new HashSet<>(List.of(Sentence.words(mail.subject()).strip().split(" "))));
    }

    String[] termsOf(Start start) {
        return terms.get(start.sentence());
    }

    Sentence sentenceOf(Start start) {
        return sentences.get(start.sentence());
    }

    /** Those of the sentence before; null where there is none. */
    String @Nullable [] termsBefore(Start start) {
        return start.sentence() == 0 ? null : terms.get(start.sentence() - 1);
    }
}
