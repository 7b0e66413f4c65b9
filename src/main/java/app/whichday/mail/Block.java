package app.whichday.mail;

import java.util.Optional;

/**
 * A stretch of a mail's body by one writer. Blocks don't overlap and stand in order; attribution lines and quoted
 * header blocks belong to no block.
 *
 * @param level 0 for the mail's own text, 1 for what it quotes or forwards, 2 for what that quotes…
 * @param begin first character in {@link Mail#body}
 * @param end one past the last
 * @param writer empty where the mail doesn't tell
 * @param sent empty where the mail doesn't tell
 */
public record Block(Kind kind, int level, int begin, int end, Optional<Address> writer, Optional<SentTime> sent) {
    /** What the stretch is. */
    public enum Kind {
        NEW,
        QUOTED,
        FORWARDED,
        SIGNATURE
    }

    public Block {
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("Not a block: [" + begin + ", " + end + ")");
        }
    }
}
