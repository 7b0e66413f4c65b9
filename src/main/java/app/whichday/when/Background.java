package app.whichday.when;

import app.whichday.choice.Circle;
import app.whichday.choice.Scope;
import app.whichday.mail.Address;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known from around a text: dates that the subject, the mail replied to or another part of the mail name in full. Vaguer
 * words ("Thursday", "the 27th", "that day") often mean one of them.
 *
 * @param named the nearest part's first; few
 * @param writer whose habits count; empty where nobody's do
 * @param sentInferred the text doesn't tell when it was sent, the anchor is that of what quotes it: its days are less sure
 * @param diary what stands in the owner's calendar near the text; {@link Diary#NONE} where that isn't known
 */
public record Background(List<LocalDate> named, Optional<Address> writer, boolean sentInferred, Diary diary) {
    public static final Background NONE = new Background(List.of(), Optional.empty(), false, Diary.NONE);

    public Background {
        named = List.copyOf(named);
    }

    /** Of a text by somebody, where nothing else is known. */
    public static Background by(Address writer) {
        return new Background(List.of(), Optional.of(writer), false, Diary.NONE);
    }

    Circle circle() {
        if (writer.isEmpty() || writer.get().email().isEmpty()) {
            return Circle.NOBODY;
        }
        Map<Scope, String> members = new EnumMap<>(Scope.class);
        members.put(Scope.PERSON, writer.get().email());
        writer.get().house().ifPresent(house -> members.put(Scope.HOUSE, house));
        return Circle.of(members);
    }
}
