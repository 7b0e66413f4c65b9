package app.whichday.assistant;

import app.whichday.account.Owner;
import app.whichday.calendar.EventTime;
import app.whichday.choice.Option;
import app.whichday.choice.Question;
import app.whichday.choice.Ranking;
import app.whichday.mail.Address;
import app.whichday.mail.Block;
import app.whichday.mail.Mail;
import app.whichday.mail.StoredMail;
import app.whichday.proposal.Action;
import app.whichday.proposal.Candidate;
import app.whichday.proposal.Decision;
import app.whichday.proposal.Draft;
import app.whichday.tuning.Lesson;
import app.whichday.when.DatedExpression;
import app.whichday.when.Expression;
import app.whichday.when.Reading;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a decision on a proposal says about the questions that led to it. Pure.
 *
 * <p>Confirmed for Fri 7 Nov, 15:00: of the readings of "next Friday" that of 7 Nov is right, and of "at 3" 15:00 is.
 */
final class DecisionLessons {
    private final StoredMail stored;
    private final Owner owner;
    private final Draft draft;
    private final Instant at;

    DecisionLessons(StoredMail stored, Owner owner, Draft draft, Instant at) {
        this.stored = stored;
        this.owner = owner;
        this.draft = draft;
        this.at = at;
    }

    /**
     * What it says of days and times. Nothing is learned of invitations and of what is called off, whose time isn't read from
     * words, nor where the mail reads otherwise than it did.
     */
    List<Lesson> times(Understanding understood, Decision decision) {
        switch (draft.action()) {
            case Action.AnswerInvitation answer -> {
                return List.of();
            }
            case Action.CancelEvent cancel -> {
                return List.of();
            }
            case Action.CreateEvent create -> {}
            case Action.NoteDeadline deadline -> {}
        }
        EventTime proposed = draft.action().event().time();
        return switch (decision) {
            case Decision.Confirm confirm -> times(understood, proposed, Lesson.Origin.CONFIRMED);
            case Decision.OtherTime(EventTime time) -> times(understood, time, origin(time));
            case Decision.Dismiss(Decision.Dismiss.Reason reason) ->
                reason == Decision.Dismiss.Reason.NOT_SAID ? nothingRight(understood) : List.of();
            case Decision.Decline decline -> List.of();
            case Decision.Undo undo -> List.of();
        };
    }

    /**
     * What it says of whether the mail brings something for the calendar at all.
     *
     * @param asked how that was answered
     */
    Optional<Lesson> event(Ranking<Boolean> asked, Decision decision) {
        if (draft.action() instanceof Action.AnswerInvitation) {
            return Optional.empty();
        }
        Question<Boolean> question = asked.question();
        return brings(decision).map(brings -> {
            Set<Integer> right = IntStream.range(0, question.options().size())
                    .filter(i -> question.options().get(i).value().equals(brings))
                    .boxed()
                    .collect(Collectors.toSet());
            // It was offered, whatever the ranking's best is: an event is offered where it is less likely than not.
            int best = question.options().getFirst().value() ? 0 : 1;
            return LessonOf.question(
                    question,
                    right,
                    best,
                    false,
                    stored.thread(),
                    Optional.of(stored.mail().from().email()).filter(email -> !email.isBlank()),
                    decision instanceof Decision.Dismiss ? Lesson.Origin.DISMISSED : Lesson.Origin.CONFIRMED,
                    asked.by(),
                    at);
        });
    }

    private static Optional<Boolean> brings(Decision decision) {
        return switch (decision) {
            case Decision.Confirm confirm -> Optional.of(true);
            case Decision.OtherTime other -> Optional.of(true);
            case Decision.Dismiss(Decision.Dismiss.Reason reason) ->
                Optional.of(reason == Decision.Dismiss.Reason.ALREADY_THERE);
            case Decision.Decline decline -> Optional.empty();
            case Decision.Undo undo -> Optional.empty();
        };
    }

    private Lesson.Origin origin(EventTime time) {
        return draft.candidates().stream().map(Candidate::time).anyMatch(time::equals)
                ? Lesson.Origin.OTHER_TIME
                : Lesson.Origin.EDITED;
    }

    private List<Lesson> times(Understanding understood, EventTime decided, Lesson.Origin origin) {
        List<Lesson> lessons = new ArrayList<>();
        EventTime proposed = draft.action().event().time();
        decisive(understood).ifPresent(dated -> {
            Set<Integer> right = days(dated.expression(), decided);
            Set<Integer> best = days(dated.expression(), proposed);
            lessons.add(lesson(dated, right, best, draft.ask(), origin));
        });
        clock(understood).ifPresent(dated -> {
            Set<Integer> right = clocks(dated.expression(), decided);
            Set<Integer> best = clocks(dated.expression(), proposed);
            if (!right.isEmpty()) {
                lessons.add(lesson(dated, right, best, false, origin));
            }
        });
        return lessons;
    }

