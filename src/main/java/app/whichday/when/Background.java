package app.whichday.when;

import java.time.LocalDate;
import java.util.List;

/**
 * What is known from around a text: dates that the subject, the mail replied to or another part of the mail name in full. Vaguer
 * words ("Thursday", "the 27th", "that day") often mean one of them.
 *
 * @param named the nearest part's first; few
 */
public record Background(List<LocalDate> named) {
    public static final Background NONE = new Background(List.of());

    public Background {
        named = List.copyOf(named);
    }
}
