package app.whichday.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import app.whichday.choice.LogLinearTuner;
import app.whichday.choice.ModelVersion;
import app.whichday.choice.Subtask;
import app.whichday.when.Sighting;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sixty days of an owner's mail, through the pipeline that reads everybody's, and what is learned of it at night. */
class SimulatedOwnerTest {
    private static final int DAYS = 60;
    private static final int HALF = 30;

    private static SimulatedAssistant learned;
    private static SimulatedAssistant.Tally withBase;
    private static SimulatedAssistant.Tally withOwn;

    /** @return what became of the mail of days 31 to 60 */
    private static SimulatedAssistant.Tally live(long seed, SimulatedAssistant assistant, int everyNights) {
        List<List<SimulatedOwner.Told>> days = new SimulatedOwner(seed, SimulatedOwner.SLIP).days(DAYS);
        SimulatedAssistant.Tally early = new SimulatedAssistant.Tally();
        SimulatedAssistant.Tally late = new SimulatedAssistant.Tally();
        for (int day = 0; day < DAYS; day++) {
            SimulatedAssistant.Tally tally = day < HALF ? early : late;
            days.get(day).forEach(told -> assistant.take(told, tally));
            if (day % everyNights == everyNights - 1) {
                assistant.night(night(day));
            }
        }
        return late;
    }

    private static Instant night(int day) {
        return SimulatedOwner.FIRST_DAY
                .plusDays(day)
                .atTime(23, 0)
                .atZone(SimulatedOwner.ZONE)
                .toInstant();
    }

    @BeforeAll
    static void liveForSixtyDays() throws IOException {
        withBase = live(7, new SimulatedAssistant(0), Integer.MAX_VALUE);
        learned = new SimulatedAssistant(0);
        withOwn = live(7, learned, 5);
        System.out.println("With the shipped models: " + withBase + "\nWith the owner's own:    " + withOwn);
    }

    @Test
    void inTheSecondMonthWrongDaysAreAtMostTwoInFiveOfWhatTheyWere() {
        assertThat(withBase.wrong).isGreaterThan(50);
        assertThat(withOwn.wrong).isLessThanOrEqualTo((int) (0.4 * withBase.wrong));
        assertThat(withOwn.wrongUnasked).isLessThanOrEqualTo((int) (0.4 * withBase.wrongUnasked));
    }

    @Test
    void questionsAreAtMostHalf() {
        assertThat(withBase.asked).isGreaterThan(15);
        assertThat(withOwn.asked).isLessThanOrEqualTo(withBase.asked / 2);
    }

    @Test
    void missortedMailIsAtMostTwoInFiveOfWhatItWas() {
        assertThat(withOwn.missorted).isLessThanOrEqualTo((int) (0.4 * withBase.missorted));
        assertThat(withBase.missortedOfList).isGreaterThan(20);
        assertThat(withOwn.missortedOfList).isLessThanOrEqualTo((int) (0.4 * withBase.missortedOfList));
        assertThat(withOwn.misjudgedReply).isLessThanOrEqualTo((int) (0.4 * withBase.misjudgedReply));
    }

    @Test
    void whatIsLiveHasSeenTheNewestDecisions() {
        Improvement last = learned.nights.stream()
                .filter(night -> night.subtask().equals(Sighting.READING))
                .reduce((a, b) -> b)
                .orElseThrow();
        assertThat(last.step()).isEqualTo(Improvement.Step.REFRESHED);
        assertThat(learned.live(Sighting.READING).version())
                .isEqualTo(last.trained().orElseThrow().model().version());
    }

    @Test
    void anOwnerWhoClicksAtRandomOnceInTenTimesNeverEndsBelowTheShippedModelOnTheGuardSet() throws IOException {
        staysOnTheGuardSetWithNoise(11);
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(longs = {12, 13, 14, 15})
    void norDoOthersWhoDo(long seed) throws IOException {
        staysOnTheGuardSetWithNoise(seed);
    }

    private static void staysOnTheGuardSetWithNoise(long seed) throws IOException {
        SimulatedAssistant assistant = new SimulatedAssistant(0.1);
        live(seed, assistant, 10);
        for (Subtask subtask : SimulatedAssistant.SUBTASKS) {
            assertThat(assistant.live(subtask).version())
                    .isNotEqualTo(assistant.base(subtask).version());
            assertThat(assistant.guard(subtask).sit(assistant.live(subtask)).count())
                    .as(subtask.name())
                    .isGreaterThanOrEqualTo(assistant
                            .guard(subtask)
                            .sit(assistant.base(subtask))
                            .count());
        }
    }

    /** Somebody new with one habit, who writes again and again; every wrong reading is corrected and learned from. */
    @Test
    void threeCorrectionsSettleANewCorrespondentsHabit() {
        assertThat(settledByThree(40)).isGreaterThanOrEqualTo(38);
    }

    @Tag("long")
    @Test
    void andThoseOfManyMore() {
        assertThat(settledByThree(400)).isGreaterThanOrEqualTo(380);
    }

    private static int settledByThree(int correspondents) {
        SplittableRandom random = new SplittableRandom(21);
        int settled = 0;
        int corrections = 0;
        for (int i = 0; i < correspondents; i++) {
            int habit = random.nextInt(3);
            SimulatedOwner.Correspondent who = new SimulatedOwner.Correspondent(
                    "Pat Roe", "pat" + i + "@house" + i % 50 + ".example", habit == 0, habit == 1, habit == 2, 0);
            int wrong = corrections(who, random.nextLong());
            corrections += wrong;
            settled += wrong <= 3 ? 1 : 0;
        }
        System.out.println("Settled by three corrections: " + settled + " of " + correspondents + ", corrections each: "
                + (double) corrections / correspondents);
        return settled;
    }

    /** How many of twelve mails are read wrongly. */
    private static int corrections(SimulatedOwner.Correspondent who, long seed) {
        Variant variant = Variant.of(learned.live(Sighting.READING).version()).orElseThrow();
        SimulatedOwner owner = new SimulatedOwner(seed, 0);
        SimulatedAssistant assistant = learned.another();
        SimulatedAssistant.Tally tally = new SimulatedAssistant.Tally();
        LocalDateTime sent = SimulatedOwner.FIRST_DAY.plusDays(DAYS).atTime(10, 0);
        for (int i = 0; i < 12; i++) {
            int before = tally.wrong;
            assistant.take(owner.unusual(who, sent.plusDays(i)), tally);
            if (tally.wrong > before) {
                assistant.take(
                        Sighting.READING,
                        new LogLinearTuner(
                                        assistant.base(Sighting.READING),
                                        assistant.lessons.get(Sighting.READING).stream()
                                                .map(lesson -> lesson.example(1))
                                                .toList())
                                .tune(variant.prior(), new ModelVersion("reading/own")));
            }
        }
        return tally.wrong;
    }
}
