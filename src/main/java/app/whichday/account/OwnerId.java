package app.whichday.account;

/** Identifies an owner. */
public record OwnerId(long value) {}
