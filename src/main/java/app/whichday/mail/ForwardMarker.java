package app.whichday.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A line that sets off a quoted or forwarded mail: {@code -----Original Message-----}, {@code Begin forwarded message:}. */
final class ForwardMarker {
    private static final int LONGEST = 160;
    private static final List<String> ORIGINAL = List.of(
            "original message",
            "original appointment",
            "ursprüngliche nachricht",
            "originalnachricht",
            "original-nachricht",
            "original nachricht",
            "ursprünglicher termin",
            "message d'origine",
            "message original",
            "mensaje original",
            "messaggio originale",
            "oorspronkelijk bericht",
            "mensagem original",
            "ursprungligt meddelande",
            "oprindelig meddelelse",
            "reply message",
            "reply separator",
            "wiadomość oryginalna");
    private static final List<String> FORWARDED = List.of(
            "forwarded by",
            "forwarded message",
            "forwarded mail",
            "forward message",
            "forwarded from",
            "message forwarded",
            "weitergeleitete nachricht",
            "weitergeleitet von",
            "message transféré",
            "mensaje reenviado",
            "messaggio inoltrato",
            "doorgestuurd bericht",
            "mensagem encaminhada",
            "vidarebefordrat meddelande",
            "videresendt");
    private static final List<String> BEGIN = List.of(
            "begin forwarded message",
            "start of forwarded message",
            "anfang der weitergeleiteten nachricht",
            "début du message transféré",
            "début du message réexpédié",
            "inicio del mensaje reenviado",
            "inizio messaggio inoltrato");

    private ForwardMarker() {}

    static @Nullable Opening at(QuoteLines lines, int line) {
        if (lines.contentLength(line) > LONGEST) {
            return null;
        }
        char first = lines.first(line);
        if (rule(first)) {
            return ruled(lines, line);
        }
        if (lines.last(line) == ':' && startsWithAny(lines.content(line).toLowerCase(Locale.ROOT), BEGIN)) {
            return marker(lines, line, line, true);
        }
        return null;
    }

    private static @Nullable Opening ruled(QuoteLines lines, int line) {
        String content = lines.content(line);
        int from = 0;
        while (from < content.length() && (rule(content.charAt(from)) || content.charAt(from) == ' ')) {
            from++;
        }
        if (from == content.length()) {
            return onlyRule(lines, line, content);
        }
        String words = content.substring(from).toLowerCase(Locale.ROOT);
        if (startsWithAny(words, ORIGINAL)) {
            return marker(lines, line, line, false);
        }
        if (from >= 2 && startsWithAny(words, FORWARDED)) {
            boolean wrapped = !rule(lines.last(line))
                    && line + 1 < lines.count()
                    && lines.depth(line + 1) == lines.depth(line)
                    && rule(lines.last(line + 1));
            return marker(lines, line, wrapped ? line + 1 : line, true);
        }
        return null;
    }

    /** A rule says something only right above a header: Outlook draws one there. */
    private static @Nullable Opening onlyRule(QuoteLines lines, int line, String content) {
        int next = lines.nextFilled(line);
        boolean above = content.length() >= 5
                && next - line <= 2
                && next < lines.count()
                && lines.depth(next) == lines.depth(line)
                && QuotedHeader.at(lines, next, SentTimeReader.Hint.NONE) != null;
        if (!above) {
            return null;
        }
        return new Opening(line, line, Optional.empty(), Optional.empty(), Optional.empty(), "", false);
    }

    private static Opening marker(QuoteLines lines, int first, int last, boolean forward) {
        int next = lines.nextFilled(last);
        boolean prefixed = next < lines.count() && lines.depth(next) > lines.depth(first);
        Optional<Boolean> kind = forward ? Optional.of(true) : Optional.empty();
        return new Opening(first, last, kind, Optional.empty(), Optional.empty(), "", prefixed);
    }

    private static boolean rule(char c) {
        return c == '-' || c == '_' || c == '=' || c == '*' || c == '—' || c == '–' || c == '+';
    }

    private static boolean startsWithAny(String words, List<String> starts) {
        for (String start : starts) {
            if (words.startsWith(start)) {
                return true;
            }
        }
        return false;
    }
}
