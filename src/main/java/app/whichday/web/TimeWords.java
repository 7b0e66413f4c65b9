package app.whichday.web;

import app.whichday.calendar.EventTime;
import app.whichday.mail.SentTime;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * Times as the pages say them, seen by the owner at one moment: "Friday 14 November 2025", "in 3 days". The month is always a
 * word, so that no reader can take the day for it.
 */
record TimeWords(Instant now, ZoneId zone) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_DAY_YEAR =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", Locale.ENGLISH);
    private static final DateTimeFormatter LEAF_WEEKDAY = DateTimeFormatter.ofPattern("EEE", Locale.ENGLISH);
    private static final DateTimeFormatter LEAF_MONTH = DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);
    private static final DateTimeFormatter LEAF_MONTH_YEAR = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

    LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    /** "Friday 14 November 2025". */
    String day(LocalDate day) {
        return day.format(DAY);
    }

    /** "Friday". */
    String weekday(LocalDate day) {
        return day.format(WEEKDAY);
    }

    /** "Fri 14 Nov", with the year where it isn't this one. */
    String shortDay(LocalDate day) {
        return day.format(day.getYear() == today().getYear() ? SHORT_DAY : SHORT_DAY_YEAR);
    }

    /** "15:00". */
    String clock(LocalTime time) {
        return time.format(CLOCK);
    }

    /** "today", "tomorrow", "in 3 days", "in 2 weeks", "5 days ago". */
    String howFar(LocalDate day) {
        long days = ChronoUnit.DAYS.between(today(), day);
        if (days == 0) {
            return "today";
        }
        if (days == 1) {
            return "tomorrow";
        }
        if (days == -1) {
            return "yesterday";
        }
        String much = amount(Math.abs(days));
        return days > 0 ? "in " + much : much + " ago";
    }

    private static String amount(long days) {
        if (days < 14 || days < 60 && days % 7 != 0) {
            return days + " days";
        }
        if (days < 60) {
            return days / 7 + " weeks";
        }
        long months = Math.round(days / 30.44);
        return months < 24 ? months + " months" : Math.round(days / 365.25) + " years";
    }

    /** When a mail was sent, in the owner's zone: "today, 09:12", "Mon 3 Nov, 09:12". */
    String sent(SentTime sent) {
        ZonedDateTime there = sent.instant(zone).atZone(zone);
        LocalDate day = there.toLocalDate();
        String date = day.equals(today()) ? "today" : day.equals(today().minusDays(1)) ? "yesterday" : shortDay(day);
        return date + ", " + clock(there.toLocalTime());
    }

    /** When a mail was sent, in full, as its writer's clock showed it: "Monday 3 November 2025, 09:12 (-05:00)". */
    String sentInFull(SentTime sent) {
        return day(sent.local().toLocalDate())
                + ", "
                + clock(sent.local().toLocalTime())
                + sent.zone().map(told -> " (" + told + ")").orElse("");
    }

    /** "1 hour", "1 hour 30 minutes", "45 minutes". */
    static String length(Duration length) {
        long days = length.toDays();
        int hours = length.toHoursPart();
        int minutes = length.toMinutesPart();
        StringBuilder words = new StringBuilder();
        append(words, days, "day");
        append(words, hours, "hour");
        append(words, minutes, "minute");
        return words.isEmpty() ? "no length" : words.toString();
    }

    private static void append(StringBuilder words, long count, String unit) {
        if (count > 0) {
            words.append(words.isEmpty() ? "" : " ")
                    .append(count)
                    .append(' ')
                    .append(unit)
                    .append(count == 1 ? "" : "s");
        }
    }

    /** An event's time, ready to be shown. */
    Moment moment(EventTime time) {
        return switch (time) {
            case EventTime.Timed timed -> timed(timed);
            case EventTime.AllDay allDay -> allDay(allDay);
        };
    }

    private Moment timed(EventTime.Timed timed) {
        LocalDateTime start = timed.start().toLocalDateTime();
        LocalDateTime end = timed.end().toLocalDateTime();
        String clock = clock(start.toLocalTime());
        if (!timed.length().isZero()) {
            boolean sameDay = start.toLocalDate().equals(end.toLocalDate());
            clock += "–" + (sameDay ? "" : shortDay(end.toLocalDate()) + " ") + clock(end.toLocalTime());
        }
        return new Moment(
                leaf(start.toLocalDate()),
                day(start.toLocalDate()),
                clock,
                timed.start().getZone().getId(),
                atHome(timed.start()),
                howFar(timed.start().withZoneSameInstant(zone).toLocalDate()),
                start.toLocalDate().toString(),
                clock(start.toLocalTime()),
                end.toLocalDate().toString());
    }

    /** The same instant on the owner's clock, where the event's zone has another. */
    private Optional<String> atHome(ZonedDateTime start) {
        ZonedDateTime home = start.withZoneSameInstant(zone);
        if (home.toLocalDateTime().equals(start.toLocalDateTime())) {
            return Optional.empty();
        }
        String day = home.toLocalDate().equals(start.toLocalDate()) ? "" : shortDay(home.toLocalDate()) + " ";
        return Optional.of(day + clock(home.toLocalTime()) + " in " + zone.getId());
    }

    private Moment allDay(EventTime.AllDay allDay) {
        LocalDate last = allDay.end().minusDays(1);
        boolean one = last.equals(allDay.first());
        return new Moment(
                leaf(allDay.first()),
                one ? day(allDay.first()) : shortDay(allDay.first()) + " to " + day(last),
                "all day",
                "",
                Optional.empty(),
                howFar(allDay.first()),
                allDay.first().toString(),
                "",
                last.toString());
    }

    /** The same time on the owner's clock. */
    EventTime atHome(EventTime time) {
        return switch (time) {
            case EventTime.Timed timed -> new EventTime.Timed(timed.start().withZoneSameInstant(zone), timed.length());
            case EventTime.AllDay allDay -> allDay;
        };
    }

    Moment.Leaf leaf(LocalDate day) {
        boolean thisYear = day.getYear() == today().getYear();
        return new Moment.Leaf(
                day.format(LEAF_WEEKDAY),
                Integer.toString(day.getDayOfMonth()),
                day.format(thisYear ? LEAF_MONTH : LEAF_MONTH_YEAR),
                day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY);
    }
}
