package app.whichday.mail;

/**
 * Something of a mail that was not read, and why; shown with the mail.
 *
 * @param what the part, as "attachment report.pdf (52 MB)"
 * @param why as "larger than 1 MB"
 */
public record Skipped(String what, String why) {}
