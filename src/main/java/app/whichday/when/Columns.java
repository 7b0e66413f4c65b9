package app.whichday.when;

import app.whichday.when.words.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Times of one shape at the beginnings of lines, as in schedules, tables and logs: they speak for each other. */
final class Columns {
    private Columns() {}

    static void count(Words words, List<Draft> drafts) {
        Map<String, Integer> beginning = new HashMap<>();
        for (Draft draft : drafts) {
            if (begins(words, draft)) {
                beginning.merge(shape(draft), 1, Integer::sum);
            }
        }
        for (Draft draft : drafts) {
            draft.column = begins(words, draft) ? beginning.getOrDefault(shape(draft), 0) : 0;
        }
    }

    private static boolean begins(Words words, Draft draft) {
        return draft.begin == 0 || words.startsLine(draft.begin);
    }

    private static String shape(Draft draft) {
        return draft.day == null ? "clock" : draft.day.shape();
    }
}