    private List<Lesson> nothingRight(Understanding understood) {
        EventTime proposed = draft.action().event().time();
        return decisive(understood).stream()
                .map(dated -> lesson(
                        dated, Set.of(), days(dated.expression(), proposed), draft.ask(), Lesson.Origin.DISMISSED))
                .toList();
    }

    /** The expression that the proposal came from. */
    private Optional<DatedExpression> decisive(Understanding understood) {
        return understood.dates().stream()
                .filter(dated -> dated.expression().span().begin()
                                == draft.evidence().begin()
                        && dated.expression().span().end() == draft.evidence().end())
                .findFirst();
    }

    /** The expression that told the clock time, where it is another one. */
    private Optional<DatedExpression> clock(Understanding understood) {
        return understood
                .event()
                .flatMap(event -> event.time())
                .filter(time -> time.span().begin() != draft.evidence().begin())
                .flatMap(time -> understood.dates().stream()
                        .filter(dated -> dated.expression().span().equals(time.span()))
                        .findFirst());
    }

    /** Readings at exactly this time, or else on its day: an owner who moves the hour leaves the day right. */
    private Set<Integer> days(Expression expression, EventTime time) {
        Set<Integer> exact = options(
                expression,
                reading -> reading.timed()
                        ? local(reading, time)
                                .filter(start -> start.equals(reading.start()))
                                .isPresent()
                        : days(reading, time));
        return exact.isEmpty() ? options(expression, reading -> reading.day().equals(day(reading, time))) : exact;
    }

    private boolean days(Reading reading, EventTime time) {
        return switch (time) {
            case EventTime.Timed timed -> reading.day().equals(day(reading, time));
            // A deadline stands on the last day of what was said.
            case EventTime.AllDay days ->
                draft.action() instanceof Action.NoteDeadline
                        ? last(reading).equals(days.end().minusDays(1))
                        : reading.day().equals(days.first());
        };
    }

    private Set<Integer> clocks(Expression expression, EventTime time) {
        Set<Integer> exact = options(expression, reading -> local(reading, time)
                .filter(start -> start.equals(reading.start()))
                .isPresent());
        return exact.isEmpty()
                ? options(expression, reading -> local(reading, time)
                        .filter(start -> reading.start() != null
                                && start.toLocalTime().equals(reading.start().toLocalTime()))
                        .isPresent())
                : exact;
    }

    private static Set<Integer> options(Expression expression, Predicate<Reading> fits) {
        List<Option<Reading>> options = expression.ranking().question().options();
        return IntStream.range(0, options.size())
                .filter(i -> fits.test(options.get(i).value()))
                .boxed()
                .collect(Collectors.toSet());
    }

    private static LocalDate last(Reading reading) {
        boolean reaches = reading.end() != null
                && (reading.start() == null || reading.end().isAfter(reading.start()));
        return reaches ? reading.end().minusNanos(1).toLocalDate() : reading.day();
    }

    private LocalDate day(Reading reading, EventTime time) {
        return local(reading, time).map(LocalDateTime::toLocalDate).orElseGet(time::firstDay);
    }

    /** On the clock that the reading is in; empty for whole days. */
    private Optional<LocalDateTime> local(Reading reading, EventTime time) {
        if (!(time instanceof EventTime.Timed timed)) {
            return Optional.empty();
        }
        ZoneId zone = reading.zone() == null ? Candidates.zone(stored.mail(), owner) : reading.zone();
        return Optional.of(timed.start().withZoneSameInstant(zone).toLocalDateTime());
    }

    private Lesson lesson(
            DatedExpression dated, Set<Integer> right, Set<Integer> best, boolean asked, Lesson.Origin origin) {
        Question<Reading> question = dated.expression().ranking().question();
        int first = best.stream().min(Integer::compare).orElseGet(() -> question.options()
                .indexOf(dated.expression().verdict().best().option()));
        return LessonOf.question(
                question,
                right,
                first,
                asked,
                stored.thread(),
                writer(stored.mail(), dated.block()),
                origin,
                draft.by(),
                at);
    }

    /** Whose words they are: a quote's writer, else the mail's. */
    private static Optional<String> writer(Mail mail, Block block) {
        return block.writer()
                .map(Address::email)
                .or(() -> block.level() == 0 ? Optional.of(mail.from().email()) : Optional.empty())
                .filter(email -> !email.isBlank());
    }
}
