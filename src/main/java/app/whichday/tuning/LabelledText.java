package app.whichday.tuning;

import app.whichday.when.Anchor;
import app.whichday.when.Background;
import app.whichday.when.Expression;
import app.whichday.when.Sighting;
import app.whichday.when.Span;
import app.whichday.when.WhenReader;
import java.util.ArrayList;
import java.util.List;

/**
 * A text whose times are known.
 *
 * @param set which data it is from: figures are given for each
 * @param group its owner: nobody is on both sides of a split
 * @param weight of its examples
 * @param passages each with its own anchor, in order
 * @param gold spans count in the whole text
 * @param complete whether what is not labelled is no time
 */
record LabelledText(Set set, String group, double weight, List<Passage> passages, List<Gold> gold, boolean complete) {
    /** Where texts come from. */
    enum Set {
        MAILS,
        PAIRS
    }

    /** @param offset of its first character in the whole text */
    record Passage(String text, int offset, Anchor anchor, Background background) {}

    LabelledText {
        passages = List.copyOf(passages);
        gold = List.copyOf(gold);
    }

    /** A candidate with the labels that it overlaps. */
    record Labelled(Sighting sighting, List<Gold> gold) {}

    /** An answer with the labels that it overlaps. */
    record Answered(Expression expression, List<Gold> gold) {}

    List<Labelled> sightings(WhenReader reader) {
        List<Labelled> found = new ArrayList<>();
        for (Passage passage : passages) {
            for (Sighting sighting : reader.sightings(passage.text, passage.anchor, passage.background)) {
                found.add(new Labelled(sighting, overlapping(sighting.span(), passage.offset)));
            }
        }
        return found;
    }

    List<Answered> answers(WhenReader reader) {
        List<Answered> found = new ArrayList<>();
        for (Passage passage : passages) {
            for (Expression expression : reader.read(passage.text, passage.anchor, passage.background)) {
                found.add(new Answered(expression, overlapping(expression.span(), passage.offset)));
            }
        }
        return found;
    }

    private List<Gold> overlapping(Span span, int offset) {
        Span shifted = new Span(span.begin() + offset, span.end() + offset);
        return gold.stream().filter(label -> label.span().overlaps(shifted)).toList();
    }
}
