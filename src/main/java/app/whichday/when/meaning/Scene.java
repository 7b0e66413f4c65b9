package app.whichday.when.meaning;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What an expression is read against.
 *
 * @param now when it was written, in the writer's zone
 * @param dayFirst 3/4 is the third of April
 * @param country ISO 3166 code in capitals, empty where unknown: whose holidays count
 * @param topic the day that was spoken of last, for "that day" and "the following week"
 */
public record Scene(
        LocalDateTime now,
        boolean dayFirst,
        String country,
        @Nullable LocalDate topic) {
    public LocalDate today() {
        return now.toLocalDate();
    }

    public Scene at(LocalDate day) {
        return new Scene(day.atStartOfDay(), dayFirst, country, topic);
    }

    public Scene about(LocalDate day) {
        return new Scene(now, dayFirst, country, day);
    }
}
