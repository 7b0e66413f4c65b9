package app.whichday.mail;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the one date that a Date header, a quoted header or an attribution line holds, in any order and language that mail
 * programs use: {@code Mon, 3 Nov 2025 09:12:00 +0100}, {@code 11/3/25 9:12 AM}, {@code 03.11.2025 um 09:12},
 * {@code lundi 3 novembre 2025 à 09:12}, {@code 2025年11月3日 9:12}.
 */
final class SentTimeReader {
    /** Longer lines hold no date of a header. */
    private static final int MAX_CHARS = 400;

    /** What decides between 3/11 and 11/3 where the line itself doesn't. */
    enum Order {
        DAY_FIRST,
        MONTH_FIRST
    }

    /**
     * @param order for a numeric date that nothing else decides
     * @param notAfter when the mail was sent that quotes this one; null where that is unknown
     */
    record Hint(Order order, @Nullable LocalDateTime notAfter) {
        static final Hint NONE = new Hint(Order.MONTH_FIRST, null);
    }

    /**
     * @param sent local time; midnight where only a day is told
     * @param timed whether a clock time is told
     * @param begin where date and time begin in the text
     * @param end one past their last character
     */
    record Found(SentTime sent, boolean timed, int begin, int end) {}

    private final String text;
    private final Hint hint;
    private final List<Token> tokens = new ArrayList<>();
    private final boolean[] used;
    private @Nullable LocalDate date;
    private @Nullable LocalTime time;
    private @Nullable ZoneOffset zone;
    private boolean twelveHours;
    private int begin = Integer.MAX_VALUE;
    private int end;

    private record Token(char kind, int begin, int end, int number, String word) {
        boolean is(char c) {
            return kind == c;
        }

        boolean isNumber() {
            return kind == '9';
        }

        boolean word(String other) {
            return kind == 'a' && word.equalsIgnoreCase(other);
        }

        int digits() {
            return isNumber() ? end - begin : 0;
        }
    }

    private static final Token NOTHING = new Token('\0', 0, 0, -1, "");

    private SentTimeReader(String text, Hint hint) {
        this.text = text;
        this.hint = hint;
        tokenize();
        used = new boolean[tokens.size()];
    }

    /** @return empty where the text holds no whole date */
    static Optional<Found> find(String text, Hint hint) {
        if (text.length() > MAX_CHARS) {
            text = text.substring(0, MAX_CHARS);
        }
        return new SentTimeReader(text, hint).read();
    }

    static Optional<SentTime> read(String text, Hint hint) {
        return find(text, hint).map(Found::sent);
    }

    private Optional<Found> read() {
        readTime();
        readDate();
        if (date == null) {
            return Optional.empty();
        }
        LocalDateTime local = date.atTime(time == null ? LocalTime.MIDNIGHT : time);
        return Optional.of(new Found(new SentTime(local, Optional.<ZoneId>ofNullable(zone)), time != null, begin, end));
    }

    private void readTime() {
        for (int i = 0; i < tokens.size(); i++) {
            Token hour = at(i);
            if (!hour.isNumber() || hour.digits() > 2 || hour.number() > 24) {
                continue;
            }
            boolean colon = at(i + 1).is(':') || at(i + 1).word("h");
            boolean dotted =
                    at(i + 1).is('.') && (at(i - 1).word("kl") || at(i - 2).word("kl"));
            if ((colon || dotted) && at(i + 2).digits() == 2 && at(i + 2).number() < 60) {
                int last = i + 2;
                int second = 0;
                if (at(last + 1).is(at(i + 1).kind())
                        && at(last + 2).digits() == 2
                        && at(last + 2).number() < 61) {
                    second = Math.min(59, at(last + 2).number());
                    last += 2;
                }
                setTime(i, last, hour.number(), at(i + 2).number(), second);
                return;
            }
        }
    }

    private void setTime(int first, int last, int hour, int minute, int second) {
        int next = last + 1;
        boolean pm = half(next, 'p');
        boolean am = half(next, 'a');
        if (pm || am) {
            twelveHours = true;
            last = next;
            if (at(next + 1).is('.') && (at(next + 2).word("m"))) {
                last = at(next + 3).is('.') ? next + 3 : next + 2;
            }
            hour = pm ? (hour < 12 ? hour + 12 : hour) : (hour == 12 ? 0 : hour);
        }
        if (hour == 24) {
            hour = 0;
        }
        time = LocalTime.of(hour, minute, second);
        use(first, last);
        readZone(last + 1);
    }

