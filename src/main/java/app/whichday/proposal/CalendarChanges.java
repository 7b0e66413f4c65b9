package app.whichday.proposal;

import app.whichday.calendar.Event;
import app.whichday.calendar.EventUid;
import app.whichday.calendar.Invitation;
import app.whichday.calendar.LocalCalendar;
import app.whichday.calendar.LocalCalendar.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What applying a proposal did to the calendar, event by event: enough to take it back exactly.
 *
 * @param changes in the order in which they were made
 */
record CalendarChanges(List<Change> changes) {
    /**
     * One event.
     *
     * @param before what stood in the calendar; empty where there was none
     * @param after what stands there now; empty where it was taken out
     */
    record Change(EventUid uid, Optional<Version> before, Optional<Version> after) {}

    CalendarChanges {
        changes = List.copyOf(changes);
    }

    static CalendarChanges none() {
        return new CalendarChanges(List.of());
    }

    /** Puts the event of the owner's own proposal into the calendar. */
    static CalendarChanges create(LocalCalendar calendar, Event event) {
        Recorder recorder = new Recorder(calendar);
        recorder.put(event);
        return recorder.changes();
    }

    /** Takes an event out that is called off; nothing where it is gone already. */
    static CalendarChanges cancel(LocalCalendar calendar, Event event) {
        Recorder recorder = new Recorder(calendar);
        recorder.remove(event.uid());
        return recorder.changes();
    }

    /** Makes the calendar say what the organizer says (RFC 5546 §3.2): at their sequence, or without the event. */
    static CalendarChanges follow(LocalCalendar calendar, Invitation invitation) {
        Recorder recorder = new Recorder(calendar);
        if (invitation.method() == Invitation.Method.CANCEL) {
            recorder.drop(invitation);
        } else {
            recorder.leaveOutOfSeries(invitation);
            recorder.put(new Version(invitation.event(), invitation.sequence()));
            invitation.changed().forEach(event -> recorder.put(new Version(event, invitation.sequence())));
        }
        return recorder.changes();
    }

    /** Takes the invitation's event out, where an earlier version of it was accepted. */
    static CalendarChanges decline(LocalCalendar calendar, Invitation invitation) {
        Recorder recorder = new Recorder(calendar);
        recorder.drop(invitation);
        return recorder.changes();
    }

    /** The event that stands in the calendar through this; empty where it only took out. */
    Optional<Event> applied(EventUid uid) {
        return changes.stream()
                .filter(change -> change.uid().equals(uid))
                .flatMap(change -> change.after().stream())
                .map(Version::event)
                .findFirst();
    }

    /** Whether the calendar still is as this left it. */
    boolean stand(LocalCalendar calendar) {
        return changes.stream()
                .allMatch(change -> calendar.version(change.uid()).equals(change.after()));
    }

    /** Puts the calendar back to what it was before. */
    void takeBack(LocalCalendar calendar) {
        changes.reversed()
                .forEach(change -> change.before().ifPresentOrElse(calendar::put, () -> calendar.remove(change.uid())));
    }

    /** Changes the calendar and writes down how. */
    private static final class Recorder {
        private final LocalCalendar calendar;
        private final List<Change> changes = new ArrayList<>();

        Recorder(LocalCalendar calendar) {
            this.calendar = calendar;
        }

        CalendarChanges changes() {
            return new CalendarChanges(changes);
        }

        void put(Event event) {
            Optional<Version> before = calendar.version(event.uid());
            put(new Version(event, before.map(version -> version.sequence() + 1).orElse(0)));
        }

        void put(Version version) {
            EventUid uid = version.event().uid();
            Optional<Version> before = calendar.version(uid);
            calendar.put(version);
            // As it reads from now on: the database keeps microseconds and seconds, not all that a draft may hold.
            changes.add(new Change(uid, before, calendar.version(uid)));
        }

        void drop(Invitation invitation) {
            leaveOutOfSeries(invitation);
            remove(invitation.event().uid());
            invitation.changed().forEach(event -> remove(event.uid()));
        }

        private void remove(EventUid uid) {
            calendar.version(uid).ifPresent(before -> {
                calendar.remove(uid);
                changes.add(new Change(uid, Optional.of(before), Optional.empty()));
            });
        }

        /** An instance that is moved or cancelled no longer takes place where the series' rule puts it. */
        void leaveOutOfSeries(Invitation invitation) {
            invitation.instance().ifPresent(instance -> calendar.version(instance.series())
                    .ifPresent(series ->
                            put(new Version(series.event().without(instance.originally()), series.sequence()))));
        }
    }
}
