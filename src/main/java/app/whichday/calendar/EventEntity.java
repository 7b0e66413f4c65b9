package app.whichday.calendar;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An event's row. Either the timed columns are set or those of whole days. */
@Entity(name = "Event")
@Table(name = "event")
class EventEntity extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    String uid = "";
    int sequence;
    String title = "";

    @Enumerated(EnumType.STRING)
    Event.Kind kind = Event.Kind.APPOINTMENT;

    @Column(name = "starts_at")
    @Nullable
    Instant startsAt;

    @Column(name = "length_seconds")
    @Nullable
    Long lengthSeconds;

    /** Derived, for the index: when the first instance ends. */
    @Column(name = "ends_at")
    @Nullable
    Instant endsAt;

    @Nullable
    String zone;

    @Column(name = "first_day")
    @Nullable
    LocalDate firstDay;

    @Column(name = "end_day")
    @Nullable
    LocalDate endDay;

    @Nullable
    String location;

    @Nullable
    String description;

    List<String> participants = List.of();

    @Nullable
    String rrule;

    List<LocalDateTime> excluded = List.of();

    @Column(name = "created_at")
    Instant createdAt = Instant.EPOCH;

    @Column(name = "updated_at")
    Instant updatedAt = Instant.EPOCH;

    static Optional<EventEntity> find(EventUid uid) {
        return find("uid", uid.value()).firstResultOptional();
    }

    /** The row, which nobody else changes until this transaction ends. */
    static Optional<EventEntity> findForUpdate(EventUid uid) {
        return EventEntity.<EventEntity>find("uid", uid.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Single events that touch the time, and all series that have begun by its end. */
    static List<EventEntity> touching(Instant from, Instant to, LocalDate firstDay, LocalDate endDay) {
        return list("""
                (startsAt < ?2 and (rrule is not null or endsAt > ?1 or startsAt >= ?1))
                or (firstDay < ?4 and (rrule is not null or endDay > ?3))""", from, to, firstDay, endDay);
    }

    void take(Event event, int newSequence, Instant now) {
        sequence = newSequence;
        title = storable(event.title());
        kind = event.kind();
        take(event.time());
        location = event.location().map(EventEntity::storable).orElse(null);
        description = event.description().map(EventEntity::storable).orElse(null);
        participants = event.participants().stream().map(EventEntity::storable).toList();
        rrule = event.recurrence().orElse(null);
        excluded = event.excluded();
        updatedAt = now;
    }

    /** PostgreSQL refuses U+0000 in any text. */
    private static String storable(String text) {
        return text.replace('\0', ' ');
    }

    private void take(EventTime time) {
        startsAt = null;
        lengthSeconds = null;
        endsAt = null;
        zone = null;
        firstDay = null;
        endDay = null;
        switch (time) {
            case EventTime.Timed timed -> {
                startsAt = timed.start().toInstant();
                lengthSeconds = timed.length().toSeconds();
                endsAt = timed.end().toInstant();
                zone = timed.start().getZone().getId();
            }
            case EventTime.AllDay day -> {
                firstDay = day.first();
                endDay = day.end();
            }
        }
    }

    Event event() {
        return new Event(
                new EventUid(uid),
                title,
                time(),
                Optional.ofNullable(location),
                Optional.ofNullable(description),
                participants,
                Optional.ofNullable(rrule),
                excluded,
                kind);
    }

    private EventTime time() {
        if (startsAt == null) {
            return new EventTime.AllDay(Objects.requireNonNull(firstDay), Objects.requireNonNull(endDay));
        }
        ZoneId at = ZoneId.of(Objects.requireNonNull(zone));
        return new EventTime.Timed(startsAt.atZone(at), Duration.ofSeconds(Objects.requireNonNull(lengthSeconds)));
    }
}
