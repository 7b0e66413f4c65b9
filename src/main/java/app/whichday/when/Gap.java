package app.whichday.when;

import app.whichday.when.words.Role;
import app.whichday.when.words.Words;
import org.jspecify.annotations.Nullable;

/** What stands between two matches, when it is only what can join them. */
record Gap(
        boolean comma,
        boolean bracket,
        boolean dash,
        boolean to,
        boolean and,
        boolean or,
        boolean at,
        boolean the,
        boolean line,
        int tokens) {
    private static final int LONGEST = 4;
    private static final long AT =
            Role.set(Role.AT, Role.ON, Role.FROM, Role.BETWEEN, Role.IN, Role.OF, Role.ABOUT, Role.BY);

    /** The gap of tokens {@code [from, to)}, or null when something else stands in it. */
    static @Nullable Gap of(Words words, int from, int to) {
        if (to - from > LONGEST || words.startsParagraph(to)) {
            return null;
        }
        boolean comma = false;
        boolean bracket = false;
        boolean dash = false;
        boolean range = false;
        boolean and = false;
        boolean or = false;
        boolean at = false;
        boolean the = false;
        boolean line = words.startsLine(to);
        for (int i = from; i < to; i++) {
            if (words.startsParagraph(i)) {
                return null;
            }
            line |= words.startsLine(i);
            if (words.isMark(i, ',')
                    || words.isMark(i, ';')
                    || words.isMark(i, ':')
                    || words.isMark(i, '.')
                            && words.glued(i)
                            && (to == i + 1 || words.isMark(i + 1, ','))
                            && abbreviated(words, i)) {
                comma = true;
            } else if (words.isMark(i, '(') || words.isMark(i, ')') || words.isMark(i, '[')) {
                bracket = true;
            } else if (words.isDash(i)) {
                dash = true;
            } else if (words.isMark(i, '@')) {
                at = true;
            } else if (words.isMark(i, '&')) {
                and = true;
            } else if (words.is(i, Role.TO)) {
                range = true;
            } else if (words.is(i, Role.AND)) {
                and = true;
            } else if (words.is(i, Role.OR) || words.isMark(i, '/')) {
                or = true;
            } else if (words.any(i, AT)) {
                at = true;
            } else if (words.is(i, Role.THE)) {
                the = true;
            } else {
                return null;
            }
        }
        return new Gap(comma, bracket, dash, range, and, or, at, the, line, to - from);
    }

    private static boolean abbreviated(Words words, int dot) {
        return words.any(dot - 1, Role.set(Role.WEEKDAY, Role.MONTH, Role.MERIDIEM));
    }

    /** Nothing, or a comma or bracket, a preposition, an article: one thing said in two words. */
    boolean close() {
        return !dash && !to && !and && !or;
    }

    boolean range() {
        return (dash || to) && !comma && !or && !and && !bracket;
    }
}
