package app.whichday.when;

import app.whichday.mail.Address;
import app.whichday.mail.Sentence;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What stands in the owner's calendar around the time at which a text was written. Who speaks of "our call on Friday" often means
 * one of these.
 *
 * @param shared with the writer or another recipient
 * @param others without any of them; a text may still name one by its words
 * @param subject the words of the mail's subject, in lower case
 */
public record Diary(List<Appointment> shared, List<Appointment> others, Set<String> subject) {
    public static final Diary NONE = new Diary(List.of(), List.of(), Set.of());

    /** How far around a text appointments count: further away people name the month. */
    public static final Duration BACK = Duration.ofDays(21);

    public static final Duration AHEAD = Duration.ofDays(42);

    private static final int MOST = 200;

    public Diary {
        shared = List.copyOf(shared);
        others = List.copyOf(others);
        subject = Set.copyOf(subject);
    }

    /**
     * @param calendar in any order
     * @param people who wrote the text, and to whom
     */
    public static Diary near(Anchor anchor, List<Appointment> calendar, List<Address> people, String subject) {
        if (calendar.isEmpty()) {
            return NONE;
        }
        LocalDateTime sent = anchor.local();
        List<Appointment> near = calendar.stream()
                .map(appointment -> new Near(appointment, Duration.between(sent, appointment.startIn(anchor.zone()))))
                .filter(each -> each.off.compareTo(BACK.negated()) >= 0 && each.off.compareTo(AHEAD) <= 0)
                .sorted(Comparator.comparing(each -> each.off.abs()))
                .limit(MOST)
                .map(Near::appointment)
                .toList();
        List<Appointment> shared = new ArrayList<>();
        List<Appointment> others = new ArrayList<>();
        for (Appointment appointment : near) {
            (people.stream().anyMatch(appointment::with) ? shared : others).add(appointment);
        }
        return new Diary(
                shared,
                others,
                new HashSet<>(Arrays.asList(Sentence.words(subject).strip().split(" "))));
    }

    private record Near(Appointment appointment, Duration off) {}

    boolean isEmpty() {
        return shared.isEmpty() && others.isEmpty();
    }
}
