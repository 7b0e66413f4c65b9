package app.whichday.tuning;

import app.whichday.choice.Exam;
import app.whichday.choice.LogLinearChooser;
import app.whichday.choice.LogLinearModel;
import app.whichday.choice.LogLinearModelFile;
import app.whichday.choice.Option;
import app.whichday.choice.Question;
import app.whichday.choice.Ranking;
import app.whichday.choice.Subtask;
import app.whichday.choice.Verdict;
import app.whichday.mail.Block;
import app.whichday.request.Requests;
import app.whichday.triage.Category;
import app.whichday.triage.MailTriage;
import app.whichday.triage.Triage;
import app.whichday.when.DatedExpression;
import app.whichday.when.Expression;
import app.whichday.when.Reading;
import app.whichday.when.Sighting;
import app.whichday.when.WhenInMail;
import app.whichday.when.WhenReader;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** Reads and sorts an owner's mail with the models that are live, and takes what the owner says to it as lessons. */
final class SimulatedAssistant {
    private static final Map<Subtask, String> SHIPPED = Map.of(
            Sighting.READING, "/when/reading.model",
            MailTriage.CATEGORY, "/triage/triage.model",
            MailTriage.NEEDS_REPLY, "/triage/needs-reply.model");
    static final List<Subtask> SUBTASKS = List.of(Sighting.READING, MailTriage.CATEGORY, MailTriage.NEEDS_REPLY);

    private final Map<Subtask, LogLinearModel> base;
    private final Map<Subtask, LogLinearModel> live = new LinkedHashMap<>();
    private final Map<Subtask, Exam> guards;
    final Map<Subtask, List<Lesson>> lessons = new LinkedHashMap<>();
    final List<Improvement> nights = new ArrayList<>();
    private static final Requests REQUESTS = Requests.base();
    private final double noise;
    private final SplittableRandom random = new SplittableRandom(99);

    /** What became of mails. */
    static final class Tally {
        int read;
        int wrong;
        int wrongUnasked;
        int asked;
        int sorted;
        int missorted;
        int missortedOfList;
        int misjudgedReply;

        @Override
        public String toString() {
            return "read " + read + ", wrong " + wrong + " (unasked " + wrongUnasked + "), asked " + asked + ", sorted "
                    + sorted + ", missorted " + missorted + " (of lists " + missortedOfList + "), misjudged reply "
                    + misjudgedReply;
        }
    }

    /** @param noise the share of decisions that are random clicks */
    SimulatedAssistant(double noise) throws IOException {
        this(noise, shipped(), guards());
    }

    private SimulatedAssistant(double noise, Map<Subtask, LogLinearModel> base, Map<Subtask, Exam> guards) {
        this.noise = noise;
        this.base = base;
        this.guards = guards;
        live.putAll(base);
        SUBTASKS.forEach(subtask -> lessons.put(subtask, new ArrayList<>()));
    }

    private static Map<Subtask, LogLinearModel> shipped() {
        Map<Subtask, LogLinearModel> models = new LinkedHashMap<>();
        SHIPPED.forEach((subtask, path) -> models.put(subtask, LogLinearModelFile.resource(path)));
        return models;
    }

    private static Map<Subtask, Exam> guards() throws IOException {
        Map<Subtask, Exam> guards = new LinkedHashMap<>();
        for (Subtask subtask : SUBTASKS) {
            guards.put(subtask, new Exam(GuardSet.of(subtask).questions()));
        }
        return guards;
    }

    /** Another who knows as much, and learns on its own from here. */
    SimulatedAssistant another() {
        SimulatedAssistant other = new SimulatedAssistant(noise, base, guards);
        other.live.putAll(live);
        lessons.forEach((subtask, all) -> other.lessons.put(subtask, new ArrayList<>(all)));
        return other;
    }

    LogLinearModel base(Subtask subtask) {
        return base.get(subtask);
    }

    LogLinearModel live(Subtask subtask) {
        return live.get(subtask);
    }

    Exam guard(Subtask subtask) {
        return guards.get(subtask);
    }

    private WhenReader reader() {
        return WhenReader.with(new LogLinearChooser(live.get(Sighting.READING)));
    }

    void take(SimulatedOwner.Told told, Tally tally) {
        WhenReader reader = reader();
        List<DatedExpression> dates =
                new WhenInMail(reader).read(told.mail(), SimulatedOwner.ZONE, SimulatedOwner.OWNER.locale());
        if (told.phrase() != null) {
            read(told, reader, dates, tally);
        }
        sort(told, dates, tally);
    }

