package app.whichday.when.meaning;

import app.whichday.choice.Circle;
import app.whichday.when.Diary;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an expression is read against.
 *
 * @param now when it was written, in the writer's zone
 * @param zone the writer's: tells what an ambiguous "CST" or "IST" means
 * @param dayFirst 3/4 is the third of April
 * @param proven whether other dates of the text prove that order
 * @param country ISO 3166 code in capitals, empty where unknown: whose holidays count
 * @param topic the day that was spoken of last, for "that day" and "the following week"
 * @param circle whose habits count
 * @param named dates that other words in and around the text name in full; few
 * @param diary what stands in the owner's calendar near the text
 */
public record Scene(
        LocalDateTime now,
        ZoneId zone,
        boolean dayFirst,
        boolean proven,
        String country,
        @Nullable LocalDate topic,
        Circle circle,
        List<LocalDate> named,
        Diary diary) {
    public Scene {
        named = List.copyOf(named);
    }

    public LocalDate today() {
        return now.toLocalDate();
    }

    public Scene at(LocalDate day) {
        return new Scene(day.atStartOfDay(), zone, dayFirst, proven, country, topic, circle, named, diary);
    }

    /** What "that day" points back to: what was spoken of last, else the first date named around the text. */
    public @Nullable LocalDate spokenOf() {
        return topic != null || named.isEmpty() ? topic : named.getFirst();
    }

    public Scene naming(List<LocalDate> others) {
        return new Scene(now, zone, dayFirst, proven, country, topic, circle, others, diary);
    }

    /** Other dates of the text can be read in one order only. */
    public Scene ordered(boolean dayFirst) {
        return new Scene(now, zone, dayFirst, true, country, topic, circle, named, diary);
    }

    public Scene about(LocalDate day) {
        return new Scene(now, zone, dayFirst, proven, country, day, circle, named, diary);
    }
}
