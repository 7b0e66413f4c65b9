package app.whichday.when;

import java.util.List;

/** Finds every expression of time in a text, and which day it means. */
public final class WhenReader {
    private WhenReader() {}

    /** The reader with the weights that ship with Whichday. */
    public static WhenReader base() {
        throw new UnsupportedOperationException("when");
    }

    public List<Expression> read(String text, Anchor anchor) {
        throw new UnsupportedOperationException("when");
    }
}
