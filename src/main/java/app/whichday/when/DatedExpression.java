package app.whichday.when;

import app.whichday.mail.Block;

/**
 * An expression in a mail.
 *
 * @param block where it stands; it was resolved against that block's sent time and zone
 * @param expression its span counts in {@link app.whichday.mail.Mail#body}
 */
public record DatedExpression(Block block, Expression expression) {}
