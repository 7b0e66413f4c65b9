package app.whichday.when.kinds;

import app.whichday.when.meaning.Clock;
import app.whichday.when.words.Role;
import app.whichday.when.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * One time on the clock in the text.
 *
 * @param sure it can be nothing else ("3pm", "9:30"); a bare figure may be anything
 */
public record ClockWords(int end, Clock clock, boolean sure) {
    private static final long JOINS = Role.set(Role.TO, Role.AND);
    private static final long SPOKEN = Role.set(Role.NUMBER, Role.OCLOCK);

    /** The time at the token, or null. {@code bare} allows a figure without any sign of a clock. */
    public static @Nullable ClockWords at(Words words, int i, boolean bare) {
        if (words.is(i, Role.NOON)) {
            return new ClockWords(i + 1, new Clock(12, 0, Clock.Half.EXACT), true);
        }
        if (words.is(i, Role.MIDNIGHT)) {
            return new ClockWords(i + 1, new Clock(24, 0, Clock.Half.EXACT), true);
        }
        if (words.isNumber(i)) {
            return figures(words, i, bare);
        }
        ClockWords past = past(words, i);
        return past != null ? past : spelled(words, i, bare);
    }

    private static @Nullable ClockWords figures(Words words, int i, boolean bare) {
        int figure = words.number(i);
        ClockWords past = words.digits(i) <= 2 ? past(words, i) : null;
        if (past != null) {
            return past;
        }
        boolean colon =
                (words.isMark(i + 1, ':') || words.is(i + 1, "h") || words.isMark(i + 1, '.')) && words.glued(i + 1);
        if (colon && words.digits(i) <= 2 && words.isNumber(i + 2) && words.glued(i + 2) && words.digits(i + 2) == 2) {
            return colon(words, i, figure, words.number(i + 2));
        }
        if (words.digits(i) <= 2) {
            return hour(words, i + 1, figure, words.digits(i) == 2 && figure < 10, bare);
        }
        return military(words, i, figure);
    }

    private static @Nullable ClockWords colon(Words words, int i, int hour, int minute) {
        if (hour > 24 || minute > 59 || hour == 24 && minute > 0) {
            return null;
        }
        int end = i + 3;
        boolean dot = words.isMark(i + 1, '.');
        if (!dot
                && words.isMark(end, ':')
                && words.glued(end)
                && words.isNumber(end + 1)
                && words.glued(end + 1)
                && words.digits(end + 1) == 2) {
            end += 2;
            if (words.isMark(end, '.') && words.glued(end) && words.isNumber(end + 1) && words.glued(end + 1)) {
                end += 2;
            }
        } else if (words.isMark(end, ':') && words.glued(end) && words.glued(end + 1)) {
            return null;
        }
        Clock.Half half = half(words, end);
        if (half != null && hour <= 12) {
            return new ClockWords(end + 1, new Clock(hour, minute, half), true);
        }
        if (half != null && hour < 24) {
            return new ClockWords(end + 1, new Clock(hour, minute, Clock.Half.EXACT), true);
        }
        if (dot && words.is(end, Role.OCLOCK)) {
            return new ClockWords(end + 1, open(hour, minute, words.digits(i)), true);
        }
        if (dot && words.any(i - 1, Role.set(Role.FROM, Role.BETWEEN)) && words.any(end, JOINS)) {
            // "von 14.30 bis 16.00 Uhr"
            boolean goesOn = words.is(end + 2, Role.OCLOCK) || words.is(end + 4, Role.OCLOCK);
            return goesOn ? new ClockWords(end, open(hour, minute, words.digits(i)), true) : null;
        }
        if (dot) {
            return words.is(i - 1, Role.AT) && !words.isMark(end, '.') && !measures(words, end)
                    ? new ClockWords(end, open(hour, minute, words.digits(i)), true)
                    : null;
        }
        int stop = words.is(end, "hrs") || words.is(end, "hours") || words.is(end, "h") || words.is(end, Role.OCLOCK)
                ? end + 1
                : end;
        return new ClockWords(stop, open(hour, minute, words.digits(i)), true);
    }

    /** "at 6.45 percent", "at 5.10 dollars". */
    private static boolean measures(Words words, int i) {
        return words.isMark(i, '%')
                || words.is(i, "percent")
                || words.is(i, "pct")
                || words.is(i, "dollars")
                || words.is(i, "euros")
                || words.is(i, "cents")
                || words.is(i, "million")
                || words.is(i, "billion");
    }

