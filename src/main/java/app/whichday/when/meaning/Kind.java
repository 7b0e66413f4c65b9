package app.whichday.when.meaning;

import app.whichday.when.words.Role;
import app.whichday.when.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * One kind of expression, "in three weeks". It is offered every token that can begin one and says how far the expression
 * reaches and what it means. It looks ahead a bounded number of tokens, so that reading stays linear in the text.
 */
public interface Kind {
    /** The roles of words that can begin one; see {@link Role#set}. */
    long first();

    /** Whether figures can begin one. */
    default boolean figures() {
        return false;
    }

    /** Whether one can stand inside another: "a week from <em>Tuesday</em>". Such a kind asks for no inner day itself. */
    default boolean simple() {
        return true;
    }

    /** What begins at token {@code i}, or null. */
    @Nullable
    Match at(Words words, int i, Language language);
}
