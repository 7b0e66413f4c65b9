package app.whichday.choice;

/**
 * What a feature added to an option's score.
 *
 * @param contribution in log-odds, temperature applied; positive speaks for the option
 */
public record Reason(String feature, double contribution) {}
