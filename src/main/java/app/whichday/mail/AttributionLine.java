package app.whichday.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sentence by which a reply introduces what it quotes: {@code On Mon, 3 Nov 2025 at 09:12, Ada Moss wrote:}, also over
 * several lines and in other languages.
 */
final class AttributionLine {
    private static final int MAX_LINES = 4;
    private static final int LONGEST = 320;
    private static final int LONGEST_BARE = 90;

    private static final Set<String> VERBS = Set.of(
            "wrote",
            "writes",
            "schrieb",
            "écrit",
            "ecrit",
            "escribió",
            "escribio",
            "scritto",
            "schreef",
            "skrev",
            "escreveu",
            "napsal",
            "napsal(a)",
            "pisze",
            "napisał",
            "napisał(a)",
            "kirjoitti",
            "writed",
            "写道",
            "написал");
    /** Verbs of stories as well: they attribute only with a quotation right under them. */
    private static final Set<String> SAYING =
            Set.of("said", "says", "spake", "sez", "typed", "scribbled", "mumbled", "thusly");

    private static final Set<String> STARTS = Set.of(
            "on", "am", "le", "el", "il", "op", "den", "em", "at", "in", "dnia", "quoting", "citando", "zitat", "dne");
    private static final Set<String> NOISE = Set.of(
            "on", "am", "le", "el", "il", "op", "den", "em", "at", "in", "um", "à", "a", "las", "alle", "ore", "om",
            "kl", "the", "of", "d", "às", "h", "uhr", "dnia", "o", "godz", "quoting", "citando", "zitat", "von", "dne",
            "v", "ha", "via");
    private static final Set<String> SHORT_WEEKDAYS =
            Set.of("mo", "di", "mi", "do", "fr", "sa", "so", "qua", "qui", "sex", "seg", "ter", "lør", "søn");
    private static final Set<String> NOBODY = Set.of("you", "i", "he", "she", "they", "we", "someone", "somebody");

    private AttributionLine() {}

    static @Nullable Opening at(QuoteLines lines, int line, SentTimeReader.Hint hint) {
        int last = lastLine(lines, line);
        if (last < 0) {
            return null;
        }
        String text = joined(lines, line, last);
        if (text.length() > LONGEST) {
            return null;
        }
        String start = firstWord(text);
        boolean started = STARTS.contains(start)
                || text.startsWith("--")
                || Character.isDigit(text.charAt(0))
                || CalendarWords.weekday(start) != null;
        if (last > line && !started && "<([".indexOf(lines.first(last)) < 0) {
            return null;
        }
        int next = lines.nextFilled(last);
        boolean prefixed = next < lines.count() && next - last <= 3 && lines.depth(next) > lines.depth(line);
        boolean verb = hasWord(text, VERBS);
        boolean person = text.indexOf('@') > 0;
        if (!prefixed && !verb && !person) {
            return null;
        }
        Optional<SentTimeReader.Found> date = SentTimeReader.find(text, hint);
        boolean timed = date.isPresent() && date.get().timed();
        boolean convincing = prefixed
                ? date.isPresent() && (verb || person || timed)
                        || person && text.length() <= LONGEST_BARE * 2
                        || (verb || hasWord(text, SAYING)) && text.length() <= LONGEST_BARE
                : verb && started && date.isPresent() && (timed || person)
                        || verb && person && last == line && text.length() <= LONGEST_BARE && endsWithVerb(text)
                        || person && timed && Character.isDigit(text.charAt(0)) && text.endsWith(">:");
        if (!convincing) {
            return null;
        }
        return new Opening(
                line, last, Optional.empty(), writer(text, date), date.map(SentTimeReader.Found::sent), "", prefixed);
    }

    /** The line of the colon; -1 where none comes near enough. */
    private static int lastLine(QuoteLines lines, int line) {
        int depth = lines.depth(line);
        for (int i = line; i < line + MAX_LINES && i < lines.count(); i++) {
            if (lines.blank(i) || lines.depth(i) != depth) {
                return -1;
            }
            char end = lines.last(i);
            if (end == ':' || end == '：') {
                return i;
            }
        }
        return -1;
    }

    private static String joined(QuoteLines lines, int first, int last) {
        StringBuilder text = new StringBuilder(lines.content(first));
        for (int i = first + 1; i <= last; i++) {
            text.append(' ').append(lines.content(i));
        }
        return text.toString();
    }

    private static String firstWord(String text) {
        int end = 0;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end).toLowerCase(Locale.ROOT);
    }

    private static boolean hasWord(String text, Set<String> words) {
        for (String word : text.split(" ")) {
            if (words.contains(bare(word))) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsWithVerb(String text) {
        String[] words = text.split(" ");
        String end = bare(words[words.length - 1]);
        return VERBS.contains(end.isEmpty() && words.length > 1 ? bare(words[words.length - 2]) : end);
    }

    /** Without punctuation around it, in lower case. */
    private static String bare(String word) {
        int from = 0;
        int to = word.length();
        while (from < to && ",.:;-*_：".indexOf(word.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && ",.:;-*_：".indexOf(word.charAt(to - 1)) >= 0) {
            to--;
        }
        return word.substring(from, to).toLowerCase(Locale.ROOT);
    }

    private static Optional<Address> writer(String text, Optional<SentTimeReader.Found> date) {
        String rest = date.isEmpty()
                ? text
                : text.substring(0, date.get().begin()) + " "
                        + text.substring(date.get().end());
        if (rest.startsWith("In message") || rest.startsWith("In article")) {
            rest = rest.substring(Math.max(10, rest.indexOf('>') + 1));
        }
        StringBuilder name = new StringBuilder();
        for (String word : rest.split(" ")) {
            String bare = bare(word);
            if (VERBS.contains(bare) || SAYING.contains(bare)) {
                if (!name.isEmpty()) {
                    break; // "… Ada wrote:"; but "schrieb Ada:" goes on
                }
            } else if (!bare.isEmpty() && !(name.isEmpty() && (noise(bare) || shortWeekday(word)))) {
                name.append(name.isEmpty() ? "" : " ").append(word);
            }
        }
        String found = name.toString();
        return NOBODY.contains(bare(found)) ? Optional.empty() : WriterName.read(withoutAuxiliary(found));
    }

    /** What may stand before the name: prepositions and the rest of a date. */
    private static boolean noise(String bare) {
        return NOISE.contains(bare)
                || CalendarWords.weekday(bare) != null
                || CalendarWords.month(bare) != null && bare.length() < 10 && !bare.equals("may")
                || Character.isDigit(bare.charAt(0)) && bare.length() <= 4;
    }

    /** German and French programs abbreviate weekdays to what could be a name but for its full stop. */
    private static boolean shortWeekday(String word) {
        int stop = word.indexOf('.');
        return stop > 0 && stop <= 4 && SHORT_WEEKDAYS.contains(bare(word));
    }

    /** "Ada a" is what "Ada a écrit" leaves. */
    private static String withoutAuxiliary(String name) {
        return name.endsWith(" a") || name.endsWith(" ha") ? name.substring(0, name.lastIndexOf(' ')) : name;
    }
}
