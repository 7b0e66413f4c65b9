package app.whichday.triage;

/** What a mail is to its owner; exactly one. */
public enum Category {
    /** A person wrote it and expects the owner to reply, decide or do something. */
    RESPOND,
    /** It arranges, moves, confirms or cancels a meeting; wins over RESPOND where that is its main matter. */
    MEETING,
    /** A person wrote it for information; nothing is expected. */
    FYI,
    /** A machine, a system or an official announcement to all. */
    NOTIFICATION,
    /** Bulk: newsletters, marketing, digests. */
    NEWSLETTER,
    /** Spam, or empty of content. */
    JUNK
}
