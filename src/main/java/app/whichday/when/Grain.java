package app.whichday.when;

/** How finely an expression points at time. */
public enum Grain {
    MINUTE,
    HOUR,
    /** A part of a day: morning, tonight, end of business. Start is the day, at 00:00. */
    PART,
    DAY,
    WEEKEND,
    WEEK,
    MONTH,
    QUARTER,
    YEAR
}
