package app.whichday.tuning;

import app.whichday.choice.Exam;
import app.whichday.choice.Example;
import app.whichday.choice.LogLinearModel;
import app.whichday.choice.LogLinearModelFile;
import app.whichday.choice.LogLinearTuner;
import app.whichday.choice.ModelVersion;
import app.whichday.choice.Provenance;
import app.whichday.choice.Subtask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Trains the owner's own model of a subtask from their decisions, in some thirty ways, and says whether the best of them may go
 * live. The same decisions give the same model, to the bit. Pure: reads no clock and stores nothing.
 *
 * <p>What is promoted is a way of learning: it is proven on decisions that it had not seen, against the way that is live, both
 * trained on the same ones. The model that goes live is then trained that way on all decisions, and again whenever there are new
 * ones; only another way has to prove itself anew. Otherwise the third correction of one correspondent's habit would never
 * count: three decisions prove nothing by themselves.
 */
public final class PersonalTraining {
    /** With fewer decisions nothing can be proven. */
    public static final int FEWEST = 20;

    private static final int NAME = 8;

    private final Subtask subtask;
    private final LogLinearModel base;
    private final LogLinearModel live;
    private final List<Lesson> lessons;
    private final History history;
    private final Instant now;
    private final Exam guard;
    private final Exam.Marks guardOfBase;

    private PersonalTraining(
            Subtask subtask, LogLinearModel base, LogLinearModel live, List<Lesson> lessons, Exam guard, Instant now) {
        this.subtask = subtask;
        this.base = base;
        this.live = live;
        this.lessons = History.inOrder(lessons);
        this.history = History.of(lessons);
        this.guard = guard;
        this.guardOfBase = guard.sit(base);
        this.now = now;
    }

    /**
     * @param base the model that ships
     * @param live the one that answers now; the base where there is no other
     * @param lessons of this subtask that were not taken back, in any order
     * @param now decisions fade by their age then
     * @throws IllegalArgumentException where a lesson is of another subtask
     */
    public static Improvement improve(
            Subtask subtask, LogLinearModel base, LogLinearModel live, List<Lesson> lessons, Instant now) {
        try {
            return improve(
                    subtask, base, live, lessons, new Exam(GuardSet.of(subtask).questions()), now);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read the guard set of " + subtask.name(), e);
        }
    }

    /** @param guard compiled already, for who trains many times */
    static Improvement improve(
            Subtask subtask, LogLinearModel base, LogLinearModel live, List<Lesson> lessons, Exam guard, Instant now) {
        for (Lesson lesson : lessons) {
            if (!lesson.subtask().equals(subtask)) {
                throw new IllegalArgumentException(
                        "A lesson of " + lesson.subtask().name() + " can't teach " + subtask.name());
            }
        }
        if (lessons.size() < FEWEST) {
            return Improvement.none(
                    subtask,
                    List.of(),
                    "There are " + lessons.size() + " decisions so far; learning begins with " + FEWEST + ".");
        }
        return new PersonalTraining(subtask, base, live, lessons, guard, now).improve();
    }

    private Improvement improve() {
        Learner early = new Learner(history.learned());
        Learner late = new Learner(lessons);
        Exam choosing = new Exam(examples(history.choosing()));
        Map<String, Variant> variants = new LinkedHashMap<>();
        List<Improvement.Tried> tried = new ArrayList<>();
        for (Variant variant : Variant.sweep()) {
            variants.put(variant.name(), variant);
            tried.add(tried(variant, early.learn(variant), choosing));
        }
        return tried.stream()
                .filter(Improvement.Tried::safe)
                .sorted(Comparator.comparingDouble(Improvement.Tried::loss))
                .map(one -> trained(variants.get(one.variant()), late))
                .filter(one -> one.guarded.held())
                .findFirst()
                .map(best -> prove(best, late, tried))
                .orElseGet(() -> Improvement.none(
                        subtask, tried, "No variant is as good as the shipped model on the guard set."));
    }

    private Improvement.Tried tried(Variant variant, LogLinearModel model, Exam choosing) {
        Exam.Marks marks = choosing.sit(model);
        Exam.Marks guarded = guard.sit(model);
        int asked = Math.max(1, choosing.size());
        return new Improvement.Tried(
                variant.name(),
                marks.loss() / asked,
                (double) marks.count() / asked,
                (double) guarded.count() / Math.max(1, guard.size()),
                Gate.Guarded.of(guardOfBase, guarded).held());
    }

