package app.whichday.event;

import app.whichday.mail.Mail;
import app.whichday.mail.Sentence;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where it is: a call's link, a line that says so, a room, an address, a bridge's number, a name behind "at". */
final class Place {
    private static final int LONGEST = 120;
    private static final List<String> CALL_HOSTS = List.of(
            "zoom.us",
            "meet.google.com",
            "teams.microsoft.com",
            "teams.live.com",
            "webex.com",
            "whereby.com",
            "meet.jit.si");
    private static final Pattern LINE = Pattern.compile(
            "(?im)^[ \\t>*]{0,8}(?:where|location|place|venue|room|ort|wo|raum):[ \\t]{0,20}(\\S[^\\n]{0,118})");
    private static final Pattern ROOM = Pattern.compile(
            "\\b(?:(?:conference |meeting )?[Rr]oom|Raum|Saal|Zimmer|Suite) (?:[A-Z]?\\d{1,5}[A-Za-z]?|[A-Z][A-Za-z]{0,20})\\b"
                    + "|\\b(?:[Tt]he )?[A-Z][a-z]{1,20} (?:[Cc]onference [Rr]oom|[Mm]eeting [Rr]oom|[Rr]oom)\\b"
                    + "|\\b[A-Z]{2,3} ?\\d{3,5}[A-Za-z]?\\d?\\b");
    private static final Pattern OFFICE = Pattern.compile(
            "\\b(?:my|your|[A-Z][a-z]{1,20}'s) (?:office|desk|place|house)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS = Pattern.compile(
            "\\b\\d{1,5} (?:[A-Z][a-z]{1,20} ){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Boulevard|Blvd|Drive|Square|Place)\\b"
                    + "|\\b[A-ZÄÖÜ][a-zäöüß]{2,24}(?:straße|strasse|str\\.|platz|weg|allee) \\d{1,4}\\b");
    private static final Pattern NUMBER = Pattern.compile("\\+?\\d[\\d() .-]{6,18}\\d");
    private static final Pattern AT_NAME = Pattern.compile(
            "\\b(?:at|in|im|bei) ((?:the )?(?:[A-ZÄÖÜ][\\p{L}'&]{1,20})(?: (?:[A-ZÄÖÜ][\\p{L}'&]{1,20}|of|and|de|la)){0,3})");
    private static final List<String> NO_PLACES = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "i",
            "if",
            "my",
            "your",
            "noon",
            "am",
            "pm");

    private Place() {}

    /** @param near sentences around the evidence, the closest first */
    static Optional<String> of(Mail mail, List<Sentence> near) {
        return link(mail.newText()).or(() -> line(mail.newText())).or(() -> first(near, mail, Place::within));
    }

    private static Optional<String> first(List<Sentence> near, Mail mail, Function<String, Optional<String>> place) {
        return near.stream()
                .map(sentence -> place.apply(sentence.text(mail).replace('\n', ' ')))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> within(String sentence) {
        return match(ROOM, sentence, 0)
                .or(() -> match(ADDRESS, sentence, 0))
                .or(() -> match(OFFICE, sentence, 0))
                .or(() -> bridge(sentence));
    }

    private static Optional<String> match(Pattern pattern, String text, int group) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(group).strip()) : Optional.empty();
    }

    private static Optional<String> line(String text) {
        return match(LINE, text, 1).filter(place -> place.length() > 1);
    }

    private static Optional<String> bridge(String sentence) {
        String words = sentence.toLowerCase(Locale.ROOT);
        boolean bridge = words.contains("dial")
                || words.contains("bridge")
                || words.contains("call-in")
                || words.contains("call in");
        return bridge ? match(NUMBER, sentence, 0) : Optional.empty();
    }

    private static Optional<String> name(String sentence) {
        Matcher matcher = AT_NAME.matcher(sentence);
        while (matcher.find()) {
            String name = matcher.group(1);
            String first = name.toLowerCase(Locale.ROOT).split(" ", 2)[0];
            if (!NO_PLACES.contains(first)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    /** The first link to a call of a known service. The text is not trusted: only a well-formed https link on such a host counts. */
    private static Optional<String> link(String text) {
        for (int at = text.indexOf("https://"); at >= 0; at = text.indexOf("https://", at + 8)) {
            int end = at;
            while (end < text.length() && end - at < 2 * LONGEST && isUrl(text.charAt(end))) {
                end++;
            }
            String url = text.substring(at, end).replaceFirst("[.,;:!?]$", "");
            if (isCall(url)) {
                return Optional.of(url);
            }
        }
        return Optional.empty();
    }

    private static boolean isUrl(char c) {
        return c > ' ' && c < 127 && "<>\"'()[]{}|\\^`".indexOf(c) < 0;
    }

    private static boolean isCall(String url) {
        try {
            String host = URI.create(url).getHost();
            return host != null && CALL_HOSTS.stream().anyMatch(call -> host.equals(call) || host.endsWith("." + call));
        } catch (IllegalArgumentException notAUrl) {
            return false;
        }
    }
}
