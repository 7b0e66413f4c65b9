package app.whichday.choice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The local chooser: an option's score is the sum of its features' weights, its probability the softmax over the options
 * of the question. Microseconds, no I/O, and every choice can be explained to the owner.
 *
 * <p>Classification and ranking are the same thing here: a classifier's question has one option per class, whose
 * features are those of the mail crossed with the class.
 */
public final class LogLinearChooser implements Chooser {
    private final LogLinearModel model;

    public LogLinearChooser(LogLinearModel model) {
        this.model = model;
    }

    @Override
    public <T> Ranking<T> rank(Question<T> question) {
        return Ranking.of(question, probabilities(question), model.version());
    }

    /** One probability per option, in the question's order. */
    double[] probabilities(Question<?> question) {
        List<? extends Option<?>> options = question.options();
        double[] scores = new double[options.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = model.score(options.get(i).features());
        }
        return Softmax.inPlace(scores);
    }

    /**
     * What spoke for an option, against the mean of the others; the weightiest first.
     *
     * @param limit how many at most
     */
    public <T> List<Reason> explain(Question<T> question, Option<T> option, int limit) {
        Map<String, Double> contributions = new LinkedHashMap<>();
        contribute(option.features(), 1, contributions);
        for (Option<T> other : question.options()) {
            if (!other.equals(option)) {
                contribute(other.features(), -1.0 / (question.options().size() - 1), contributions);
            }
        }
        List<Reason> reasons = new ArrayList<>();
        contributions.forEach((name, contribution) -> {
            if (contribution != 0) {
                reasons.add(new Reason(name, contribution));
            }
        });
        reasons.sort(Comparator.comparingDouble(reason -> -Math.abs(reason.contribution())));
        return List.copyOf(reasons.subList(0, Math.min(limit, reasons.size())));
    }

    private void contribute(Features features, double sign, Map<String, Double> contributions) {
        for (int i = 0; i < features.size(); i++) {
            double contribution = sign * model.weight(features.hash(i)) * features.value(i) / model.temperature();
            contributions.merge(features.name(i), contribution, Double::sum);
        }
    }
}
