package app.whichday.proposal;

/**
 * Where in the mail it is said.
 *
 * @param begin first character of the phrase that carries the date, in the mail's body
 * @param end one past its last
 * @param phrase the words there; empty for an invitation that came as a calendar part
 */
public record Evidence(int begin, int end, String phrase) {}
