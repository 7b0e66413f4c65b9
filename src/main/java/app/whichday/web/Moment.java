package app.whichday.web;

import java.util.Optional;

/**
 * An event's time in words.
 *
 * @param day "Friday 14 November 2025"
 * @param clock "15:00–16:00", "15:00", "all day"
 * @param zone "Europe/Berlin"; empty for all-day events
 * @param atHome the same on the owner's clock, where that shows another time
 * @param howFar "in 3 days"
 * @param date the first day for a date input
 * @param time the start for a time input; empty for all-day events
 * @param lastDate the last day, inclusive
 */
record Moment(
        Leaf leaf,
        String day,
        String clock,
        String zone,
        Optional<String> atHome,
        String howFar,
        String date,
        String time,
        String lastDate) {
    /** A leaf of a calendar: "Fri", "14", "Nov" (with the year where it isn't this one). */
    record Leaf(String weekday, String number, String month, boolean weekend) {}

    /** "Friday 14 November 2025, 15:00–16:00, Europe/Berlin". */
    public String inFull() {
        return day + ", " + clock + (zone.isEmpty() ? "" : ", " + zone);
    }
}
