package app.whichday.when.kinds;

import app.whichday.when.words.Role;
import app.whichday.when.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * A number in words or figures.
 *
 * @param end one past its last token
 * @param article whether it is only "a"
 * @param halves the number doubled, so that "one and a half" is 3
 */
public record Amount(int end, int halves, boolean article) {
    private static final int LARGEST = 100_000;

    public int value() {
        return halves / 2;
    }

    public boolean whole() {
        return halves % 2 == 0;
    }

    /** "three", "21", "twenty-one", "a", "a couple of", "half an", "one and a half", "2.5". */
    public static @Nullable Amount at(Words words, int i) {
        if (words.isNumber(i)) {
            return figure(words, i);
        }
        if (words.is(i, Role.HALF) && words.value(i, Role.HALF) > 0) {
            return new Amount(i + 1, words.value(i, Role.HALF), false);
        }
        if (words.is(i, Role.HALF) && words.is(i + 1, Role.A)) {
            return new Amount(i + 2, 1, false);
        }
        if (words.is(i, Role.A) && words.is(i + 1, Role.HALF) && !words.is(i + 1, "half")) {
            return new Amount(i + 2, 1, false);
        }
        if (words.is(i, Role.A)) {
            Amount rest = words.is(i + 1, Role.NUMBER) ? at(words, i + 1) : null;
            return rest != null ? rest : new Amount(i + 1, 2, true);
        }
        if (!words.is(i, Role.NUMBER)) {
            return null;
        }
        int value = words.value(i, Role.NUMBER);
        int end = i + 1;
        if (value >= 20 && value % 10 == 0) {
            int unit = words.isDash(end) ? end + 1 : end;
            if (words.is(unit, Role.NUMBER)
                    && words.value(unit, Role.NUMBER) < 10
                    && words.value(unit, Role.NUMBER) > 0) {
                value += words.value(unit, Role.NUMBER);
                end = unit + 1;
            }
        }
        if (words.is(end, Role.OF)) {
            end++;
        }
        return half(words, new Amount(end, value * 2, false));
    }

    private static @Nullable Amount figure(Words words, int i) {
        int value = words.number(i);
        if (value > LARGEST) {
            return null;
        }
        boolean point = words.isMark(i + 1, '.') || words.isMark(i + 1, ',');
        if (point && words.glued(i + 1) && words.isNumber(i + 2) && words.glued(i + 2)) {
            return words.digits(i + 2) == 1 && words.number(i + 2) == 5
                    ? new Amount(i + 3, value * 2 + 1, false)
                    : null;
        }
        return half(words, new Amount(i + 1, value * 2, false));
    }

    private static Amount half(Words words, Amount amount) {
        int end = amount.end();
        return words.is(end, Role.AND) && words.is(end + 1, Role.A) && words.is(end + 2, Role.HALF)
                ? new Amount(end + 3, amount.halves() + 1, false)
                : amount;
    }

    /** "21st", "third", "twenty-first"; the value is from 1 to 31, else null. */
    public static @Nullable Amount ordinal(Words words, int i) {
        if (words.isNumber(i)
                && words.is(i + 1, Role.SUFFIX)
                && words.glued(i + 1)
                && words.number(i) >= 1
                && words.number(i) <= 31) {
            return new Amount(i + 2, words.number(i) * 2, false);
        }
        if (words.is(i, Role.ORDINAL)) {
            return new Amount(i + 1, words.value(i, Role.ORDINAL) * 2, false);
        }
        int tens = words.is(i, Role.NUMBER) ? words.value(i, Role.NUMBER) : 0;
        int unit = words.isDash(i + 1) ? i + 2 : i + 1;
        if ((tens == 20 || tens == 30) && words.is(unit, Role.ORDINAL) && words.value(unit, Role.ORDINAL) < 10) {
            return new Amount(unit + 1, (tens + words.value(unit, Role.ORDINAL)) * 2, false);
        }
        return null;
    }

    /** A year after a date: "2025", "'01", ", 2001"; null if none follows. Its value is the full year. */
    public static @Nullable Amount year(Words words, int i) {
        int at = words.isMark(i, ',') || words.is(i, Role.OF) || words.is(i, Role.IN) ? i + 1 : i;
        if (words.isNumber(at)
                && words.digits(at) == 4
                && plausibleYear(words.number(at))
                && !words.startsParagraph(at)
                && !longer(words, at)) {
            return new Amount(at + 1, words.number(at) * 2, false);
        }
        boolean apostrophe = words.isMark(at, '\'') || words.isMark(at, '\u2019');
        if (apostrophe && words.isNumber(at + 1) && words.glued(at + 1) && words.digits(at + 1) == 2) {
            return new Amount(at + 2, century(words.number(at + 1)) * 2, false);
        }
        return null;
    }

    /**
     * A year of two digits that can be no day and no hour, and ends what is said: "3 Aug 96". Its value is the full year.
     */
    static @Nullable Amount shortYear(Words words, int i) {
        int at = words.isMark(i, ',') ? i + 1 : i;
        boolean closes = at + 1 >= words.size() || words.isMark(at + 1) || words.startsLine(at + 1);
        return words.isNumber(at)
                        && words.digits(at) == 2
                        && words.number(at) > 31
                        && !words.glued(at)
                        && closes
                        && !(words.glued(at + 1) && words.isMark(at + 1) && !words.isMark(at + 1, '.'))
                ? new Amount(at + 1, century(words.number(at)) * 2, false)
                : null;
    }

    /** "2001" that goes on as "2001:30" or "2001/2" or "2,001" or "2001.5" is no year. */
    private static boolean longer(Words words, int at) {
        int next = at + 1;
        boolean glued = words.glued(next) && words.glued(next + 1) && words.isNumber(next + 1);
        return glued
                && (words.isMark(next, ':')
                        || words.isMark(next, '/')
                        || words.isMark(next, '.')
                        || words.isMark(next, ','));
    }

    static boolean plausibleYear(int year) {
        return year >= 1900 && year < 2100;
    }

    /** Two digits: 70 to 99 are of the 20th century. */
    static int century(int twoDigits) {
        return twoDigits >= 70 ? 1900 + twoDigits : 2000 + twoDigits;
    }
}
