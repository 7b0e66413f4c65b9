package app.whichday.assistant;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the placeholders of a sample mail into days around now: <code>{{-2w 09:12 rfc}}</code> is the second working day
 * before today at 9:12, as a Date header; <code>{{+3d EEEE}}</code> the weekday of the third day from now.
 *
 * <p>Offsets count days ({@code d}), working days ({@code w}, Monday to Friday) or hours ({@code h}). {@code ask-sent} and
 * {@code ask} are a pair that makes "next Friday" a question whatever day it is: sent some days before a day of the same
 * week that is still to come.
 */
record SampleTemplate(LocalDateTime now, ZoneId zone) {
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\{\\{(ask-sent|ask|[+-]\\d{1,3}[dwh])(?: (\\d\\d:\\d\\d))? ([^}]{1,40})\\}\\}");
    private static final DateTimeFormatter DATE_HEADER =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH);

    /** @throws IllegalStateException for a placeholder that can't be read */
    String render(String template, String name) {
        Matcher matcher = PLACEHOLDER.matcher(template);
        String rendered = matcher.replaceAll(
                found -> Matcher.quoteReplacement(format(moment(found.group(1), found.group(2)), found.group(3))));
        if (rendered.contains("{{")) {
            throw new IllegalStateException("A placeholder of the sample mail " + name + " can't be read");
        }
        return rendered;
    }

    private String format(LocalDateTime moment, String pattern) {
        return pattern.equals("rfc")
                ? DATE_HEADER.format(moment.atZone(zone))
                : DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(moment);
    }

    private LocalDateTime moment(String offset, String time) {
        LocalDateTime shifted =
                switch (offset) {
                    case "ask" -> askedDay().atTime(now.toLocalTime());
                    case "ask-sent" -> askSent();
                    default -> shifted(offset);
                };
        return time == null ? shifted : earlier(shifted.toLocalDate().atTime(LocalTime.parse(time)), offset);
    }

    /** What was sent today was sent before now. */
    private LocalDateTime earlier(LocalDateTime moment, String offset) {
        return offset.equals("ask-sent") && moment.isAfter(now) ? now.minusHours(1) : moment;
    }

    private LocalDateTime shifted(String offset) {
        int count = Integer.parseInt(offset.substring(0, offset.length() - 1));
        return switch (offset.charAt(offset.length() - 1)) {
            case 'h' -> now.plusHours(count);
            case 'w' -> workingDays(count);
            default -> now.plusDays(count);
        };
    }

    private LocalDateTime workingDays(int count) {
        LocalDateTime day = now;
        for (int left = Math.abs(count); left > 0; ) {
            day = day.plusDays(Integer.signum(count));
            boolean works = day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
            left -= works ? 1 : 0;
        }
        return day;
    }

    /** Friday while it is two days away at least; then the coming weekend's last day; on Sundays the next Friday. */
    private LocalDate askedDay() {
        LocalDate today = now.toLocalDate();
        return switch (today.getDayOfWeek()) {
            case MONDAY, TUESDAY, WEDNESDAY, SUNDAY -> today.with(TemporalAdjusters.next(DayOfWeek.FRIDAY));
            case THURSDAY, FRIDAY, SATURDAY -> today.with(TemporalAdjusters.next(DayOfWeek.SUNDAY));
        };
    }

    /** The Monday of this week; on Sundays, when the question is about the week to come, today. */
    private LocalDateTime askSent() {
        return now.getDayOfWeek() == DayOfWeek.SUNDAY
                ? now.minusHours(2)
                : now.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
