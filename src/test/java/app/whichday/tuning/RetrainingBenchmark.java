package app.whichday.tuning;

import app.whichday.choice.Subtask;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How long learning from 2,000 decisions takes, in all variants, per subtask; beside it, as a reference of the same run, how long
 * it takes to compile the guard set. Run its {@code main}; not a test.
 */
final class RetrainingBenchmark {
    private static final int DECISIONS = 2_000;
    private static final int DAYS = 240;
    private static final int TIMES = 3;

    private RetrainingBenchmark() {}

    public static void main(String... args) throws IOException {
        SimulatedAssistant heard = new SimulatedAssistant(0.1);
        SimulatedAssistant.Tally tally = new SimulatedAssistant.Tally();
        new SimulatedOwner(9, SimulatedOwner.SLIP)
                .days(DAYS)
                .forEach(day -> day.forEach(told -> heard.take(told, tally)));
        Instant now = SimulatedOwner.FIRST_DAY
                .plusDays(DAYS)
                .atStartOfDay(SimulatedOwner.ZONE)
                .toInstant();
        for (Subtask subtask : SimulatedAssistant.SUBTASKS) {
            List<Lesson> all = heard.lessons.get(subtask);
            List<Lesson> lessons = all.subList(0, Math.min(DECISIONS, all.size()));
            for (int time = 0; time < TIMES; time++) {
                long begin = System.nanoTime();
                GuardSet.of(subtask);
                long guarded = System.nanoTime();
                Improvement improvement =
                        PersonalTraining.improve(subtask, heard.base(subtask), heard.live(subtask), lessons, now);
                long end = System.nanoTime();
                System.out.println(subtask.name() + ": " + lessons.size() + " decisions, "
                        + improvement.tried().size() + " variants, "
                        + Duration.ofNanos(end - guarded).toMillis()
                        + " ms, " + improvement.step() + "; reading the guard set "
                        + Duration.ofNanos(guarded - begin).toMillis() + " ms");
            }
        }
    }
}
