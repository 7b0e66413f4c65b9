package app.whichday.choice;

import org.jspecify.annotations.Nullable;

/**
 * Whose habit a feature tells of. The models that ship know nobody, so they have no weights for such features; an owner's
 * decisions teach them, from the narrowest that fits to the widest.
 */
public enum Scope {
    PERSON,
    /** All who write from one organisation's domain. */
    HOUSE,
    /** A mailing list. */
    LIST,
    /** Whoever writes to this owner. */
    EVERYBODY;

    /** Stands in the low bits of a habit's hash, so that a feature kept without its name still tells its scope. */
    private static final long MARK = 0x57d4;

    private static final int BITS = 16;
    private static final long SCOPES = 0b11;

    private static final Scope[] ALL = values();

    /** A name's hash, marked: 48 of its bits are left to tell one habit from another. */
    long mark(long hash) {
        return hash << BITS | MARK | ordinal();
    }

    /** Null for a feature that is nobody's habit. One in 16,384 others has the mark by chance, and is learned as a habit. */
    static @Nullable Scope of(long hash) {
        return (hash & (1 << BITS) - 1 & ~SCOPES) == MARK ? ALL[(int) (hash & SCOPES)] : null;
    }
}
