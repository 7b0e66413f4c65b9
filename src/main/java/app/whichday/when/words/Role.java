package app.whichday.when.words;

/**
 * What a word can be in an expression of time. A word may play several roles ("may", "second", "sun"); each has a value where
 * one is needed: {@code WEEKDAY 5} is Friday.
 *
 * <p>A language's {@code words.txt} assigns them; the kinds of expressions and the joiner ask for roles, never for words.
 */
public enum Role {
    /** 1 Monday to 7 Sunday. */
    WEEKDAY,
    /** "Mondays", "freitags": every one of them. */
    WEEKDAYS,
    /** 1 to 12. */
    MONTH,
    NUMBER,
    ORDINAL,
    /** "st", "nd", "rd", "th" after a figure. */
    SUFFIX,
    /** The ordinal of {@link app.whichday.when.meaning.Unit}. */
    UNIT,
    /** The ordinal of {@link app.whichday.when.meaning.Part}. */
    PART,
    /** Days from the sent day: tomorrow is 1. */
    DAYWORD,
    THIS,
    NEXT,
    LAST,
    /** "coming", "upcoming". */
    COMING,
    /** "following": the next after what was spoken of. */
    FOLLOWING,
    /** 0 a.m., 1 p.m. */
    MERIDIEM,
    NOON,
    MIDNIGHT,
    OCLOCK,
    TO,
    AND,
    OR,
    FROM,
    BETWEEN,
    AT,
    ON,
    BY,
    OF,
    IN,
    THE,
    A,
    AGO,
    /** "hence", "later": so much after now. */
    HENCE,
    AFTER,
    BEFORE,
    SINCE,
    EVERY,
    HALF,
    /** "past" as in half past nine. */
    PAST,
    BUSINESS,
    START,
    MID,
    END,
    LATER,
    REST,
    ABOUT,
    /** "eod", "cob": 0 day, 1 week, 2 month, 3 quarter, 4 year. */
    CLOSING,
    /** The index of the zone in the language's table. */
    ZONE,
    /** May begin the name of a feast. */
    FEAST,
    SEASON,
    NOW,
    POSSESSIVE,
    /** "that", "same": what was spoken of. */
    TOPIC,
    /** "time" as in Houston time. */
    TIME,
    WORDYEAR,
    /** "week 31", "KW 47". */
    WEEKNUMBER,
    /** Begins what is left to natty. */
    NATTY,
    /** A writer's verb in a past form, or a word that points back. */
    THEN,
    /** A modal, or a word that points ahead. */
    AHEAD,
    /** A word of the present. */
    PRESENT,
    /** Ask, propose, invite. */
    SCHEDULING,
    NOT,
    /** Never part of an expression of time, though it looks like one. */
    NEVER;

    long bit() {
        return 1L << ordinal();
    }

    /** The set of the given roles. */
    public static long set(Role... roles) {
        long set = 0;
        for (Role role : roles) {
            set |= role.bit();
        }
        return set;
    }
}
