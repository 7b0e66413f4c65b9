package app.whichday.when.kinds;

import app.whichday.when.meaning.Clock;
import app.whichday.when.meaning.Hours;
import app.whichday.when.meaning.Kind;
import app.whichday.when.meaning.Language;
import app.whichday.when.meaning.Match;
import app.whichday.when.words.Role;
import app.whichday.when.words.Words;
import org.jspecify.annotations.Nullable;

/** The trading hours of power markets, named after their end: "HE 0600", "HE09 through HE18", "hour ending 14". */
public final class HourEnding implements Kind {
    private static final int MOST = 24;

    @Override
    public long first() {
        return 0;
    }

    @Override
    public boolean figures() {
        return true;
    }

    @Override
    public @Nullable Match at(Words words, int i, Language language) {
        Clock first = led(words, i) ? clock(words, i) : null;
        if (first == null) {
            return null;
        }
        int to = i + 1;
        if (!words.isDash(to) && !words.is(to, Role.TO) || words.startsParagraph(to + 1)) {
            return Match.hours(to, Hours.at(first));
        }
        int last = named(words, to + 1) ? to + 2 : to + 1;
        Clock end = clock(words, last);
        return end == null
                ? Match.hours(to, Hours.at(first))
                : Match.hours(last + 1, Hours.at(first).until(end));
    }

    private static boolean led(Words words, int i) {
        return named(words, i - 1)
                || words.is(i - 1, "'s") && named(words, i - 2)
                || words.is(i - 1, "ending") && words.is(i - 2, "hour");
    }

    /** In capitals: "he" is a pronoun. */
    private static boolean named(Words words, int i) {
        return words.is(i, "he") && words.text().charAt(words.begin(i) + 1) == 'E' && words.capital(i);
    }

    private static @Nullable Clock clock(Words words, int i) {
        if (!words.isNumber(i) || words.glued(i + 1) && !words.isMark(i + 1)) {
            return null;
        }
        int figure = words.number(i);
        boolean minutes = words.digits(i) == 4;
        int hour = minutes ? figure / 100 : figure;
        boolean whole = words.digits(i) <= 2 || minutes && figure % 100 == 0;
        return whole && hour <= MOST ? new Clock(hour, 0, Clock.Half.EXACT) : null;
    }
}
