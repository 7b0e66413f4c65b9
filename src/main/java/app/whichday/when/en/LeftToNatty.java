package app.whichday.when.en;

import app.whichday.when.meaning.Day;
import app.whichday.when.meaning.DayReading;
import app.whichday.when.meaning.Kind;
import app.whichday.when.meaning.Language;
import app.whichday.when.meaning.Match;
import app.whichday.when.meaning.Scene;
import app.whichday.when.words.Role;
import app.whichday.when.words.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.natty.DateGroup;
import org.natty.Parser;

/**
 * Expressions that the other kinds leave open and natty knows: "the final Thursday in April", "Kwanzaa". A word that triggers it
 * says so in words.txt; only then is natty asked, because it reads a thousandfold slower. It knows no past, so each of its days
 * is offered a year earlier as well.
 */
final class LeftToNatty implements Kind {
    private static final int LONGEST = 7;
    private static final long STARTS = Role.set(Role.NATTY);
    private static final long GOES_ON = Role.set(
            Role.WEEKDAY,
            Role.MONTH,
            Role.IN,
            Role.OF,
            Role.THE,
            Role.NEXT,
            Role.LAST,
            Role.THIS,
            Role.UNIT,
            Role.NATTY);

    @Override
    public long first() {
        return STARTS;
    }

    @Override
    public @Nullable Match at(Words words, int i, Language language) {
        int end = i + 1;
        int last = i;
        while (end < words.size()
                && end - i < LONGEST
                && (words.any(end, GOES_ON) || words.isNumber(end) && words.digits(end) == 4)
                && !words.startsLine(end)) {
            last = words.any(end, Role.set(Role.WEEKDAY, Role.MONTH, Role.UNIT)) || words.isNumber(end) ? end : last;
            end++;
        }
        boolean name = !words.is(i, "final");
        if (last == i && !name) {
            return null;
        }
        String phrase =
                words.text().subSequence(words.begin(i), words.end(last)).toString();
        return Match.day(last + 1, new NattyDay(phrase));
    }

    /** What natty makes of a phrase, read against the scene. */
    private record NattyDay(String phrase) implements Day {
        @Override
        public List<DayReading> readings(Scene scene) {
            Date now = Date.from(scene.now().toInstant(ZoneOffset.UTC));
            List<DayReading> out = new ArrayList<>();
            for (DateGroup group : new Parser(TimeZone.getTimeZone(ZoneOffset.UTC)).parse(phrase, now)) {
                if (!group.getDates().isEmpty() && group.getPosition() <= 1) {
                    LocalDate day = Instant.ofEpochMilli(
                                    group.getDates().getFirst().getTime())
                            .atZone(ZoneOffset.UTC)
                            .toLocalDate();
                    out.add(DayReading.day(day, "natty", "the coming one"));
                    out.add(DayReading.day(new NattyDay(phrase).yearBefore(scene, day), "natty-back", "the last one"));
                    return out;
                }
            }
            return out;
        }

        private LocalDate yearBefore(Scene scene, LocalDate day) {
            Date then = Date.from(scene.now().minusYears(1).toInstant(ZoneOffset.UTC));
            for (DateGroup group : new Parser(TimeZone.getTimeZone(ZoneOffset.UTC)).parse(phrase, then)) {
                if (!group.getDates().isEmpty()) {
                    return Instant.ofEpochMilli(group.getDates().getFirst().getTime())
                            .atZone(ZoneOffset.UTC)
                            .toLocalDate();
                }
            }
            return day.minusYears(1);
        }
    }
}
