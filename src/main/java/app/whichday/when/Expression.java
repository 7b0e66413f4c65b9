package app.whichday.when;

import app.whichday.choice.Ranking;
import app.whichday.choice.Verdict;

/**
 * A span of text that points at time.
 *
 * @param text the words at the span
 * @param ranking all readings that a person could mean, the likeliest first
 * @param verdict clear enough, or a question to the owner
 * @param recurring "every Tuesday": the readings are its next occurrence
 * @param conflict the words contradict each other ("Friday the 15th" when the 15th is a Thursday)
 */
public record Expression(
        Span span,
        String text,
        Ranking<Reading> ranking,
        Verdict<Reading> verdict,
        boolean recurring,
        boolean conflict) {
    public Reading best() {
        return verdict.best().value();
    }

    /** The same expression in a text in which its own text starts at {@code offset}. */
    public Expression shiftedBy(int offset) {
        return new Expression(
                new Span(span.begin() + offset, span.end() + offset), text, ranking, verdict, recurring, conflict);
    }
}
