package app.whichday.calendar;

import java.util.Optional;

/**
 * A scheduling message (RFC 5546) about one event.
 *
 * @param organizer the organizer's address, lower-case; empty where missing
 * @param sequence the revision (RFC 5545 §3.8.7.4)
 * @param organizerName display name or address
 */
public record Invitation(Method method, Event event, int sequence, String organizer, Optional<String> organizerName) {
    /** What the message wants. */
    public enum Method {
        REQUEST,
        CANCEL,
        REPLY,
        PUBLISH
    }
}
