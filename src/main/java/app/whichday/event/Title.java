package app.whichday.event;

import app.whichday.event.EventDraft.Kind;
import app.whichday.mail.Sentence;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What to call it: what the subject says, what is to be delivered, or the kind of gathering and with whom. */
final class Title {
    private static final int LONGEST = 70;
    private static final Pattern REPLY_MARKS = Pattern.compile(
            "^(?:(?:re|fw|fwd|aw|wg|sv|antw)(?:\\[\\d{1,3}\\])?:|\\[[^\\]]{1,40}\\])\\s{0,9}",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> SAYS_NOTHING = Set.of(
            "",
            "hi",
            "hello",
            "hey",
            "hallo",
            "question",
            "quick question",
            "no subject",
            "meeting",
            "a meeting",
            "lunch",
            "call",
            "coffee",
            "dinner",
            "update",
            "fyi",
            "friday",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "saturday",
            "sunday",
            "tomorrow",
            "today",
            "this week",
            "next week",
            "reminder",
            "thanks",
            "frage",
            "termin",
            "treffen",
            "catch up",
            "catching up");
    private static final Pattern TOPIC = Pattern.compile(
            "\\b(meeting|call|lunch|dinner|coffee|review|interview|session|workshop|seminar|training|presentation|visit)"
                    + " (?:about|on|regarding|re|to discuss|for|over) ((?:the |our |your |his |her )?[\\p{L}\\d][\\p{L}\\d&'-]{0,24}(?: [\\p{L}\\d][\\p{L}\\d&'-]{0,24}){0,4})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ASKING = Pattern.compile(
            "^(?:(?:hi|hello|dear|hey) [\\p{L}]{1,20}[,!]? )?(?:and |so |also |but |then )?"
                    + "(?:(?:please|could you|can you|would you|will you|i need you to|we need you to|kindly|bitte|you need to|you must|remember to|don't forget to)[,]? ){1,2}(?:please )?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LIMIT_END = Pattern.compile(
            "(?:[\\s,]{1,4}(?:no later than|is due|are due|due|by|before|until|till|on|at|the|to us|to me|bis|zum|spätestens)){1,3}[\\s,]{0,4}$",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> TIME_WORDS = Set.of(
            "today",
            "tomorrow",
            "next",
            "this",
            "on",
            "at",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday");

    private Title() {}

    /**
     * @param sentence the evidence, line breaks as spaces
     * @param dateAt where the date stands in it
     */
    static String of(
            EventDraft.Action action,
            Kind kind,
            String subject,
            String sentence,
            int dateAt,
            List<String> participants) {
        String cleaned = clean(subject);
        if (action == EventDraft.Action.DEADLINE) {
            return delivery(sentence, dateAt).orElseGet(() -> cleaned.isEmpty() ? "Deadline" : cleaned);
        }
        if (!SAYS_NOTHING.contains(plain(cleaned))) {
            return cleaned;
        }
        return topic(sentence).orElseGet(() -> with(kind, cleaned, participants));
    }

    /** The subject without reply marks and list tags, at most {@value #LONGEST} characters. */
    static String clean(String subject) {
        String rest = subject.strip();
        for (Matcher mark = REPLY_MARKS.matcher(rest); mark.find(); mark = REPLY_MARKS.matcher(rest)) {
            rest = rest.substring(mark.end()).strip();
        }
        return shorten(rest.replaceFirst("[?!.:\\s]{1,9}$", ""));
    }

    private static String plain(String subject) {
        return Sentence.words(subject).replace("?", "").strip();
    }

    private static String with(Kind kind, String subject, List<String> participants) {
        Kind named = kind == Kind.OTHER ? Kinds.of(Sentence.words(subject)) : kind;
        String what = named == Kind.OTHER ? Kind.MEETING.title() : named.title();
        return participants.isEmpty() ? what : shorten(what + " with " + participants.getFirst());
    }

    private static Optional<String> topic(String sentence) {
        Matcher matcher = TOPIC.matcher(sentence);
        if (!matcher.find()) {
            return Optional.empty();
        }
        StringBuilder topic = new StringBuilder(capital(matcher.group(1))).append(':');
        int words = 0;
        for (String word : matcher.group(2).split(" ")) {
            if (TIME_WORDS.contains(word.toLowerCase(Locale.ROOT))) {
                break;
            }
            topic.append(' ').append(word);
            words++;
        }
        return words == 0 ? Optional.empty() : Optional.of(topic.toString());
    }

    /** "Could you send me the signed contract by Friday?" → "Send me the signed contract". */
    private static Optional<String> delivery(String sentence, int dateAt) {
        if (dateAt <= 0 || dateAt > sentence.length()) {
            return Optional.empty();
        }
        String before =
                sentence.substring(0, dateAt).replaceAll("\\s{1,99}", " ").strip();
        String limit = LIMIT_END.matcher(before).replaceFirst("").strip();
        String asked = ASKING.matcher(limit).replaceFirst("").strip();
        int words = asked.isEmpty() ? 0 : asked.split(" ").length;
        return words < 2 || asked.length() > LONGEST ? Optional.empty() : Optional.of(capital(asked));
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String shorten(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int cut = text.lastIndexOf(' ', LONGEST - 1);
        return text.substring(0, cut > LONGEST / 2 ? cut : LONGEST - 1) + "…";
    }
}
