package app.whichday.event;

import app.whichday.account.Owner;
import app.whichday.choice.Features;
import app.whichday.choice.Option;
import app.whichday.choice.Question;
import app.whichday.choice.Ranked;
import app.whichday.choice.Ranking;
import app.whichday.choice.Subtask;
import app.whichday.event.EventDraft.Action;
import app.whichday.mail.Mail;
import app.whichday.when.DatedExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The choices that a mail's event comes down to, as the pipeline asks them and as training answers them.
 *
 * <p>Whether there is an event is asked three times: of the mail's words, of its times, and of what both answered. An event
 * may have no time, and a mail may be full of times without bringing one.
 */
public final class EventQuestions {
    public static final Subtask WORDS = new Subtask("event-words");
    public static final Subtask START = new Subtask("event-start");
    public static final Subtask EVENT = new Subtask("event");
    public static final Subtask ACTION = new Subtask("event-action");

    private final Seen seen;
    private final Features mail;

    private EventQuestions(Seen seen) {
        this.seen = seen;
        this.mail = MailTraits.of(seen);
    }

    /** @param dates what the mail says of time, as read already */
    public static EventQuestions of(Mail mail, Owner owner, List<DatedExpression> dates) {
        return new EventQuestions(Seen.of(mail, owner, dates));
    }

    Seen seen() {
        return seen;
    }

    /** Whether the mail's words sound as if it brought something for the calendar. */
    public Question<Boolean> words() {
        return yesOrNo(WORDS, mail);
    }

    /** Which of its times is the start of what it brings; the first option is that none is. */
    public Question<Optional<Start>> start() {
        List<Option<Optional<Start>>> options = new ArrayList<>();
        options.add(new Option<>(
                Optional.empty(), "none", Features.builder().is("none").build()));
        for (List<Start> same : Starts.byMoment(seen.starts(), seen.owner())) {
            Start start = same.getFirst();
            options.add(new Option<>(Optional.of(start), label(start), StartTraits.of(seen, same)));
        }
        return new Question<>(START, seen.mail().newText(), options);
    }

    private static String label(Start start) {
        return start.clock()
                .map(clock -> start.day().text() + ", " + clock.text())
                .orElse(start.day().text());
    }

    /**
     * Whether the mail brings something for the calendar.
     *
     * @param words the answer to {@link #words}
     * @param start the answer to {@link #start}
     */
    public Question<Boolean> event(Ranking<Boolean> words, Ranking<Optional<Start>> start) {
        double told = logit(probability(words, true));
        boolean times = start.ranked().size() > 1;
        Features.Builder features = Features.builder().is("always").is("words", told);
        if (times) {
            features.is("start", logit(1 - probability(start, Optional.empty())));
        } else {
            features.is("no-times");
        }
        return yesOrNo(EVENT, features.build());
    }

    /** What is to be done about it. */
    public Question<Action> action(Optional<Start> start) {
        Features told = start.map(found -> StartTraits.of(seen, List.of(found))).orElse(Features.none());
        List<Option<Action>> options = new ArrayList<>();
        for (Action action : Action.values()) {
            String label = Terms.lower(action);
            Features features =
                    Features.builder().cross(label, mail).cross(label, told).build();
            options.add(new Option<>(action, label, features));
        }
        return new Question<>(ACTION, seen.mail().newText(), options);
    }

    private Question<Boolean> yesOrNo(Subtask subtask, Features yes) {
        return new Question<>(
                subtask,
                seen.mail().newText(),
                List.of(new Option<>(true, "an event", yes), new Option<>(false, "no event", Features.none())));
    }

    static <T> double probability(Ranking<T> ranking, T value) {
        return ranking.ranked().stream()
                .filter(ranked -> ranked.value().equals(value))
                .mapToDouble(Ranked::probability)
                .sum();
    }

    private static double logit(double probability) {
        double held = Math.clamp(probability, 0.001, 0.999);
        return Math.log(held / (1 - held)) / 2;
    }
}
