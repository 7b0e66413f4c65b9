package app.whichday.when.de;

import app.whichday.when.meaning.Days;
import app.whichday.when.meaning.Match;
import app.whichday.when.words.Words;
import org.jspecify.annotations.Nullable;

/** "15.10." or "15.10.18" right after a slash or dash. */
final class FigureLast {
    private FigureLast() {}

    static @Nullable Match at(Words words, int i) {
        boolean date = words.isNumber(i)
                && words.isMark(i + 1, '.')
                && words.isNumber(i + 2)
                && words.glued(i + 1)
                && words.glued(i + 2);
        if (!date
                || words.digits(i) > 2
                || words.number(i) < 1
                || words.number(i) > 31
                || words.number(i + 2) < 1
                || words.number(i + 2) > 12) {
            return null;
        }
        int end = words.isMark(i + 3, '.') && words.glued(i + 3) ? i + 4 : i + 3;
        boolean year = end == i + 4
                && words.isNumber(end)
                && words.glued(end)
                && (words.digits(end) == 2 || words.digits(end) == 4);
        int inYear = !year ? 0 : words.digits(end) == 4 ? words.number(end) : 2000 + words.number(end);
        return Match.day(year ? end + 1 : end, new Days.Date(inYear, words.number(i + 2), words.number(i)));
    }
}
