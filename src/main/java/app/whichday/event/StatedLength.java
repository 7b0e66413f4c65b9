package app.whichday.event;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long it lasts, where a sentence says so.
 *
 * <p>"for 30 minutes" → 30 min; "half an hour" → 30 min; "a 2-hour session" → 2 h; "in 30 minutes" → nothing: that is when,
 * not how long.
 */
final class StatedLength {
    private static final Pattern LENGTH = Pattern.compile(
            "(?:\\b([\\p{L}]{1,12}) )?\\b(half an|one and a half|an?|one|two|three|four|eine halbe|eine|ein|zwei|drei|\\d{1,3}(?:[.,]5)?)[ -]?"
                    + "(minutes?|mins?|minuten|hours?|hrs?|h|stunden?)\\b");
    private static final Set<String> NOT_HOW_LONG =
            Set.of("in", "within", "every", "last", "past", "next", "after", "before", "than", "about every");
    private static final Map<String, Double> NUMBERS = Map.ofEntries(
            Map.entry("a", 1.0),
            Map.entry("an", 1.0),
            Map.entry("one", 1.0),
            Map.entry("two", 2.0),
            Map.entry("three", 3.0),
            Map.entry("four", 4.0),
            Map.entry("half an", 0.5),
            Map.entry("one and a half", 1.5),
            Map.entry("eine halbe", 0.5),
            Map.entry("eine", 1.0),
            Map.entry("ein", 1.0),
            Map.entry("zwei", 2.0),
            Map.entry("drei", 3.0));
    private static final Duration LONGEST = Duration.ofHours(12);

    private StatedLength() {}

    static Optional<Duration> in(String sentence) {
        Matcher matcher = LENGTH.matcher(sentence.toLowerCase(Locale.ROOT).replace('\n', ' '));
        while (matcher.find()) {
            if (matcher.group(1) == null || !NOT_HOW_LONG.contains(matcher.group(1))) {
                boolean half =
                        "half".equals(matcher.group(1)) && matcher.group(2).startsWith("a");
                Duration length = length(half ? "half an" : matcher.group(2), matcher.group(3));
                if (!length.isZero() && length.compareTo(LONGEST) <= 0) {
                    return Optional.of(length);
                }
            }
        }
        return Optional.empty();
    }

    private static Duration length(String number, String unit) {
        Double word = NUMBERS.get(number);
        double count = word != null ? word : Double.parseDouble(number.replace(',', '.'));
        long minutes = Math.round(unit.startsWith("m") ? count : count * 60);
        return Duration.ofMinutes(minutes);
    }
}
