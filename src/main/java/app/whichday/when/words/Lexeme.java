package app.whichday.when.words;

import java.util.Arrays;

/** A word that a language knows: its roles, each with a value. Immutable once its lexicon is built. */
public final class Lexeme {
    private final String word;
    private long roles;
    private final int[] values = new int[Role.values().length];

    Lexeme(String word) {
        this.word = word;
    }

    void add(Role role, int value) {
        roles |= role.bit();
        values[role.ordinal()] = value;
    }

    public String word() {
        return word;
    }

    public long roles() {
        return roles;
    }

    public boolean is(Role role) {
        return (roles & role.bit()) != 0;
    }

    public int value(Role role) {
        return values[role.ordinal()];
    }

    @Override
    public String toString() {
        return word + Arrays.toString(values);
    }
}
