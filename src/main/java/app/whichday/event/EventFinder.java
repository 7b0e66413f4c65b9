package app.whichday.event;

import app.whichday.account.Owner;
import app.whichday.choice.Chooser;
import app.whichday.choice.Engines;
import app.whichday.choice.Features;
import app.whichday.choice.LocalModel;
import app.whichday.choice.Option;
import app.whichday.choice.Question;
import app.whichday.choice.Ranking;
import app.whichday.choice.Subtask;
import app.whichday.event.EventDraft.Action;
import app.whichday.event.EventDraft.Kind;
import app.whichday.mail.Address;
import app.whichday.mail.Block;
import app.whichday.mail.Brief;
import app.whichday.mail.Mail;
import app.whichday.mail.Sentence;
import app.whichday.when.DatedExpression;
import app.whichday.when.Expression;
import app.whichday.when.Reading;
import app.whichday.when.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the one calendar-worthy thing that a mail brings: first which expression of time carries it, or none; then what is
 * to be done; then the fields, each from the words around. Thread-safe.
 */
public final class EventFinder {
    public static final Subtask CARRIER = new Subtask("event");
    public static final Subtask ACTION = new Subtask("event-action");

    private static final int MOST_PARTICIPANTS = 20;

    private static final String WHICH_CARRIER =
            "Which of these words say when the one thing takes place, or is due, that belongs into the owner's calendar?"
                    + " \"no event\" where the mail brings nothing of that kind that lies ahead.";
    private static final String WHICH_ACTION =
            "What does the mail want done about the event or deadline that it is about?";

    private final Chooser carrier;
    private final Chooser action;

    private EventFinder(Chooser carrier, Chooser action) {
        this.carrier = carrier;
        this.action = action;
    }

    /** With the weights that ship with Whichday. */
    public static EventFinder base() {
        return by(Engines.LOCAL);
    }

    /** The same, or who answers in their place. */
    public static EventFinder by(Engines engines) {
        return with(
                engines.chooser(CARRIER, LocalModel.resource("/event/event.weights"), WHICH_CARRIER),
                engines.chooser(ACTION, LocalModel.resource("/event/event-action.weights"), WHICH_ACTION));
    }

    public static EventFinder with(Chooser carrier, Chooser action) {
        return new EventFinder(carrier, action);
    }

    /**
     * @param about what is known of the whole mail, as features: its category, its intents
     * @param dates what the mail says of time, as read already
     * @return empty where the mail brings nothing to come for the owner
     */
    public Optional<EventDraft> find(Mail mail, Owner owner, Features about, List<DatedExpression> dates) {
        List<Sentence> sentences =
                Sentence.of(mail, block -> block.kind() != Block.Kind.SIGNATURE && block.level() <= 1);
        List<Carrier> carriers = Carrier.in(mail, sentences, dates);
        if (carriers.isEmpty()) {
            return Optional.empty();
        }
        Ranking<Optional<Carrier>> ranking = carrier.rank(which(mail, about, carriers));
        return ranking.best().value().map(found -> {
            Action what = action.rank(what(mail, about, found, carriers.size()))
                    .best()
                    .value();
            return draft(mail, owner, sentences, carriers, found, what, ranking);
        });
    }

    private static Question<Optional<Carrier>> which(Mail mail, Features about, List<Carrier> carriers) {
        List<Option<Optional<Carrier>>> options = new ArrayList<>();
        options.add(new Option<>(Optional.empty(), "no event", Features.none()));
        for (Carrier carrier : carriers) {
            Features.Builder features = Features.builder();
            carrier.traits(mail, carriers.size()).forEach(features::is);
            features.cross("mail", about);
            options.add(new Option<>(Optional.of(carrier), carrier.expression().text(), features.build()));
        }
        return new Question<>(CARRIER, Brief.of(mail), options);
    }

    private static Question<Action> what(Mail mail, Features about, Carrier carrier, int carriers) {
        Features.Builder seen = Features.builder();
        carrier.traits(mail, carriers).forEach(seen::is);
        Features traits = seen.build();
        List<Option<Action>> options = new ArrayList<>();
        for (Action action : Action.values()) {
            String label = action.name().toLowerCase(Locale.ROOT);
            Features features =
                    Features.builder().cross(label, traits).cross(label, about).build();
            options.add(new Option<>(action, label, features));
        }
        return new Question<>(ACTION, Brief.of(mail), options);
    }

    private static EventDraft draft(
            Mail mail,
            Owner owner,
            List<Sentence> sentences,
            List<Carrier> carriers,
            Carrier found,
            Action action,
            Ranking<Optional<Carrier>> ranking) {
        Sentence evidence = found.sentence();
        List<String> participants = participants(mail, owner);
        Kind kind = kind(mail, evidence);
        String said = evidence.text(mail).replace('\n', ' ');
        List<Sentence> near = near(sentences, evidence);
        return new EventDraft(
                action,
                kind,
                Title.of(
                        action,
                        kind,
                        mail.subject(),
                        said,
                        found.expression().span().begin() - evidence.begin(),
                        participants),
                Optional.of(found.expression()),
                clockTime(found, carriers),
                action == Action.DEADLINE ? Optional.empty() : length(mail, near),
                action == Action.DEADLINE ? Optional.empty() : Place.of(mail, near),
                participants,
                new Span(evidence.begin(), evidence.end()),
                ranking.best().probability(),
                ranking.by());
    }

    private static Kind kind(Mail mail, Sentence evidence) {
        Kind said = Kinds.of(evidence.words());
        return said == Kind.OTHER || said == Kind.MEETING
                ? Stream.of(Kinds.of(Sentence.words(mail.subject())))
                        .filter(kind -> kind != Kind.OTHER)
                        .findFirst()
                        .orElse(said)
                : said;
    }

    /** The evidence, then its neighbours by distance. */
    private static List<Sentence> near(List<Sentence> sentences, Sentence evidence) {
        int at = sentences.indexOf(evidence);
        return sentences.stream()
                .filter(sentence -> Math.abs(sentences.indexOf(sentence) - at) <= 3)
                .sorted(Comparator.comparingInt(sentence -> Math.abs(sentences.indexOf(sentence) - at)))
                .toList();
    }

    /** "Friday works. How about 3pm?": the first clock time behind a bare day that means the same day. */
    private static Optional<Expression> clockTime(Carrier found, List<Carrier> carriers) {
        Reading day = found.best();
        if (day.timed() || day.start() == null) {
            return Optional.empty();
        }
        return carriers.stream()
                .filter(other -> other.order() > found.order())
                .filter(other -> other.best().timed() && other.best().day().equals(day.day()))
                .filter(other -> other.sentence().begin() - found.sentence().end() < 120)
                .map(Carrier::expression)
                .findFirst();
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
