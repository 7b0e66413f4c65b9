package app.whichday.event;

import app.whichday.account.Owner;
import app.whichday.choice.Chooser;
import app.whichday.choice.Engines;
import app.whichday.choice.LocalModel;
import app.whichday.choice.Ranked;
import app.whichday.choice.Ranking;
import app.whichday.event.EventDraft.Action;
import app.whichday.event.EventDraft.Kind;
import app.whichday.mail.Address;
import app.whichday.mail.Block;
import app.whichday.mail.Mail;
import app.whichday.mail.Sentence;
import app.whichday.when.DatedExpression;
import app.whichday.when.Span;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the one calendar-worthy thing that a mail brings: first whether it brings one, then which time is its start and what is
 * to be done; then the fields, each from the words around. Thread-safe.
 */
public final class EventFinder {
    /**
     * An event likelier than this is offered. Less than a half: an offer that isn't wanted costs a click, a missed one an
     * appointment. Chosen on the cross-validation where it still gives the presence its best F1.
     */
    public static final double LIKELY = 0.2;

    /** Where it is surer than this that none of the times is the event's start, the event stays without. */
    private static final double SURELY_UNTOLD = 0.97;

    private static final int MOST_PARTICIPANTS = 20;

    private static final String BRINGS_ONE =
            "Does this mail bring an appointment, an event or a deadline that lies ahead and belongs into the owner's calendar?";
    private static final String WHEN_IT_STARTS =
            "When does the one thing start, or is due, that belongs into the owner's calendar?";
    private static final String WHICH_ACTION =
            "What does the mail want done about the event or deadline that it is about?";

    private final Chooser words;
    private final Chooser start;
    private final Chooser event;
    private final Chooser action;

    private EventFinder(Chooser words, Chooser start, Chooser event, Chooser action) {
        this.words = words;
        this.start = start;
        this.event = event;
        this.action = action;
    }

    /** With the models that ship with Whichday. */
    public static EventFinder base() {
        return by(Engines.LOCAL);
    }

    /** The same, or who answers in their place. */
    public static EventFinder by(Engines engines) {
        return with(
                // Only weighed by the question after next, which asks whoever is set for it.
                LocalModel.resource("/event/words.model").chooser(),
                engines.chooser(EventQuestions.START, LocalModel.resource("/event/start.model"), WHEN_IT_STARTS),
                engines.chooser(EventQuestions.EVENT, LocalModel.resource("/event/event.model"), BRINGS_ONE),
                engines.chooser(EventQuestions.ACTION, LocalModel.resource("/event/action.model"), WHICH_ACTION));
    }

    /** One chooser for each of {@link EventQuestions}. */
    public static EventFinder with(Chooser words, Chooser start, Chooser event, Chooser action) {
        return new EventFinder(words, start, event, action);
    }

    /**
     * @param dates what the mail says of time, as read already
     * @return empty where the mail brings nothing to come for the owner
     */
    public Optional<EventDraft> find(Mail mail, Owner owner, List<DatedExpression> dates) {
        EventQuestions questions = EventQuestions.of(mail, owner, dates);
        Ranking<Optional<Start>> starts = start.rank(questions.start());
        Ranking<Boolean> answer = event(questions, starts);
        double probability = EventQuestions.probability(answer, true);
        if (probability < LIKELY) {
            return Optional.empty();
        }
        Optional<Start> found = likeliest(starts);
        Action what = action.rank(questions.action(found)).best().value();
        return draft(questions.seen(), found, what, probability, answer);
    }

    /**
     * Whether the mail brings something for the calendar, as {@link #find} asks it.
     *
     * @param dates what the mail says of time, as read already
     */
    public Ranking<Boolean> event(Mail mail, Owner owner, List<DatedExpression> dates) {
        EventQuestions questions = EventQuestions.of(mail, owner, dates);
        return event(questions, start.rank(questions.start()));
    }

    private Ranking<Boolean> event(EventQuestions questions, Ranking<Optional<Start>> starts) {
        return event.rank(questions.event(words.rank(questions.words()), starts));
    }

    /** The best time there is, unless it is all but certain that the mail tells none. */
    public static Optional<Start> likeliest(Ranking<Optional<Start>> starts) {
        return EventQuestions.probability(starts, Optional.<Start>empty()) > SURELY_UNTOLD
                ? Optional.empty()
                : starts.ranked().stream()
                        .map(Ranked::value)
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    private static Optional<EventDraft> draft(
            Seen seen, Optional<Start> start, Action action, double probability, Ranking<Boolean> by) {
        Mail mail = seen.mail();
        int at = start.map(Start::sentence).orElseGet(() -> firstOwn(seen));
        if (at < 0) {
            return Optional.empty();
        }
        Sentence evidence = seen.sentences().get(at);
        List<String> participants = participants(mail, seen.owner());
        Kind kind = kind(mail, evidence);
        String said = evidence.text(mail).replace('\n', ' ');
        int dateAt = start.map(found -> found.day().span().begin() - evidence.begin())
                .orElse(0);
        List<Sentence> near = near(seen.sentences(), at);
        boolean lasts = action != Action.DEADLINE;
        return Optional.of(new EventDraft(
                action,
                kind,
                Title.of(action, kind, mail.subject(), said, dateAt, participants),
                start.map(Start::day),
                start.flatMap(Start::clock),
                lasts ? length(mail, near) : Optional.empty(),
                lasts ? Place.of(mail, near) : Optional.empty(),
                participants,
                new Span(evidence.begin(), evidence.end()),
                probability,
                by.by()));
    }

    private static int firstOwn(Seen seen) {
        List<Sentence> sentences = seen.sentences();
        return IntStream.range(0, sentences.size())
                .filter(i -> sentences.get(i).block().kind() == Block.Kind.NEW)
                .findFirst()
                .orElse(sentences.isEmpty() ? -1 : 0);
    }

    private static Kind kind(Mail mail, Sentence evidence) {
        Kind said = Kinds.of(evidence.words());
        Kind named = Kinds.of(Sentence.words(mail.subject()));
        return (said == Kind.OTHER || said == Kind.MEETING) && named != Kind.OTHER ? named : said;
    }

    /** The evidence, then its neighbours by distance. */
    private static List<Sentence> near(List<Sentence> sentences, int at) {
        return IntStream.range(Math.max(0, at - 3), Math.min(sentences.size(), at + 4))
                .boxed()
                .sorted(Comparator.comparingInt(i -> Math.abs(i - at)))
                .map(sentences::get)
                .toList();
    }

    private static Optional<Duration> length(Mail mail, List<Sentence> near) {
        return near.stream()
                .limit(3)
                .map(sentence -> StatedLength.in(sentence.text(mail)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static List<String> participants(Mail mail, Owner owner) {
        Set<String> names = new LinkedHashSet<>();
        Stream.of(List.of(mail.from()), mail.to(), mail.cc())
                .flatMap(List::stream)
                .filter(address -> !address.email().isEmpty() && !owner.emails().contains(address.email()))
                .map(Address::display)
                .limit(MOST_PARTICIPANTS)
                .forEach(names::add);
        return List.copyOf(names);
    }
}