    private boolean half(int i, char letter) {
        Token token = at(i);
        return token.word(letter + "m")
                || token.word(letter + "") && at(i + 1).is('.') && at(i + 2).word("m");
    }

    /** {@code +0100}, {@code GMT+01:00}, {@code (PDT)}, {@code UTC}: after the time, perhaps in brackets. */
    private void readZone(int i) {
        int from = at(i).is('(') ? i + 1 : i;
        Token word = at(from);
        Integer named = word.is('a') ? CalendarWords.zoneMinutes(word.word()) : null;
        if (named != null) {
            zone = ZoneOffset.ofTotalSeconds(named * 60);
            use(i, from);
            from++;
        }
        Token sign = at(from);
        Token digits = at(from + 1);
        if (!(sign.is('+') || sign.is('-')) || !digits.isNumber() || sign.end() != digits.begin()) {
            return;
        }
        int minutes;
        int last = from + 1;
        if (digits.digits() == 4) {
            minutes = digits.number() / 100 * 60 + digits.number() % 100;
        } else if (digits.digits() <= 2 && (named != null || at(from + 2).is(':'))) {
            boolean colon = at(from + 2).is(':') && at(from + 3).digits() == 2;
            minutes = digits.number() * 60 + (colon ? at(from + 3).number() : 0);
            last = colon ? from + 3 : last;
        } else {
            return;
        }
        if (minutes <= 18 * 60) {
            zone = ZoneOffset.ofTotalSeconds((sign.is('-') ? -minutes : minutes) * 60);
            use(i, last);
        }
    }

    private void readDate() {
        for (int i = 0; i < tokens.size() && date == null; i++) {
            if (used[i]) {
                continue;
            }
            Token token = at(i);
            if (token.is('a')) {
                Month month = CalendarWords.month(token.word());
                if (month != null) {
                    besideMonth(i, month);
                }
            } else if (token.isNumber()) {
                numeric(i);
            }
        }
    }

    private void besideMonth(int i, Month month) {
        int before = i - 1;
        while (at(before).is('.') || at(before).is('-') || at(before).is('/') || filler(at(before))) {
            before--;
        }
        int after = i + 1;
        while (at(after).is('.')
                || at(after).is('-')
                || at(after).is('/')
                || at(after).is(',')) {
            after++;
        }
        if (dayOfMonth(before)) {
            int year = skipFillers(after);
            if (yearAt(year)) {
                set(before, year, year(at(year)), month.getValue(), at(before).number());
            }
        } else if (dayOfMonth(after)) {
            int year = after + 1;
            if (at(year).is('a') && at(year).begin() == at(after).end()) {
                year++; // 3rd
            }
            while (at(year).is(',') || at(year).is('.') || at(year).is('-') || at(year).is('/')) {
                year++;
            }
            if (yearAt(year)) {
                set(i, year, year(at(year)), month.getValue(), at(after).number());
            } else {
                yearAtTheEnd(i, month, at(after).number());
            }
        } else if (yearAt(before) && at(before).digits() == 4 && dayOfMonth(after)) {
            set(before, after, at(before).number(), month.getValue(), at(after).number());
        }
    }

    /** {@code Mon Nov  3 09:12:00 PST 2025}, as ctime writes it. */
    private void yearAtTheEnd(int i, Month month, int day) {
        for (int j = i + 2; j < tokens.size(); j++) {
            if (!used[j] && at(j).digits() == 4 && yearAt(j)) {
                set(i, j, at(j).number(), month.getValue(), day);
                return;
            }
        }
    }

    private void numeric(int i) {
        Token a = at(i);
        if (a.digits() == 4
                && at(i + 1).is('年')
                && at(i + 2).isNumber()
                && at(i + 3).is('月')
                && at(i + 4).isNumber()) {
            set(
                    i,
                    at(i + 5).is('日') ? i + 5 : i + 4,
                    a.number(),
                    at(i + 2).number(),
                    at(i + 4).number());
            return;
        }
        Token separator = at(i + 1);
        boolean separated = separator.is('/') || separator.is('.') || separator.is('-');
        int step = separator.is('.') && at(i + 2).is('.') ? 3 : 2;
        Token b = at(i + step);
        Token c = at(i + step + 2);
        if (!separated || !b.isNumber() || !at(i + step + 1).is(separator.kind()) || !c.isNumber()) {
            return;
        }
        int last = i + step + 2;
        if (a.digits() == 4) {
            set(i, last, a.number(), b.number(), c.number());
        } else if (yearAt(last) && a.digits() <= 2 && b.digits() <= 2) {
            int year = year(c);
            boolean dayFirst = separator.is('.') || dayFirst(year, a.number(), b.number());
            set(i, last, year, dayFirst ? b.number() : a.number(), dayFirst ? a.number() : b.number());
        }
    }

