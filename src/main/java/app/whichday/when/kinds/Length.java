package app.whichday.when.kinds;

import app.whichday.when.meaning.Days;
import app.whichday.when.meaning.Unit;
import app.whichday.when.words.Role;
import app.whichday.when.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * A length of time: "three weeks", "two business days", "an hour and a half", "1 day 21 hours".
 *
 * @param end one past its last token
 * @param count how many of the unit
 */
public record Length(int end, int count, Unit unit) {
    private static final int MOST = 1_000_000_000;
    private static final int MOST_PARTS = 4;
    private static final int QUARTER = 15;
    private static final int LONGEST_STAY = 366;

    /** The unit after an amount, and smaller ones after it; halves become the smaller unit. Null when no unit follows. */
    static @Nullable Length after(Words words, Amount amount) {
        Length length = single(words, amount);
        for (int parts = 1; length != null && parts < MOST_PARTS; parts++) {
            Length longer = length.and(words);
            if (longer == null) {
                return length;
            }
            length = longer;
        }
        return length;
    }

    /** A length at the token: as {@link #after}, or a fraction of an hour: "a quarter of an hour", "3/4 h". */
    public static @Nullable Length at(Words words, int i) {
        Length fraction = fraction(words, i);
        Amount amount = fraction == null ? Amount.at(words, i) : null;
        return amount == null ? fraction : after(words, amount);
    }

    private static @Nullable Length fraction(Words words, int i) {
        int end;
        int quarters;
        boolean article = words.is(i, Role.A);
        if (article && (words.is(i + 1, "viertelstunde") || words.is(i + 1, "dreiviertelstunde"))) {
            return new Length(i + 2, words.is(i + 1, "viertelstunde") ? QUARTER : 3 * QUARTER, Unit.MINUTE);
        }
        if (words.isNumber(i)) {
            boolean slash =
                    words.isMark(i + 1, '/') && words.glued(i + 1) && words.isNumber(i + 2) && words.glued(i + 2);
            boolean part = slash && (words.number(i + 2) == 2 || words.number(i + 2) == 4);
            quarters = part ? words.number(i) * 4 / words.number(i + 2) : 0;
            end = i + 3;
        } else {
            int what = words.isDash(i + 1) ? i + 2 : i + 1;
            quarters = words.is(what, "quarter") && article
                    ? 1
                    : words.is(what, "quarters") && words.is(i, "three") ? 3 : 0;
            end = words.is(what + 1, Role.OF) ? what + 2 : what + 1;
            end = words.is(end, Role.A) ? end + 1 : end;
        }
        boolean hour = words.is(end, Role.UNIT) && words.value(end, Role.UNIT) == Unit.HOUR.ordinal();
        return hour && quarters > 0 && quarters < 4 ? new Length(end + 1, quarters * QUARTER, Unit.MINUTE) : null;
    }

    /** With the smaller length that follows, in its unit; null where none does. */
    private @Nullable Length and(Words words) {
        int at = words.isMark(end, ',') ? end + 1 : end;
        at = words.is(at, Role.AND) ? at + 1 : at;
        Amount amount = words.startsSentence(at) || words.startsLine(at) ? null : Amount.at(words, at);
        Length more = amount == null || amount.article() ? null : single(words, amount);
        int times = more == null ? 0 : unit.holds(more.unit);
        return more == null || times == 0 || (long) count * times > MOST
                ? null
                : new Length(more.end, count * times + more.count, more.unit);
    }

    private static @Nullable Length single(Words words, Amount amount) {
        int at = words.isDash(amount.end()) && words.glued(amount.end()) ? amount.end() + 1 : amount.end();
        if (at > amount.end() && words.is(at, Role.UNIT) && words.end(at) - words.begin(at) == 1) {
            // "2019-H2" holds no hours.
            return null;
        }
        at = words.is(at, Role.LAST) || words.is(at, "more") || words.is(at, "full") ? at + 1 : at;
        boolean business = words.is(at, Role.BUSINESS);
        at = business ? at + 1 : at;
        if (!words.is(at, Role.UNIT)
                || words.startsParagraph(at)
                || !words.glued(at) && words.end(at) - words.begin(at) == 1 && !words.is(at, "h")) {
            return null;
        }
        Unit unit = Unit.of(words.value(at, Role.UNIT));
        if (unit == Unit.SECOND && words.is(at, "second") && !amount.article()) {
            return null;
        }
        if (unit == Unit.QUARTER && amount.article()) {
            return null;
        }
        int end = at + 1;
        int halves = amount.halves();
        if (words.is(end, Role.AND) && words.is(end + 1, Role.A) && words.is(end + 2, Role.HALF)) {
            halves++;
            end += 3;
        } else if (words.is(end, Role.OR) && words.is(end + 1, "so")) {
            end += 2;
        } else if (words.is(end, Role.OR) && words.is(end + 1, Role.NUMBER)) {
            end += 2;
        }
        if (business && unit == Unit.DAY) {
            unit = Unit.BUSINESS_DAY;
        }
        return halves % 2 == 0 ? new Length(end, halves / 2, unit) : halved(end, halves, unit);
    }

    private static @Nullable Length halved(int end, int halves, Unit unit) {
        return switch (unit) {
            case MINUTE -> new Length(end, halves * 30, Unit.SECOND);
            case HOUR -> new Length(end, halves * 30, Unit.MINUTE);
            case DAY -> new Length(end, halves * 12, Unit.HOUR);
            case WEEK -> new Length(end, halves * 7 / 2, Unit.DAY);
            case MONTH -> new Length(end, halves * 15, Unit.DAY);
            case YEAR -> new Length(end, halves * 6, Unit.MONTH);
            default -> null;
        };
    }

    /** In days, where each has as many of them; 0 for other lengths and for more than a year. */
    public int days() {
        long days =
                switch (unit) {
                    case DAY -> count;
                    case WEEK -> 7L * count;
                    case FORTNIGHT -> 14L * count;
                    default -> 0;
                };
        return days <= LONGEST_STAY ? (int) days : 0;
    }

    /** So much after now, or before it where the sign is -1. */
    public Days.Away away(int sign) {
        return new Days.Away(sign * count, unit);
    }
}
