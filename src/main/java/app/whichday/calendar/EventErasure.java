package app.whichday.calendar;

import app.whichday.mail.Whom;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the events of the owner's calendar that name somebody; {@link LocalCalendar} takes them out. */
@ApplicationScoped
public class EventErasure {
    /** Those of the names that an event's participants bear, in whatever case; as they stand there. */
    @Transactional
    public Set<String> named(Collection<String> names) {
        Set<String> wanted = lower(names);
        return EventEntity.<EventEntity>streamAll()
                .flatMap(row -> row.participants.stream())
                .filter(participant -> wanted.contains(participant.toLowerCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }

    /** Events that name the address or domain, that have somebody of one of the names in them, or that are listed. */
    @Transactional
    public Set<EventUid> find(Whom whom, Collection<String> names, Collection<EventUid> listed) {
        Set<String> wanted = lower(names);
        return EventEntity.<EventEntity>streamAll()
                .filter(row -> listed.contains(new EventUid(row.uid))
                        || row.participants.stream().anyMatch(one -> wanted.contains(one.toLowerCase(Locale.ROOT)))
                        || words(row).anyMatch(whom::isNamedIn))
                .map(row -> new EventUid(row.uid))
                .collect(Collectors.toSet());
    }

    private static Stream<String> words(EventEntity row) {
        return Stream.concat(
                row.participants.stream(),
                Stream.of(row.uid, row.title, row.location, row.description).filter(Objects::nonNull));
    }

    private static Set<String> lower(Collection<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }
}