    /** Decided by impossible values, then the weekday beside it, then the time of the quoting mail, then the hint. */
    private boolean dayFirst(int year, int a, int b) {
        LocalDate monthFirst = valid(year, a, b);
        LocalDate dayFirst = valid(year, b, a);
        if (monthFirst == null || dayFirst == null) {
            return monthFirst == null;
        }
        DayOfWeek weekday = weekday();
        if (weekday != null && (monthFirst.getDayOfWeek() == weekday) != (dayFirst.getDayOfWeek() == weekday)) {
            return dayFirst.getDayOfWeek() == weekday;
        }
        if (hint.notAfter() != null) {
            // A day and a half more: the two may stand in zones that are 26 hours apart, and clocks are wrong.
            LocalDate latest = hint.notAfter().plusHours(36).toLocalDate();
            if (monthFirst.isAfter(latest) != dayFirst.isAfter(latest)) {
                return monthFirst.isAfter(latest);
            }
        }
        return !twelveHours && hint.order() == Order.DAY_FIRST;
    }

    private @Nullable DayOfWeek weekday() {
        for (Token token : tokens) {
            DayOfWeek weekday = token.is('a') ? CalendarWords.weekday(token.word()) : null;
            if (weekday != null) {
                return weekday;
            }
        }
        return null;
    }

    private void set(int first, int last, int year, int month, int day) {
        date = valid(year, month, day);
        if (date != null) {
            use(first, last);
        }
    }

    private static @Nullable LocalDate valid(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null; // 31 February: no date, and the caller looks on
        }
    }

    private boolean dayOfMonth(int i) {
        Token token = at(i);
        return token.isNumber() && !used(i) && token.digits() <= 2 && token.number() >= 1 && token.number() <= 31;
    }

    private boolean yearAt(int i) {
        Token token = at(i);
        return token.isNumber()
                && !used(i)
                && (token.digits() == 4 && token.number() >= 1970 && token.number() < 2200
                        || token.digits() == 2
                        // sendmail once wrote 103 for 2003: years since 1900
                        || token.digits() == 3 && token.number() >= 100 && token.number() < 200);
    }

    /** RFC 5322 §4.3: 00 to 49 are 2000 to 2049, 50 to 999 are added to 1900. */
    private static int year(Token token) {
        return switch (token.digits()) {
            case 2 -> token.number() + (token.number() < 50 ? 2000 : 1900);
            case 3 -> token.number() + 1900;
            default -> token.number();
        };
    }

    private int skipFillers(int i) {
        while (filler(at(i)) || at(i).is('\'')) {
            i++;
        }
        return i;
    }

    private static boolean filler(Token token) {
        return token.word("de")
                || token.word("of")
                || token.word("the")
                || token.word("th")
                || token.word("st")
                || token.word("nd")
                || token.word("rd")
                || token.word("er")
                || token.word("del");
    }

    private boolean used(int i) {
        return i >= 0 && i < used.length && used[i];
    }

    private void use(int first, int last) {
        for (int i = Math.max(0, first); i <= last && i < used.length; i++) {
            used[i] = true;
        }
        begin = Math.min(begin, at(first).begin());
        end = Math.max(end, at(last).end());
    }

    private Token at(int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i) : NOTHING;
    }

    private void tokenize() {
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int from = i;
            if (c >= '0' && c <= '9') {
                int number = 0;
                while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                    number = number < 100_000 ? number * 10 + text.charAt(i) - '0' : number;
                    i++;
                }
                tokens.add(new Token('9', from, i, number, ""));
            } else if (c == '年' || c == '月' || c == '日') {
                i++;
                tokens.add(new Token(c, from, i, -1, ""));
            } else if (Character.isLetter(c)) {
                while (i < text.length() && letter(i)) {
                    i++;
                }
                tokens.add(new Token('a', from, i, -1, text.substring(from, i)));
            } else {
                i++;
                if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                    tokens.add(new Token(c, from, i, -1, ""));
                }
            }
        }
    }

    private boolean letter(int i) {
        char c = text.charAt(i);
        return Character.isLetter(c) && c != '年' && c != '月' && c != '日';
    }
}
