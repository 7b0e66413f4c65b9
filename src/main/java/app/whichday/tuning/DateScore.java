package app.whichday.tuning;

import app.whichday.choice.Metric;
import app.whichday.choice.Verdict;
import app.whichday.when.Reading;
import app.whichday.when.WhenReader;
import java.util.List;
import java.util.Locale;

/**
 * Counts how well times are found and read: what was found of what is there, what is right of what was answered, what was asked.
 * An answer is right when it means the same interval; asking is right where one of the readings offered is.
 */
final class DateScore {
    private int gold;
    private int found;
    private int exact;
    private int quoted;
    private int exactQuoted;
    private int answers;
    private int noTimes;
    private int dayAnswered;
    private int dayWrong;
    private int asked;
    private int askedRight;
    private int bestRight;

    void add(LabelledText text, WhenReader reader) {
        List<LabelledText.Answered> answered = text.answers(reader);
        for (Gold label : text.gold()) {
            List<LabelledText.Answered> hits = answered.stream()
                    .filter(answer -> answer.gold().contains(label))
                    .toList();
            if (label.resolved()) {
                add(label, hits);
            }
        }
        if (text.complete()) {
            answers += answered.size();
            noTimes += (int)
                    answered.stream().filter(answer -> answer.gold().isEmpty()).count();
        }
    }

    private void add(Gold label, List<LabelledText.Answered> hits) {
        gold++;
        quoted += label.quoted() ? 1 : 0;
        if (hits.isEmpty()) {
            return;
        }
        found++;
        LabelledText.Answered answer = hits.stream()
                .filter(candidate -> label.right(candidate.expression().best()))
                .findFirst()
                .orElse(hits.getFirst());
        Reading best = answer.expression().best();
        bestRight += label.rightDay(best) ? 1 : 0;
        boolean right =
                switch (answer.expression().verdict()) {
                    case Verdict.Act<Reading> act -> acted(label, best);
                    case Verdict.Ask<Reading> ask -> asked(label, ask);
                };
        exact += right ? 1 : 0;
        exactQuoted += right && label.quoted() ? 1 : 0;
    }

    private boolean acted(Gold label, Reading best) {
        if (label.unit().compareTo(Gold.Unit.DAY) <= 0) {
            dayAnswered++;
            dayWrong += label.rightDay(best) ? 0 : 1;
        }
        return label.right(best);
    }

    private boolean asked(Gold label, Verdict.Ask<Reading> ask) {
        asked++;
        askedRight += ask.between().stream().anyMatch(option -> label.rightDay(option.value())) ? 1 : 0;
        return label.kind() == Gold.Kind.AMBIGUOUS
                && ask.between().stream().anyMatch(option -> label.right(option.value()));
    }

    /** The three figures that a threshold trades against each other. */
    String tradeoff() {
        return String.format(
                Locale.ROOT,
                "wrong day %.3f of answered, %.3f of all; asked %.3f; exact %.3f",
                share(dayWrong, dayAnswered),
                share(dayWrong, gold),
                share(asked, gold),
                share(exact, gold));
    }

    private static double share(int part, int whole) {
        return (double) part / Math.max(1, whole);
    }

    /** The figures, named after the set. */
    List<Metric> metrics(String set) {
        return List.of(
                Metric.share(set + " recall", found, gold),
                Metric.share(set + " precision", answers - noTimes, answers),
                Metric.share(set + " exact", exact, gold),
                Metric.share(set + " exact in quotes", exactQuoted, quoted),
                Metric.share(set + " wrong day of answered", dayWrong, dayAnswered),
                Metric.share(set + " wrong day of all", dayWrong, gold),
                Metric.share(set + " right day if it had to answer", bestRight, gold),
                Metric.share(set + " asked", asked, gold),
                Metric.share(set + " asked with the right day offered", askedRight, asked));
    }
}
