package app.whichday.account;

/** Identifies an IMAP account. */
public record ImapAccountId(long value) {}