    private void read(SimulatedOwner.Told told, WhenReader reader, List<DatedExpression> dates, Tally tally) {
        int begin = told.mail().body().indexOf(told.phrase());
        int end = begin + told.phrase().length();
        for (DatedExpression dated : dates) {
            Expression expression = dated.expression();
            if (expression.span().begin() >= end || expression.span().end() <= begin) {
                continue;
            }
            boolean asked = expression.verdict() instanceof Verdict.Ask;
            boolean wrong = !means(told, expression.ranking().best().value());
            tally.read++;
            tally.asked += asked ? 1 : 0;
            tally.wrong += wrong ? 1 : 0;
            tally.wrongUnasked += wrong && !asked ? 1 : 0;
            learnReading(told, reader, dated.block(), expression, asked);
        }
    }

    private void learnReading(
            SimulatedOwner.Told told, WhenReader reader, Block block, Expression expression, boolean asked) {
        for (WhenInMail.Passage passage :
                new WhenInMail(reader).passages(told.mail(), SimulatedOwner.ZONE, SimulatedOwner.OWNER.locale())) {
            if (!passage.block().equals(block)) {
                continue;
            }
            for (Sighting sighting :
                    reader.sightings(told.mail().text(block), passage.anchor(), passage.background())) {
                if (sighting.span().begin() + block.begin() == expression.span().begin()) {
                    Set<Integer> right = new TreeSet<>();
                    for (int i = 0; i < sighting.which().options().size(); i++) {
                        if (means(told, sighting.which().options().get(i).value())) {
                            right.add(i);
                        }
                    }
                    learn(told, sighting.which(), right, expression.ranking(), asked);
                }
            }
        }
    }

    private static boolean means(SimulatedOwner.Told told, Reading reading) {
        return reading.day().equals(told.day())
                && (told.time() == null
                        || reading.timed() && reading.start().toLocalTime().equals(told.time()));
    }

    private void sort(SimulatedOwner.Told told, List<DatedExpression> dates, Tally tally) {
        MailTriage.Questions asked = MailTriage.questions(told.mail(), SimulatedOwner.OWNER, dates, REQUESTS);
        Ranking<Category> category = rank(asked.category());
        Ranking<Boolean> reply = rank(asked.needsReply());
        boolean missorted = category.best().value() != told.category();
        tally.sorted++;
        tally.missorted += missorted ? 1 : 0;
        tally.missortedOfList += missorted && told.phrase() == null ? 1 : 0;
        tally.misjudgedReply += new Triage(category, reply).wantsReply() == told.needsReply() ? 0 : 1;
        learn(told, asked.category(), Set.of(told.category().ordinal()), category, false);
        learn(told, asked.needsReply(), Set.of(told.needsReply() ? 0 : 1), reply, false);
    }

    private <T> Ranking<T> rank(Question<T> question) {
        return new LogLinearChooser(live.get(question.subtask())).rank(question);
    }

    private void learn(
            SimulatedOwner.Told told, Question<?> question, Set<Integer> right, Ranking<?> ranking, boolean asked) {
        int count = question.options().size();
        Set<Integer> said = random.nextDouble() < noise ? Set.of(random.nextInt(count)) : right;
        // Asked anew, the question has equal options, not the same.
        int best = question.options().stream()
                .map(Option::label)
                .toList()
                .indexOf(ranking.best().option().label());
        lessons.get(question.subtask())
                .add(new Lesson(
                        question.subtask(),
                        question.context(),
                        question.options().stream()
                                .map(option -> new Lesson.Choice(option.label(), option.features()))
                                .toList(),
                        said,
                        best,
                        asked,
                        told.thread(),
                        Optional.of(told.mail().from().email()),
                        said.contains(best) ? Lesson.Origin.CONFIRMED : Lesson.Origin.OTHER_TIME,
                        ranking.by().name(),
                        told.sent().atZone(SimulatedOwner.ZONE).toInstant()));
    }

    /** Takes in what the owner says, whatever the gate would have to say of it. */
    void take(Subtask subtask, LogLinearModel model) {
        live.put(subtask, model);
    }

    void night(Instant now) {
        for (Subtask subtask : SUBTASKS) {
            Improvement improvement = PersonalTraining.improve(
                    subtask, base.get(subtask), live.get(subtask), lessons.get(subtask), guards.get(subtask), now);
            nights.add(improvement);
            if (improvement.goesLive()) {
                live.put(subtask, improvement.trained().orElseThrow().model());
            }
        }
    }
}
