package app.whichday.tuning;

import app.whichday.when.Anchor;
import app.whichday.when.Background;
import app.whichday.when.Span;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Sentences in which the writer gave a date beside a weekday, the date taken out: {@code when/enron-weekday-pairs.jsonl}. What
 * lies further off than two weeks nobody could know from the sentence, so it is left out.
 */
final class WeekdayPairs {
    private static final int KNOWABLE_DAYS = 13;
    /** The data holds no weekday that means the sent day itself, so what is a week off would count for too much. */
    private static final double OF_A_WEEK = 0.2;

    private static final ZoneId ZONE = ZoneId.of("America/Chicago");

    private WeekdayPairs() {}

    /** @param weight below 1: writers add dates where the weekday alone is unclear, so these are no fair sample of mail */
    static List<LabelledText> read(DataFolder data, double weight) throws IOException {
        List<LabelledText> texts = new ArrayList<>();
        for (JsonNode row : data.lines("when/enron-weekday-pairs.jsonl")) {
            int days = Math.abs(row.path("delta_days").asInt());
            if (row.path("clean").asBoolean() && !row.path("leak").asBoolean() && days > 0 && days <= KNOWABLE_DAYS) {
                texts.add(text(row, days == 7 ? weight * OF_A_WEEK : weight));
            }
        }
        return texts;
    }

    private static LabelledText text(JsonNode row, double weight) {
        LocalDateTime sent =
                LocalDateTime.parse(row.path("reference_datetime").asText().substring(0, 19));
        int begin = row.path("expr_start").asInt();
        Span span = new Span(begin, begin + row.path("expr").asText().length());
        Gold.Meaning meaning = new Gold.Meaning(
                Gold.Meaning.time(row.path("expected_start").asText().substring(0, 10)), null);
        String source = row.path("source").asText();
        return new LabelledText(
                LabelledText.Set.PAIRS,
                Owners.ofMailbox(source.substring(source.indexOf('/') + 1)),
                weight,
                List.of(new LabelledText.Passage(
                        row.path("text").asText(),
                        0,
                        new Anchor(sent.atZone(ZONE).toInstant(), ZONE, Locale.US),
                        Background.NONE)),
                List.of(new Gold(span, Gold.Kind.CLEAR, false, Gold.Unit.PART, List.of(meaning))),
                false);
    }
}
