package app.whichday.when;

import java.time.LocalDate;
import java.util.List;

/**
 * What is known from around a text: dates that the subject, the mail replied to or another part of the mail name in full. Vaguer
 * words ("Thursday", "the 27th", "that day") often mean one of them.
 *
 * @param named the nearest part's first; few
 * @param sentInferred the text doesn't tell when it was sent, the anchor is that of what quotes it: its days are less sure
 */
public record Background(List<LocalDate> named, boolean sentInferred) {
    public static final Background NONE = new Background(List.of(), false);

    public Background {
        named = List.copyOf(named);
    }
}
