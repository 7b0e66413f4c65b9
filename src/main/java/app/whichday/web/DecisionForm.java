package app.whichday.web;

import app.whichday.account.Refused;
import app.whichday.calendar.EventTime;
import app.whichday.proposal.Decision;
import app.whichday.proposal.Proposal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Reads the owner's decision as a form or a script sends it. */
final class DecisionForm {
    /** For an event that had whole days until the owner gave it a clock time. */
    private static final Duration DEFAULT_LENGTH = Duration.ofHours(1);

    private DecisionForm() {}

    /**
     * @param decision "confirm", "candidate:1" (an index), "other-time", "decline", "dismiss:NOT_SAID" (a reason), "undo"
     * @param date of "other-time": 2025-11-14
     * @param time of "other-time": 15:00, or empty for the whole day
     * @param zone of the owner, for events that had none
     * @throws Refused when it can't be read; the field is decision, date or time
     */
    static Decision read(String decision, String date, String time, Proposal proposal, ZoneId zone) {
        int colon = decision.indexOf(':');
        String word = colon < 0 ? decision : decision.substring(0, colon);
        String detail = colon < 0 ? "" : decision.substring(colon + 1);
        return switch (word) {
            case "confirm" -> new Decision.Confirm();
            case "candidate" -> new Decision.OtherTime(candidate(detail, proposal));
            case "other-time" -> new Decision.OtherTime(otherTime(date, time, proposal, zone));
            case "decline" -> new Decision.Decline();
            case "dismiss" -> new Decision.Dismiss(reason(detail));
            case "undo" -> new Decision.Undo();
            default ->
                throw new Refused(
                        "decision",
                        "“" + word + "” is no decision; use confirm, candidate, other-time, decline, dismiss or undo.");
        };
    }

    private static EventTime candidate(String index, Proposal proposal) {
        int count = proposal.draft().candidates().size();
        try {
            return proposal.draft().candidates().get(Integer.parseInt(index)).time();
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new Refused(
                    "decision",
                    "“candidate:" + index + "” names no reading; this proposal has " + count + ", counted from 0.");
        }
    }

    private static Decision.Dismiss.Reason reason(String reason) {
        for (Decision.Dismiss.Reason known : Decision.Dismiss.Reason.values()) {
            if (known.name().equals(reason)) {
                return known;
            }
        }
        throw new Refused(
                "decision",
                "“" + reason
                        + "” is no reason; use dismiss: with NOT_SAID, NOT_AN_EVENT, ALREADY_THERE or NOT_FOR_ME.");
    }

    private static EventTime otherTime(String date, String time, Proposal proposal, ZoneId zone) {
        EventTime until = proposal.draft().action().event().time();
        LocalDate day = day(date);
        if (time.isBlank()) {
            long days = until instanceof EventTime.AllDay allDay
                    ? ChronoUnit.DAYS.between(allDay.first(), allDay.end())
                    : 1;
            return new EventTime.AllDay(day, day.plusDays(days));
        }
        LocalTime clock = clock(time);
        return switch (until) {
            case EventTime.Timed timed ->
                new EventTime.Timed(day.atTime(clock).atZone(timed.start().getZone()), timed.length());
            case EventTime.AllDay ignored ->
                new EventTime.Timed(day.atTime(clock).atZone(zone), DEFAULT_LENGTH);
        };
    }

    private static LocalDate day(String date) {
        try {
            return LocalDate.parse(date);
        } catch (DateTimeException e) {
            throw new Refused(
                    "date",
                    date.isBlank() ? "Choose a day." : "“" + date + "” is not a day; write it like 2025-11-14.");
        }
    }

    private static LocalTime clock(String time) {
        try {
            return LocalTime.parse(time);
        } catch (DateTimeException e) {
            throw new Refused("time", "“" + time + "” is not a time; write it like 15:00, or leave it empty.");
        }
    }
}
