package app.whichday.triage;

import app.whichday.choice.Ranking;

/**
 * A mail sorted.
 *
 * @param needsReply whether the owner would be expected to write back
 */
public record Triage(Ranking<Category> category, Ranking<Boolean> needsReply) {}
