package app.whichday.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * A DATE or DATE-TIME value (RFC 5545 §3.3.4 and §3.3.5): {@code 20251114}, {@code 20251114T150000},
 * {@code 20251114T140000Z}; also without seconds and with ISO 8601's hyphens and colons, which some senders write.
 *
 * @param local the date and time as written; midnight for a date
 * @param dated no time is written
 * @param utc a Z is written
 */
record DateValue(LocalDateTime local, boolean dated, boolean utc) {
    /** Outside of these years nobody has an appointment, and some arithmetic has no answer. */
    private static final int FIRST_YEAR = 1600;

    private static final int LAST_YEAR = 2500;
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuuMMddHHmm", Locale.ROOT);

    /** Empty where it is no such value, or in no year that anybody means. */
    static Optional<DateValue> parse(String value) {
        String text = value.strip().toUpperCase(Locale.ROOT);
        if (text.length() > 24) {
            return Optional.empty();
        }
        boolean utc = text.endsWith("Z");
        String digits = text.substring(0, text.length() - (utc ? 1 : 0)).replaceAll("[-:T]", "");
        try {
            boolean dated = digits.length() == 8;
            LocalDateTime local =
                    switch (digits.length()) {
                        case 8 ->
                            LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE)
                                    .atStartOfDay();
                        case 12 -> LocalDateTime.parse(digits, MINUTES);
                        default -> LocalDateTime.parse(digits, SECONDS);
                    };
            return local.getYear() < FIRST_YEAR || local.getYear() > LAST_YEAR
                    ? Optional.empty()
                    : Optional.of(new DateValue(local, dated, utc));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    LocalDate date() {
        return local.toLocalDate();
    }
}
