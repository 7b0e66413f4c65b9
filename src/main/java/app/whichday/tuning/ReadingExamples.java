package app.whichday.tuning;

import app.whichday.choice.Example;
import app.whichday.when.Reading;
import app.whichday.when.Sighting;
import app.whichday.when.WhenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The questions that a reader meets in labelled texts, with their answers.
 *
 * @param which which reading is meant
 * @param isTime whether it is a time
 */
record ReadingExamples(List<Example<Reading>> which, List<Example<Boolean>> isTime) {
    /** @param reader what was spoken of before is what this one made of it */
    static ReadingExamples of(List<LabelledText> texts, WhenReader reader) {
        ReadingExamples examples = new ReadingExamples(new ArrayList<>(), new ArrayList<>());
        for (LabelledText text : texts) {
            for (LabelledText.Labelled labelled : text.sightings(reader)) {
                examples.add(text, labelled.sighting(), labelled.gold());
            }
        }
        return examples;
    }

    private void add(LabelledText text, Sighting sighting, List<Gold> gold) {
        if (!gold.isEmpty() || text.complete()) {
            boolean time = !gold.isEmpty();
            isTime.add(new Example<>(sighting.isTime(), Set.of(time ? 0 : 1), text.group(), text.weight()));
        }
        if (gold.stream().anyMatch(Gold::resolved)) {
            which.add(new Example<>(sighting.which(), right(sighting, gold), text.group(), text.weight()));
        }
    }

    /** The options that say what was labelled; where none does in full, those with the right day. */
    private static Set<Integer> right(Sighting sighting, List<Gold> gold) {
        Set<Integer> right = new TreeSet<>();
        Set<Integer> rightDay = new TreeSet<>();
        for (int i = 0; i < sighting.which().options().size(); i++) {
            Reading reading = sighting.which().options().get(i).value();
            for (Gold label : gold) {
                if (label.resolved() && label.right(reading)) {
                    right.add(i);
                }
                if (label.resolved() && label.unit().compareTo(Gold.Unit.DAY) <= 0 && label.rightDay(reading)) {
                    rightDay.add(i);
                }
            }
        }
        return right.isEmpty() ? rightDay : right;
    }
}