    /** The best variant against what is live; where it isn't proven better, the live way of learning takes in what is new. */
    private Improvement prove(Candidate best, Learner late, List<Improvement.Tried> tried) {
        Learner before = new Learner(history.beforeProof());
        Exam proof = new Exam(examples(history.proving()));
        Exam.Marks ofBase = proof.sit(base);
        Exam.Marks ofBest = proof.sit(before.learn(best.variant));
        Optional<Candidate> current = Variant.of(live.version())
                .map(variant -> variant.equals(best.variant) ? best : trained(variant, late))
                // One that has come to forget what the shipped model knows isn't trained on: its last good model is to
                // be beaten.
                .filter(one -> one.guarded.held());
        Exam.Marks ofLive =
                proof.sit(current.map(one -> before.learn(one.variant)).orElse(live));
        Gate.Duel duel = Gate.Duel.of(ofLive.right(), ofBest.right());
        if (duel.proven() && overTwin(best.variant, ofBest, proof).proven()) {
            return result(Improvement.Step.PROMOTED, best, ofBest, ofLive, tried, duel + " " + best.guarded);
        }
        if (current.isPresent() && !Gate.Duel.of(ofBase.right(), ofLive.right()).worse()) {
            return result(
                    Improvement.Step.REFRESHED,
                    current.get(),
                    ofLive,
                    ofBase,
                    tried,
                    "Learned as before, with the newest decisions. Against the shipped model: "
                            + Gate.Duel.of(ofBase.right(), ofLive.right()) + " " + current.get().guarded);
        }
        String doubt = duel.proven()
                ? " But one that learned the same answers at the wrong questions does as well: it is kept, but not used."
                : " That proves nothing, so it is kept, but not used.";
        return result(Improvement.Step.KEPT, best, ofBest, ofLive, tried, duel + doubt);
    }

    /**
     * Against a twin that learned the same answers, dealt out to other questions. Who only learns which answers are frequent does
     * as well with those, and has understood nothing.
     */
    private Gate.Duel overTwin(Variant variant, Exam.Marks own, Exam proof) {
        LogLinearModel twin = new Learner(History.dealtOut(history.beforeProof())).learn(variant);
        return Gate.Duel.of(proof.sit(twin).right(), own.right());
    }

    /** A variant with the model that it makes of all decisions. */
    private record Candidate(Variant variant, LogLinearModel model, Exam.Marks marks, Gate.Guarded guarded) {}

    private Candidate trained(Variant variant, Learner late) {
        LogLinearModel unnamed = late.learn(variant);
        String hash = DataFolder.sha256(LogLinearModelFile.bytes(unnamed)).substring(0, NAME);
        LogLinearModel model = unnamed.named(variant.version(subtask, hash));
        Exam.Marks marks = guard.sit(model);
        return new Candidate(variant, model, marks, Gate.Guarded.of(guardOfBase, marks));
    }

    /** @param compared the marks of what the candidate was held against, on the same decisions as its own */
    private Improvement result(
            Improvement.Step step,
            Candidate candidate,
            Exam.Marks own,
            Exam.Marks compared,
            List<Improvement.Tried> tried,
            String why) {
        Provenance provenance = new Provenance(
                subtask,
                candidate.model.version(),
                Optional.of(base.version()),
                List.of(new Provenance.Data("decisions", History.sha256(lessons), lessons.size())),
                lessons.size(),
                candidate.variant.parameters(),
                List.of(
                        own.accuracy("accuracy on later decisions"),
                        compared.accuracy("the compared model's on the same"),
                        candidate.marks.accuracy("accuracy on the guard set")),
                List.of(),
                List.of(),
                now);
        return new Improvement(
                subtask, step, tried, Optional.of(new Improvement.Trained(candidate.model, provenance)), why);
    }

    private static List<Example<?>> examples(List<Lesson> lessons) {
        return lessons.stream().<Example<?>>map(lesson -> lesson.example(1)).toList();
    }

    /** Learns from the same decisions in any way; compiles them once for each memory. */
    private final class Learner {
        private final List<Lesson> lessons;
        private final Map<Optional<?>, LogLinearTuner> tuners = new HashMap<>();

        Learner(List<Lesson> lessons) {
            this.lessons = lessons;
        }

        LogLinearModel learn(Variant variant) {
            return tuners.computeIfAbsent(variant.halfLife(), memory -> tuner(variant))
                    .tune(variant.prior(), new ModelVersion(subtask.name() + "/unnamed"));
        }

        private LogLinearTuner tuner(Variant variant) {
            return new LogLinearTuner(
                    base,
                    lessons.stream()
                            .map(lesson -> lesson.example(variant.weight(lesson.at(), now)))
                            .toList());
        }
    }
}
