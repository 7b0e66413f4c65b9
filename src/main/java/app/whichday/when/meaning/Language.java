package app.whichday.when.meaning;

import app.whichday.when.words.Lexeme;
import app.whichday.when.words.Lexicon;
import app.whichday.when.words.Role;
import app.whichday.when.words.Words;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A language: its words, its feasts, and the kinds of expressions that it has, in the order in which they are asked. */
public final class Language {
    private static final Kind[] NONE = {};

    private final String code;
    private final Lexicon lexicon;
    private final Zones zones;
    private final Feasts feasts;
    private final Talk talk;
    private final Map<Lexeme, Kind[]> byWord = new IdentityHashMap<>();
    private final Kind[] byFigure;

    /** @param code ISO 639, the name of its folder under {@code /when} */
    public Language(String code, List<Kind> kinds) {
        this.code = code;
        this.lexicon = Lexicon.read("/when/" + code + "/words.txt");
        this.zones = Zones.read("/when/zones.txt", lexicon);
        this.feasts = Feasts.read("/when/" + code + "/feasts.txt", lexicon);
        this.talk = Talk.read("/when/" + code + "/talk.txt");
        for (Lexeme lexeme : lexicon.all()) {
            Kind[] fitting = kinds.stream()
                    .filter(kind -> (kind.first() & lexeme.roles()) != 0)
                    .toArray(Kind[]::new);
            byWord.put(lexeme, fitting);
        }
        byFigure = kinds.stream().filter(Kind::figures).toArray(Kind[]::new);
    }

    public String code() {
        return code;
    }

    public Lexicon lexicon() {
        return lexicon;
    }

    public Zones zones() {
        return zones;
    }

    public Feasts feasts() {
        return feasts;
    }

    public Talk talk() {
        return talk;
    }

    /** The longest expression that begins at the token; of equally long ones, that of the kind listed first. */
    public @Nullable Match at(Words words, int i) {
        return longest(words, i, false);
    }

    /** A day inside another expression, or null. */
    public @Nullable Match day(Words words, int i) {
        Match match = longest(words, i, true);
        return match == null || match.day() == null || match.hours() != null || match.recurring() ? null : match;
    }

    private @Nullable Match longest(Words words, int i, boolean simple) {
        Match best = null;
        for (Kind kind : kinds(words, i)) {
            if (simple && !kind.simple()) {
                continue;
            }
            Match match = kind.at(words, i, this);
            if (match != null && (best == null || match.end() > best.end())) {
                best = match;
            }
        }
        return best;
    }

    private Kind[] kinds(Words words, int i) {
        Lexeme lexeme = words.lexeme(i);
        if (lexeme != null) {
            return lexeme.is(Role.NEVER) ? NONE : byWord.getOrDefault(lexeme, NONE);
        }
        return words.isNumber(i) ? byFigure : NONE;
    }
}
