package app.whichday.proposal;

import app.whichday.calendar.EventTime;

/**
 * A time that the phrase may mean.
 *
 * @param convention "this week's", "next week's", "the latest past"
 */
public record Candidate(EventTime time, String convention, double probability) {}
