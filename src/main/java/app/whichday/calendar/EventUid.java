package app.whichday.calendar;

/** An event's UID (RFC 5545 §3.8.4.7): the same over all its versions and in all calendars. */
public record EventUid(String value) {
    public EventUid {
        if (value.isBlank()) {
            throw new IllegalArgumentException("An event needs a UID");
        }
    }
}