    private static Clock open(int hour, int minute, int digits) {
        boolean exact = hour == 0 || hour > 12 || digits == 2 && hour < 10;
        return new Clock(hour, minute, exact ? Clock.Half.EXACT : Clock.Half.OPEN);
    }

    private static @Nullable ClockWords hour(Words words, int end, int hour, boolean leadingZero, boolean bare) {
        if (hour > 24) {
            return null;
        }
        Clock.Half half = half(words, end);
        if (half != null && hour <= 12 && hour > 0 && !(words.startsLine(end))) {
            return new ClockWords(end + 1, new Clock(hour, 0, half), true);
        }
        boolean letter = (words.is(end, "a") || words.is(end, "p")) && words.glued(end) && hour <= 12 && hour > 0;
        if (letter) {
            return new ClockWords(
                    end + 1, new Clock(hour, 0, words.is(end, "a") ? Clock.Half.AM : Clock.Half.PM), false);
        }
        if (words.is(end, Role.OCLOCK)) {
            Clock.Half after = half(words, end + 1);
            return new ClockWords(
                    after == null ? end + 1 : end + 2,
                    after == null || hour > 12 ? open(hour, 0, 1) : new Clock(hour, 0, after),
                    true);
        }
        if (words.is(end, "o") && words.is(end + 1, "clock")) {
            return new ClockWords(end + 2, open(hour, 0, 1), true);
        }
        if (words.is(end, "h") && words.glued(end) && !words.glued(end + 1)) {
            return new ClockWords(end + 1, open(hour, 0, 1), true);
        }
        if (words.is(end, "ish") && (words.glued(end))) {
            return new ClockWords(end + 1, open(hour, 0, 1), true);
        }
        if (words.is(end, Role.NOON) && hour == 12 || words.is(end, Role.MIDNIGHT) && hour == 12) {
            return new ClockWords(end + 1, new Clock(words.is(end, Role.NOON) ? 12 : 24, 0, Clock.Half.EXACT), true);
        }
        boolean glued = words.isWord(end) && words.glued(end);
        return bare && !glued && hour > 0 ? new ClockWords(end, open(hour, 0, leadingZero ? 2 : 1), false) : null;
    }

    /** "1130am", "1500 hrs", "0900"; other four-digit figures are no times. */
    private static @Nullable ClockWords military(Words words, int i, int figure) {
        int hour = figure / 100;
        int minute = figure % 100;
        if (words.digits(i) > 4 || hour > 24 || minute > 59 || hour == 24 && minute > 0) {
            return null;
        }
        Clock.Half half = half(words, i + 1);
        if (half != null && hour <= 12 && hour > 0) {
            return new ClockWords(i + 2, new Clock(hour, minute, half), true);
        }
        boolean hours =
                words.is(i + 1, "hrs") || words.is(i + 1, "hours") || words.is(i + 1, "h") && words.glued(i + 1);
        if (hours && words.digits(i) == 4) {
            return new ClockWords(i + 2, new Clock(hour, minute, Clock.Half.EXACT), true);
        }
        if (words.digits(i) == 4
                && (words.is(i - 1, Role.AT) || words.is(i - 1, Role.ABOUT))
                && minute % 5 == 0
                && !words.isWord(i + 1)) {
            return new ClockWords(i + 1, open(hour, minute, hour < 10 ? 2 : 4), false);
        }
        boolean zulu = words.digits(i) == 4
                && words.is(i + 1, Role.ZONE)
                && !words.startsLine(i + 1)
                && words.end(i + 1) - words.begin(i + 1) <= 4;
        return zulu ? new ClockWords(i + 1, new Clock(hour, minute, Clock.Half.EXACT), true) : null;
    }

    private static Clock.@Nullable Half half(Words words, int i) {
        if (words.glued(i) && (words.is(i, "a") || words.is(i, "p")) && words.isMark(i - 2, ':')) {
            return words.is(i, "a") ? Clock.Half.AM : Clock.Half.PM;
        }
        if (!words.is(i, Role.MERIDIEM) || words.startsParagraph(i)) {
            return null;
        }
        if (words.is(i, "am") && !words.glued(i) && words.isWord(i - 1) && !words.any(i - 1, SPOKEN)) {
            // "I am", but "three am".
            return null;
        }
        return words.value(i, Role.MERIDIEM) == 0 ? Clock.Half.AM : Clock.Half.PM;
    }

