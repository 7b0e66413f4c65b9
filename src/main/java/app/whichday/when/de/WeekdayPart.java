package app.whichday.when.de;

import app.whichday.when.kinds.WeekdayName;
import app.whichday.when.meaning.Hours;
import app.whichday.when.meaning.Kind;
import app.whichday.when.meaning.Language;
import app.whichday.when.meaning.Match;
import app.whichday.when.meaning.Part;
import app.whichday.when.words.Role;
import app.whichday.when.words.Words;
import org.jspecify.annotations.Nullable;

/** A weekday and a part of it in one word: "Mittwochabend", "nächsten Freitagnachmittag". */
final class WeekdayPart implements Kind {
    private final Kind weekday = new WeekdayName();

    @Override
    public long first() {
        return weekday.first();
    }

    @Override
    public @Nullable Match at(Words words, int i, Language language) {
        Match match = weekday.at(words, i, language);
        int last = match == null ? i : match.end() - 1;
        boolean both = words.is(last, Role.WEEKDAY) && words.is(last, Role.PART);
        return match == null || match.day() == null || !both
                ? null
                : Match.both(match.end(), match.day(), Hours.in(Part.of(words.value(last, Role.PART))));
    }
}
