package app.whichday.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.whichday.choice.Exam;
import app.whichday.choice.LogLinearModel;
import app.whichday.choice.Subtask;
import app.whichday.triage.MailTriage;
import app.whichday.when.Sighting;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PersonalTrainingTest {
    private static final int DAYS = 40;
    private static final Instant NOW = SimulatedOwner.FIRST_DAY
            .plusDays(DAYS)
            .atStartOfDay(SimulatedOwner.ZONE)
            .toInstant();

    private static SimulatedAssistant assistant;

    @BeforeAll
    static void hearTheOwnerForFortyDays() throws IOException {
        assistant = heard(3, DAYS);
    }

    private static SimulatedAssistant heard(long seed, int days) throws IOException {
        SimulatedAssistant hearing = new SimulatedAssistant(0);
        SimulatedAssistant.Tally tally = new SimulatedAssistant.Tally();
        new SimulatedOwner(seed, SimulatedOwner.SLIP)
                .days(days)
                .forEach(day -> day.forEach(told -> hearing.take(told, tally)));
        return hearing;
    }

    private static Improvement improve(Subtask subtask, LogLinearModel live, List<Lesson> lessons) {
        return PersonalTraining.improve(subtask, assistant.base(subtask), live, lessons, assistant.guard(subtask), NOW);
    }

    private static List<Lesson> lessons(Subtask subtask) {
        return assistant.lessons.get(subtask);
    }

    @Test
    void whatAnOwnerTeachesGoesLive() {
        for (Subtask subtask : SimulatedAssistant.SUBTASKS) {
            Improvement improvement = improve(subtask, assistant.base(subtask), lessons(subtask));
            assertThat(improvement.step()).as(improvement.why()).isEqualTo(Improvement.Step.PROMOTED);
            LogLinearModel model = improvement.trained().orElseThrow().model();
            Exam guard = assistant.guard(subtask);
            assertThat(guard.sit(model).count())
                    .isGreaterThanOrEqualTo(guard.sit(assistant.base(subtask)).count());
            assertThat(improvement.tried()).hasSizeBetween(25, 35);
        }
    }

    @Test
    void whatIsLiveTakesInNewDecisionsWithoutBeingProvenAnew() {
        List<Lesson> all = lessons(Sighting.READING);
        Improvement first =
                improve(Sighting.READING, assistant.base(Sighting.READING), all.subList(0, all.size() * 3 / 4));
        assertThat(first.step()).isEqualTo(Improvement.Step.PROMOTED);
        Improvement next =
                improve(Sighting.READING, first.trained().orElseThrow().model(), all);
        assertThat(next.goesLive()).isTrue();
        assertThat(next.trained().orElseThrow().provenance().examples()).isEqualTo(all.size());
    }

    @Test
    void theSameDecisionsInAnyOrderGiveTheSameModelToTheBit() {
        List<Lesson> shuffled = new ArrayList<>(lessons(MailTriage.CATEGORY));
        Collections.shuffle(shuffled, new Random(1));
        LogLinearModel base = assistant.base(MailTriage.CATEGORY);
        assertThat(improve(MailTriage.CATEGORY, base, shuffled)
                        .trained()
                        .orElseThrow()
                        .model()
                        .version())
                .isEqualTo(improve(MailTriage.CATEGORY, base, lessons(MailTriage.CATEGORY))
                        .trained()
                        .orElseThrow()
                        .model()
                        .version());
    }

    @Test
    void withFewDecisionsNothingIsTrained() {
        Improvement improvement = improve(
                Sighting.READING,
                assistant.base(Sighting.READING),
                lessons(Sighting.READING).subList(0, PersonalTraining.FEWEST - 1));
        assertThat(improvement.step()).isEqualTo(Improvement.Step.NONE);
        assertThat(improvement.why()).isEqualTo("There are 19 decisions so far; learning begins with 20.");
    }

    @Test
    void aLessonOfAnotherSubtaskIsRefused() {
        assertThatThrownBy(() ->
                        improve(MailTriage.CATEGORY, assistant.base(MailTriage.CATEGORY), lessons(Sighting.READING)))
                .hasMessage("A lesson of reading can't teach triage");
    }

    @Test
    void ofShuffledAnswersNothingIsLearned() {
        assertThat(promotedOfShuffled(6)).isZero();
    }

    @Test
    @Tag("long")
    void ofAHundredShufflesAtMostFiveArePromoted() {
        int promoted = promotedOfShuffled(100);
        System.out.println("Promoted with shuffled answers: " + promoted + " of 100");
        assertThat(promoted).isLessThanOrEqualTo(5);
    }

    /** Each question gets the answer to another one of as many options, of subtasks in turn. */
    private static int promotedOfShuffled(int runs) {
        int promoted = 0;
        for (int run = 0; run < runs; run++) {
            Subtask subtask = SimulatedAssistant.SUBTASKS.get(run % SimulatedAssistant.SUBTASKS.size());
            Improvement improvement =
                    improve(subtask, assistant.base(subtask), shuffled(lessons(subtask), new Random(run)));
            promoted += improvement.step() == Improvement.Step.PROMOTED ? 1 : 0;
        }
        return promoted;
    }

    private static List<Lesson> shuffled(List<Lesson> lessons, Random random) {
        Map<Integer, List<Set<Integer>>> answers = new TreeMap<>();
        for (Lesson lesson : lessons) {
            answers.computeIfAbsent(lesson.options().size(), size -> new ArrayList<>())
                    .add(lesson.right());
        }
        answers.values().forEach(right -> Collections.shuffle(right, random));
        return lessons.stream()
                .map(lesson ->
                        lesson.answered(answers.get(lesson.options().size()).removeLast()))
                .toList();
    }
}
