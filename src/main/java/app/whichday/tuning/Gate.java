package app.whichday.tuning;

import app.whichday.choice.Exam;
import java.util.Locale;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.BinomialTest;

/**
 * Whether a model may take the place of the live one: it must be better on decisions that neither has seen, more clearly than
 * chance would have it, and answer no fewer of the guard set's questions than the model that ships.
 *
 * <p>Better is decided by the questions that only one of the two got right (McNemar 1947, exact and one-sided): if the two were
 * equally good, each of them would have them half the time.
 */
final class Gate {
    /** Owners are judged night after night, and luck gets a chance each time: less than the usual one in twenty. */
    static final double CHANCE = 0.025;

    private Gate() {}

    /**
     * How a model compares with another on the same questions.
     *
     * @param won questions that only the new one got right
     * @param lost the other way round
     * @param p how likely it would win so many or more by chance, if it were no better
     */
    record Duel(int questions, int won, int lost, double p) {
        static Duel of(boolean[] before, boolean[] after) {
            int won = 0;
            int lost = 0;
            for (int i = 0; i < before.length; i++) {
                won += after[i] && !before[i] ? 1 : 0;
                lost += before[i] && !after[i] ? 1 : 0;
            }
            double p = won + lost == 0
                    ? 1
                    : BinomialTest.withDefaults()
                            .with(AlternativeHypothesis.GREATER_THAN)
                            .test(won + lost, won, 0.5)
                            .getPValue();
            return new Duel(before.length, won, lost, p);
        }

        boolean proven() {
            return p <= CHANCE;
        }

        boolean worse() {
            return lost > won;
        }

        private String odds() {
            return p < 1e-4
                    ? "less than once in 10,000 times"
                    : String.format(Locale.ROOT, "once in %,d times", Math.round(1 / p));
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "On %d later decisions, %d were right by it alone and %d by the other alone%s.",
                    questions,
                    won,
                    lost,
                    won <= lost ? "" : ": by luck that happens " + odds());
        }
    }

    /**
     * The questions that ship, answered by the model that ships and by a new one.
     *
     * @param questions 0 where a subtask has none: then nothing may go live
     */
    record Guarded(int questions, int before, int after) {
        static Guarded of(Exam.Marks before, Exam.Marks after) {
            return new Guarded(before.right().length, before.count(), after.count());
        }

        boolean held() {
            return questions > 0 && after >= before;
        }

        @Override
        public String toString() {
            return questions == 0
                    ? "There is no guard set for it yet."
                    : String.format(
                            Locale.ROOT,
                            "Of the guard set's %d questions it gets %d right, the shipped model %d.",
                            questions,
                            after,
                            before);
        }
    }
}
