package app.whichday.cli;

/**
 * What {@code doctor} found out about one thing.
 *
 * @param about what was looked at, in a word or two
 * @param text what was seen; of a problem, a sentence that says how to mend it as well
 */
record Finding(String about, Kind kind, String text) {
    enum Kind {
        OK,
        /** Works, but is perhaps not what was meant. */
        NOTE,
        PROBLEM
    }

    static Finding ok(String about, String text) {
        return new Finding(about, Kind.OK, text);
    }

    static Finding note(String about, String text) {
        return new Finding(about, Kind.NOTE, text);
    }

    static Finding problem(String about, String text) {
        return new Finding(about, Kind.PROBLEM, text);
    }
}
