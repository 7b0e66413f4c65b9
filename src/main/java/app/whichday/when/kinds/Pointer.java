package app.whichday.when.kinds;

import app.whichday.when.meaning.Deixis;
import app.whichday.when.words.Role;
import app.whichday.when.words.Words;

/**
 * The pointing words before a day or period: "this", "next", "this coming", "this past".
 *
 * @param end one past them; the token itself when there are none
 * @param following "the following Friday": counted from what was spoken of, not from now
 */
record Pointer(int end, Deixis deixis, boolean following) {
    static Pointer at(Words words, int i) {
        if (words.is(i, Role.THIS)) {
            if (words.is(i + 1, Role.COMING) || words.is(i + 1, Role.NEXT)) {
                return new Pointer(i + 2, Deixis.COMING, false);
            }
            if (words.is(i + 1, Role.LAST)) {
                return new Pointer(i + 2, Deixis.PAST, false);
            }
            return new Pointer(i + 1, Deixis.THIS, false);
        }
        if (words.is(i, Role.COMING)) {
            return new Pointer(i + 1, Deixis.COMING, false);
        }
        if (words.is(i, Role.NEXT)) {
            return new Pointer(i + 1, words.value(i, Role.NEXT) == 0 ? Deixis.NEXT : Deixis.AFTER_NEXT, false);
        }
        if (words.is(i, Role.LAST)) {
            return new Pointer(i + 1, words.value(i, Role.LAST) == 0 ? Deixis.LAST : Deixis.BEFORE_LAST, false);
        }
        return words.is(i, Role.FOLLOWING) ? new Pointer(i + 1, Deixis.NEXT, true) : new Pointer(i, Deixis.NONE, false);
    }
}