    /** "half past nine", "quarter to 5", "ten past three", "20 after 3pm"; British "at half three". */
    private static @Nullable ClockWords past(Words words, int i) {
        ClockWords short_ = words.is(i, "half") && words.is(i - 1, Role.AT) ? hourOnly(words, i + 1) : null;
        if (short_ != null && short_.clock().minute() == 0 && short_.clock().open()) {
            Clock hour = short_.clock();
            return new ClockWords(short_.end(), new Clock(hour.hour(), 30, hour.half()), true);
        }
        int at = words.is(i, Role.A) ? i + 1 : i;
        Amount amount = words.is(at, Role.HALF)
                ? new Amount(at + 1, 60, false)
                : words.is(at, "quarter") || words.is(at, "viertel")
                        ? new Amount(at + 1, 30, false)
                        : at == i ? Amount.at(words, at) : null;
        if (amount == null || amount.value() < 1 || amount.value() > 59) {
            return null;
        }
        boolean minutes = words.is(amount.end(), "minutes") || words.is(amount.end(), "minuten");
        int sign = minutes ? amount.end() + 1 : amount.end();
        boolean past = words.is(sign, Role.PAST);
        boolean quarter = words.is(at, "quarter") || words.is(at, "viertel");
        boolean before = words.is(sign, "to")
                || words.is(sign, "till")
                || words.is(sign, "vor")
                || words.is(sign, "of") && words.is(at, "quarter");
        boolean spoken = !words.isNumber(at) && amount.value() % 5 == 0 && words.is(i - 1, Role.AT);
        if (!past && !before || before && !quarter && !minutes && !spoken) {
            return null;
        }
        ClockWords hour = hourOnly(words, sign + 1);
        if (hour == null || past && words.is(sign, "after") && !hour.sure() && amount.value() % 5 != 0) {
            return null;
        }
        if (minutes && before && !spoken && !hour.sure() && !words.is(sign, "vor")) {
            // "15 minutes to 2pm"; "10 minutes to 3 people" is no time.
            return null;
        }
        Clock clock = hour.clock();
        int total = clock.hour() * 60 + (past ? amount.value() : -amount.value());
        boolean ok = total >= 0 && total < 24 * 60;
        int end = words.is(hour.end(), Role.OCLOCK) ? hour.end() + 1 : hour.end();
        return ok ? new ClockWords(end, new Clock(total / 60, total % 60, clock.half()), true) : null;
    }

    private static @Nullable ClockWords hourOnly(Words words, int i) {
        if (words.is(i, Role.NOON)) {
            return new ClockWords(i + 1, new Clock(12, 0, Clock.Half.EXACT), true);
        }
        if (words.is(i, Role.MIDNIGHT)) {
            return new ClockWords(i + 1, new Clock(0, 0, Clock.Half.EXACT), true);
        }
        if (words.isNumber(i)) {
            return words.digits(i) <= 2 && words.number(i) <= 23 && !words.isMark(i + 1, ':')
                    ? hour(words, i + 1, words.number(i), false, true)
                    : null;
        }
        return spelled(words, i, true);
    }

    /** "nine", "nine o'clock", "ten thirty am". */
    private static @Nullable ClockWords spelled(Words words, int i, boolean bare) {
        int hour = words.is(i, Role.NUMBER) ? words.value(i, Role.NUMBER) : 0;
        if (hour < 1 || hour > 12 || words.end(i) - words.begin(i) > 6 || words.is(i, "few") || words.is(i, "couple")) {
            return null;
        }
        Amount minutes = words.is(i + 1, Role.NUMBER) && !words.isNumber(i + 1) ? Amount.at(words, i + 1) : null;
        int minute = minutes == null || !minutes.whole() ? 0 : minutes.value();
        if (minutes != null && minute >= 10 && minute < 60) {
            Clock.Half half = half(words, minutes.end());
            if (half != null || minute % 5 == 0) {
                return new ClockWords(
                        half == null ? minutes.end() : minutes.end() + 1,
                        new Clock(hour, minute, half == null ? Clock.Half.OPEN : half),
                        half != null);
            }
        }
        return hour(words, i + 1, hour, false, bare);
    }
}
