package app.whichday.when;

import java.util.Map;
import java.util.Optional;

/**
 * What a reading tells of its writer, as {@link app.whichday.choice.Features#habits()} names it: that {@code figures} are
 * {@code day-first}, that an {@code hour 7} is {@code pm}, that a {@code next-weekday} is the one {@code ahead}.
 *
 * @param about what is written
 * @param meant what it means
 */
public record Habit(String about, String meant) {
    private static final String HOUR = "hour ";
    private static final String FIGURES = "figures";

    private static final Map<String, String> WEEKDAYS = Map.of(
            "this-weekday", "this Friday",
            "next-weekday", "next Friday",
            "last-weekday", "last Friday",
            "weekday-after-next", "the Friday after next",
            "weekday-before-last", "the Friday before last");

    private static final Map<String, String> WEEKS = Map.ofEntries(
            Map.entry("this", "this week’s"),
            Map.entry("ahead", "the coming one"),
            Map.entry("back", "the latest past"),
            Map.entry("next", "next week’s"),
            Map.entry("next+1", "that of the week after next"),
            Map.entry("last", "last week’s"),
            Map.entry("after-next", "the one after the coming"),
            Map.entry("after-next+1", "that of the week after next"),
            Map.entry("before-last", "the one before the latest past"),
            Map.entry("before-last-1", "that of the week before last"));

    /** Empty where the name tells nothing that one would say of a person: "Friday" means what its sentence says. */
    public static Optional<Habit> of(String name) {
        int at = name.indexOf('=');
        if (at < 0) {
            return Optional.empty();
        }
        Habit habit = new Habit(name.substring(0, at), name.substring(at + 1));
        boolean telling = habit.about.equals(FIGURES)
                || habit.about.startsWith(HOUR)
                || WEEKDAYS.containsKey(habit.about) && WEEKS.containsKey(habit.meant);
        return telling ? Optional.of(habit) : Optional.empty();
    }

    /** What is written, as in "“next Friday” is the coming one". */
    public String writes() {
        if (about.equals(FIGURES)) {
            return "“4/3”";
        }
        return about.startsWith(HOUR) ? "“at " + about.substring(HOUR.length()) + "”" : "“" + WEEKDAYS.get(about) + "”";
    }

    /** What it means. */
    public String means() {
        if (about.equals(FIGURES)) {
            return meant.equals("day-first") ? "4 March: the day first" : "3 April: the month first";
        }
        if (!about.startsWith(HOUR)) {
            return WEEKS.get(meant);
        }
        int hour = Integer.parseInt(about.substring(HOUR.length())) % 12 + (meant.equals("pm") ? 12 : 0);
        return (hour < 10 ? "0" : "") + hour + ":00";
    }
}
