package app.whichday.when;

import app.whichday.choice.Policy;
import app.whichday.choice.Ranked;
import app.whichday.choice.Ranking;
import app.whichday.choice.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * When a reading is clear enough, and when the owner is asked.
 *
 * @param day which day: over the probabilities of all readings on a day together, so that a doubt between 3 in the afternoon
 *     and 3 at night is none about the day
 * @param rest which half of the day, and which month or year: a mistake there is seldom one that hurts
 * @param time the least probability, 0 to 1, at which a doubtful candidate counts as a time at all
 * @param sure the same for words that look like nothing else ("next Friday at 3")
 */
public record ReadingPolicy(Policy day, Policy rest, double time, double sure) {
    /** Set on mail that the shipped weights were not trained on, for at most three wrong days in a hundred. */
    public static final ReadingPolicy DEFAULT = new ReadingPolicy(new Policy(0.78, 0), new Policy(0.4, 0), 0.5, 0.25);

    public ReadingPolicy {
        if (!(time >= 0 && time <= 1 && sure >= 0 && sure <= 1)) {
            throw new IllegalArgumentException("Least probabilities are from 0 to 1, not " + time + " and " + sure);
        }
    }

    /** @param conflict whether the words contradict each other: then the owner is asked, however likely one side is */
    Verdict<Reading> decide(Ranking<Reading> ranking, boolean conflict) {
        if (ranking.best().value().grain().compareTo(Grain.DAY) > 0) {
            return conflict ? Policy.ask(ranking) : rest.decide(ranking);
        }
        Ranking<Reading> byDay = byDay(ranking);
        Verdict<Reading> verdict = conflict ? Policy.ask(byDay) : day.decide(byDay);
        return switch (verdict) {
            case Verdict.Ask<Reading> ask -> ask;
            case Verdict.Act<Reading> act -> rest.decide(ranking);
        };
    }

    /** For each day its likeliest reading, with the probability of all readings on it. */
    private static Ranking<Reading> byDay(Ranking<Reading> ranking) {
        Map<LocalDate, Ranked<Reading>> days = new LinkedHashMap<>();
        for (Ranked<Reading> ranked : ranking.ranked()) {
            days.merge(
                    ranked.value().day(),
                    ranked,
                    (a, b) -> new Ranked<>(a.option(), Math.min(1, a.probability() + b.probability())));
        }
        if (days.size() == ranking.ranked().size()) {
            return ranking;
        }
        List<Ranked<Reading>> likeliestFirst = new ArrayList<>(days.values());
        likeliestFirst.sort((a, b) -> Double.compare(b.probability(), a.probability()));
        return new Ranking<>(ranking.subtask(), likeliestFirst, ranking.by());
    }
}
