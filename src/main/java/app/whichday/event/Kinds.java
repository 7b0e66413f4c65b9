package app.whichday.event;

import app.whichday.event.EventDraft.Kind;
import app.whichday.mail.Phrases;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which sort of gathering some words name. */
final class Kinds {
    /** In the order in which they win: "a call about the lunch menu" is a call only because it stands first. */
    private static final Map<Kind, Phrases> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put(Kind.INTERVIEW, Phrases.of("interview", "vorstellungsgespräch"));
        WORDS.put(Kind.LUNCH, Phrases.of("lunch", "mittagessen", "mittag essen"));
        WORDS.put(Kind.DINNER, Phrases.of("dinner", "supper", "abendessen"));
        WORDS.put(Kind.BREAKFAST, Phrases.of("breakfast", "brunch", "frühstück"));
        WORDS.put(Kind.COFFEE, Phrases.of("coffee", "kaffee", "a cuppa"));
        WORDS.put(
                Kind.CALL,
                Phrases.of(
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
        WORDS.put(Kind.VISIT, Phrases.of("visit", "come by", "stop by", "drop by", "besuch", "vorbeikommen"));
        WORDS.put(
                Kind.MEETING,
                Phrases.of(
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
    }

    private Kinds() {}

    /** The kind that the words name; OTHER where they name none. */
    static Kind of(String words) {
        for (Map.Entry<Kind, Phrases> entry : WORDS.entrySet()) {
            if (entry.getValue().in(words)) {
                return entry.getKey();
            }
        }
        return Kind.OTHER;
    }
}
