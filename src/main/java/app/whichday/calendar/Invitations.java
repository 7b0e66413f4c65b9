package app.whichday.calendar;

import java.util.Optional;

/** Reads text/calendar parts of mails (RFC 6047). */
public final class Invitations {
    private Invitations() {}

    /** The invitation; empty where the text holds no single event that can be read. Never throws on bad input. */
    public static Optional<Invitation> read(String icalendar) {
        throw new UnsupportedOperationException("calendar");
    }
}
