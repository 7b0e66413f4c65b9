package app.whichday.event;

import app.whichday.event.EventDraft.Kind;
import app.whichday.mail.Phrases;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which sort of gathering some words name. */
final class Kinds {
    /** A lunch to which somebody is called is a lunch. */
    private static final List<Kind> WINS = List.of(
            Kind.INTERVIEW, Kind.LUNCH, Kind.DINNER, Kind.BREAKFAST, Kind.COFFEE, Kind.CALL, Kind.VISIT, Kind.MEETING);

    private static final Phrases<Kind> WORDS;

    static {
        Map<Kind, List<String>> words = new EnumMap<>(Kind.class);
        words.put(Kind.INTERVIEW, List.of("interview", "vorstellungsgespräch"));
        words.put(Kind.LUNCH, List.of("lunch", "mittagessen", "mittag essen"));
        words.put(Kind.DINNER, List.of("dinner", "supper", "abendessen"));
        words.put(Kind.BREAKFAST, List.of("breakfast", "brunch", "frühstück"));
        words.put(Kind.COFFEE, List.of("coffee", "kaffee", "a cuppa"));
        words.put(
                Kind.CALL,
                List.of(
                        "call",
                        "phone",
                        "conference call",
                        "video call",
                        "zoom",
                        "teams",
                        "webex",
                        "telefonat",
                        "telefonieren",
                        "dial in"));
        words.put(Kind.VISIT, List.of("visit", "come by", "stop by", "drop by", "besuch", "vorbeikommen"));
        words.put(
                Kind.MEETING,
                List.of(
                        "meet",
                        "meeting",
                        "get together",
                        "sit down",
                        "session",
                        "review",
                        "appointment",
                        "treffen",
                        "termin",
                        "besprechung",
                        "catch up",
                        "sync"));
        WORDS = Phrases.of(Kind.class, words);
    }

    private Kinds() {}

    /** The kind that the words name; OTHER where they name none. */
    static Kind of(String words) {
        return WORDS.in(words).stream().min(Comparator.comparing(WINS::indexOf)).orElse(Kind.OTHER);
    }
}
