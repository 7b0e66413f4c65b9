package app.whichday.when.meaning;

/** The word that points: "next Friday". */
public enum Deixis {
    NONE,
    THIS,
    NEXT,
    LAST,
    /** "this coming Friday". */
    COMING,
    /** "this past Friday". */
    PAST,
    /** "the Friday after next". */
    AFTER_NEXT,
    /** "the Friday before last". */
    BEFORE_LAST
}
