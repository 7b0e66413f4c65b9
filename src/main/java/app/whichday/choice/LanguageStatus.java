package app.whichday.choice;

import java.util.Optional;

/**
 * How it stands with the model server.
 *
 * @param server its address; empty where none is configured
 * @param spent tokens of today (UTC), in and out
 * @param budget tokens a day may use; 0 for no limit
 * @param currency of the prices
 */
public record LanguageStatus(LanguageState state, Optional<String> server, long spent, long budget, String currency) {}
