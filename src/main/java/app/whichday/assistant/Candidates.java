package app.whichday.assistant;

import app.whichday.account.Owner;
import app.whichday.calendar.EventTime;
import app.whichday.choice.Ranked;
import app.whichday.event.EventDraft;
import app.whichday.event.EventDraft.Action;
import app.whichday.mail.Mail;
import app.whichday.proposal.Candidate;
import app.whichday.when.Expression;
import app.whichday.when.Grain;
import app.whichday.when.Reading;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The times at which an event may be: each reading of its expression, as a time for the calendar. */
final class Candidates {
    /** Less likely readings are not worth a button. */
    private static final double UNLIKELY = 0.03;

    private static final int MOST = 5;

    private final Mail mail;
    private final Owner owner;
    private final EventDraft event;

    private Candidates(Mail mail, Owner owner, EventDraft event) {
        this.mail = mail;
        this.owner = owner;
        this.event = event;
    }

    /** The likeliest first; empty where no reading names a day. The first is the best reading, past or not; others lie ahead. */
    static List<Candidate> of(Mail mail, Owner owner, EventDraft event, Instant now) {
        return event.when()
                .map(when -> new Candidates(mail, owner, event).list(when, now))
                .orElse(List.of());
    }

    /**
     * The zone in whose clock the writer's times are. A mail's Date header tells an offset, not a zone: where the owner's
     * zone has the same offset at that moment it is taken for the writer's, so that what is said in October about
     * November keeps its clock time.
     */
    static ZoneId zone(Mail mail, Owner owner) {
        ZoneId told = mail.sent().zone().orElse(owner.zone());
        Instant sent = mail.sent().instant(owner.zone());
        boolean sameClock =
                owner.zone().getRules().getOffset(sent).equals(told.getRules().getOffset(sent));
        return sameClock ? owner.zone() : told;
    }

    private List<Candidate> list(Expression when, Instant now) {
        List<Candidate> candidates = new ArrayList<>();
        Reading best = when.best();
        add(best, probability(when, best), candidates);
        for (Ranked<Reading> ranked : when.ranking().ranked()) {
            if (candidates.size() < MOST && ranked.probability() >= UNLIKELY) {
                time(ranked.value())
                        .filter(time -> !isOver(time, owner.zone(), now))
                        .ifPresent(time -> {
                            if (candidates.stream()
                                    .noneMatch(candidate -> candidate.time().equals(time))) {
                                candidates.add(
                                        new Candidate(time, ranked.value().convention(), ranked.probability()));
                            }
                        });
            }
        }
        return candidates;
    }

    private void add(Reading reading, double probability, List<Candidate> candidates) {
        time(reading).ifPresent(time -> candidates.add(new Candidate(time, reading.convention(), probability)));
    }

    private static double probability(Expression when, Reading reading) {
        return when.ranking().ranked().stream()
                .filter(ranked -> ranked.value().equals(reading))
                .mapToDouble(Ranked::probability)
                .findFirst()
                .orElse(0);
    }

    static boolean isOver(EventTime time, ZoneId ownersZone, Instant now) {
        return switch (time) {
            case EventTime.Timed timed -> timed.end().toInstant().isBefore(now);
            case EventTime.AllDay days -> !days.end().isAfter(LocalDate.ofInstant(now, ownersZone));
        };
    }

    private Optional<EventTime> time(Reading reading) {
        Optional<Reading> clock = event.time().map(Expression::best).filter(time -> time.start() != null);
        if (reading.timed()) {
            return reading.start() == null ? Optional.empty() : Optional.of(timed(reading, reading.start()));
        }
        if (clock.isPresent() && reading.start() != null) {
            Reading time = clock.get();
            return Optional.of(timed(
                    time, reading.start().toLocalDate().atTime(time.start().toLocalTime())));
        }
        return reading.grain().compareTo(Grain.WEEKEND) > 0 ? wide(reading) : Optional.of(days(reading));
    }

    private EventTime timed(Reading reading, LocalDateTime start) {
        ZoneId zone = reading.zone() == null ? zone(mail, owner) : reading.zone();
        Duration length = event.action() == Action.DEADLINE
                ? Duration.ZERO
                : statedEnd(reading).or(event::length).orElse(event.kind().usualLength());
        return new EventTime.Timed(start.atZone(zone).withZoneSameInstant(owner.zone()), length);
    }

    /** "3 to 4pm" tells the length. */
    static Optional<Duration> statedEnd(Reading reading) {
        if (!reading.timed() || reading.start() == null || reading.end() == null) {
            return Optional.empty();
        }
        Duration length = Duration.between(reading.start(), reading.end());
        return length.isZero() ? Optional.empty() : Optional.of(length);
    }

    private EventTime days(Reading reading) {
        if (event.action() == Action.DEADLINE) {
            LocalDate due = last(reading);
            return new EventTime.AllDay(due, due.plusDays(1));
        }
        LocalDate first = reading.day();
        LocalDate last = last(reading);
        return new EventTime.AllDay(first, (last.isBefore(first) ? first : last).plusDays(1));
    }

    /** A deadline "by the end of next week" is its last day; an appointment "next week" has no day yet. */
    private Optional<EventTime> wide(Reading reading) {
        return event.action() == Action.DEADLINE && reading.end() != null
                ? Optional.of(days(reading))
                : Optional.empty();
    }

    private static LocalDate last(Reading reading) {
        return reading.end() == null
                        || reading.start() != null && !reading.end().isAfter(reading.start())
                ? reading.day()
                : reading.end().minusNanos(1).toLocalDate();
    }
}
