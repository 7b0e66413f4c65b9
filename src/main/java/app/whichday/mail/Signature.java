package app.whichday.mail;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds where a writer's words end and signature, phone tail, list footer or disclaimer begin. In doubt it is text: a
 * signature that is read does little harm, a sentence that isn't read does.
 */
final class Signature {
    /** RFC 3676 §4.3 knows no limit, but a page of text under two dashes isn't a signature. */
    private static final int MAX_UNDER_DELIMITER = 40;

    private static final int MAX_UNDER_DASHES = 10;
    private static final int MAX_UNDER_CLOSING = 10;
    private static final int MAX_CONTACT = 9;
    private static final int MAX_FOOTER = 25;
    /** One below the other: a phone's, a provider's, a list's. */
    private static final int MAX_FOOTERS = 6;

    private static final Set<String> CLOSINGS = Set.of(
            "regards",
            "best regards",
            "kind regards",
            "warm regards",
            "kindest regards",
            "best",
            "all the best",
            "best wishes",
            "cheers",
            "thanks",
            "many thanks",
            "thanks again",
            "thank you",
            "thanks and regards",
            "thx",
            "sincerely",
            "sincerely yours",
            "yours sincerely",
            "yours truly",
            "yours",
            "respectfully",
            "cordially",
            "take care",
            "love",
            "thanks in advance",
            "thank you very much",
            "thanks a lot",
            "rgds",
            "later",
            "ciao",
            "talk soon",
            "with kind regards",
            "mit freundlichen grüßen",
            "mit freundlichen grüssen",
            "freundliche grüße",
            "viele grüße",
            "liebe grüße",
            "beste grüße",
            "herzliche grüße",
            "gruß",
            "grüße",
            "lg",
            "mfg",
            "vg",
            "cordialement",
            "bien cordialement",
            "bien à vous",
            "amicalement",
            "saludos",
            "un saludo",
            "atentamente",
            "saluti",
            "cordiali saluti",
            "groeten",
            "met vriendelijke groet",
            "atenciosamente",
            "abraços",
            "med vänlig hälsning",
            "hälsningar",
            "mvh");

    private static final List<String> TAILS = List.of(
            "sent from my ",
            "sent from mobile",
            "sent via blackberry",
            "sent from yahoo",
            "get outlook for ",
            "sent with ",
            "sent from outlook",
            "sent from mail for windows",
            "von meinem ",
            "gesendet von ",
            "envoyé de mon ",
            "envoyé depuis ",
            "enviado desde mi ",
            "enviado do meu ",
            "inviato da ",
            "verstuurd vanaf ",
            "skickat från min ");

    private static final List<String> FOOTERS = List.of(
            "mailing list",
            "unsubscribe",
            "listinfo",
            "to post to",
            "sponsor",
            "do you yahoo",
            "get your free",
            "hotmail",
            "this sf.net email",
            "this sf.net e-mail",
            "sign up",
            "yahoo! groups",
            "subscription",
            "free email",
            "free e-mail");

    private static final List<String> DISCLAIMERS = List.of(
            "intended recipient",
            "intended only for",
            "intended solely for",
            "sole use of",
            "may contain confidential",
            "is confidential",
            "are confidential",
            "privileged and confidential",
            "confidential and/or privileged",
            "nicht der richtige adressat",
            "vertrauliche informationen",
            "confidentiality notice",
            "virus-free",
            "consider the environment before printing");

    private Signature() {}

    /** The first line of the signature within a block's lines, one past {@code last} where there is none. */
    static int firstLine(QuoteLines lines, int first, int last) {
        int end = delimiter(lines, first, last);
        for (int i = 0; i < MAX_FOOTERS && end > first; i++) {
            int before = end;
            end = Math.min(end, footer(lines, first, filledBefore(lines, first, end)));
            if (end == before) {
                break;
            }
        }
        end = Math.min(end, contact(lines, first, filledBefore(lines, first, end)));
        return Math.min(end, underClosing(lines, first, filledBefore(lines, first, end)));
    }

    private static int filledBefore(QuoteLines lines, int first, int end) {
        int last = end - 1;
        while (last >= first && lines.blank(last)) {
            last--;
        }
        return last;
    }

    private static int delimiter(QuoteLines lines, int first, int last) {
        int filled = 0;
        for (int line = last; line >= first && filled <= MAX_UNDER_DELIMITER; line--) {
            if (lines.blank(line)) {
                continue;
            }
            if (lines.contentLength(line) == 2
                    && lines.first(line) == '-'
                    && lines.last(line) == '-'
                    && filled <= (lines.spaceAfter(line) ? MAX_UNDER_DELIMITER : MAX_UNDER_DASHES)) {
                return line;
            }
            filled++;
        }
        return last + 1;
    }

    /** The last paragraph, or what stands under the last rule, if it is one of a list, a phone or a lawyer. */
    private static int footer(QuoteLines lines, int first, int last) {
        if (last < first) {
            return last + 1;
        }
        if (lines.contentLength(last) <= 100 && startsWithAny(lower(lines, last), TAILS)) {
            return last;
        }
        int from = paragraph(lines, first, last);
        String paragraph = joined(lines, from, last);
        if (containsAny(paragraph, DISCLAIMERS)) {
            return ruleAbove(lines, first, from);
        }
        int rule = -1;
        for (int line = last; line >= first && last - line <= MAX_FOOTER; line--) {
            if (rule(lines, line)) {
                rule = line;
                if (line < last && containsAny(joined(lines, line + 1, Math.min(last, line + 4)), FOOTERS)) {
                    return line;
                }
            }
        }
        boolean address = paragraph.contains("http") || paragraph.contains("@");
        boolean leaving = paragraph.startsWith("to unsubscribe") || paragraph.startsWith("unsubscribe");
        if (leaving && address && last - from <= 4) {
            return ruleAbove(lines, first, from);
        }
        return rule == last ? last : last + 1;
    }

    private static int ruleAbove(QuoteLines lines, int first, int from) {
        int above = filledBefore(lines, first, from);
        return above >= first && rule(lines, above) ? above : from;
    }

    private static boolean rule(QuoteLines lines, int line) {
        char c = lines.first(line);
        if (lines.contentLength(line) < 8 || "-_=*~".indexOf(c) < 0) {
            return false;
        }
        String content = lines.content(line);
        for (int i = 1; i < content.length(); i++) {
            if (content.charAt(i) != c && content.charAt(i) != ' ') {
                return false;
            }
        }
        return true;
    }

    private static int paragraph(QuoteLines lines, int first, int last) {
        int from = last;
        while (from > first && !lines.blank(from - 1) && last - from < MAX_FOOTER) {
            from--;
        }
        return from;
    }

    /** The name and what follows it under "Regards,". */
    private static int underClosing(QuoteLines lines, int first, int last) {
        int filled = 0;
        for (int line = last; line > first && filled <= MAX_UNDER_CLOSING; line--) {
            if (lines.blank(line)) {
                continue;
            }
            if (filled > 0 && closing(lines, line)) {
                return lines.nextFilled(line);
            }
            if (!shortLine(lines, line)) {
                return last + 1;
            }
            filled++;
        }
        return last + 1;
    }

    private static boolean closing(QuoteLines lines, int line) {
        if (lines.contentLength(line) > 40) {
            return false;
        }
        String words = lower(lines, line);
        int end = words.length();
        while (end > 0 && ",.!;-".indexOf(words.charAt(end - 1)) >= 0) {
            end--;
        }
        return CLOSINGS.contains(words.substring(0, end));
    }

    /** A last paragraph of short lines that begins with a name and holds a phone number or an address. */
    private static int contact(QuoteLines lines, int first, int last) {
        if (last <= first) {
            return last + 1;
        }
        int from = paragraph(lines, first, last);
        if (from == first || last - from < 1 || last - from >= MAX_CONTACT || !name(lines.content(from))) {
            return last + 1;
        }
        boolean reachable = false;
        for (int line = from; line <= last; line++) {
            if (!shortLine(lines, line)) {
                return last + 1;
            }
            reachable |= line > from && reachable(lines.content(line));
        }
        return reachable ? from : last + 1;
    }

    private static boolean name(String content) {
        String[] words = content.split(" ");
        if (words.length < 2 || words.length > 4) {
            return false;
        }
        for (String word : words) {
            if (word.isEmpty() || !Character.isUpperCase(word.charAt(0)) || word.endsWith(":")) {
                return false;
            }
            for (int i = 0; i < word.length(); i++) {
                if (Character.isDigit(word.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean reachable(String content) {
        int digits = 0;
        for (int i = 0; i < content.length(); i++) {
            digits += Character.isDigit(content.charAt(i)) ? 1 : 0;
        }
        return digits >= 7 && content.indexOf('/') < 0 && content.indexOf('$') < 0
                || digits >= 10
                || content.indexOf('@') > 0
                || content.startsWith("www.")
                || content.startsWith("http");
    }

    /** A line that a signature may have: short, no sentence, nothing that points at a time. */
    private static boolean shortLine(QuoteLines lines, int line) {
        if (lines.contentLength(line) > 70) {
            return false;
        }
        String content = lines.content(line);
        String[] words = content.split(" ");
        char end = content.charAt(content.length() - 1);
        if (end == '?' || end == '!' || end == ':' || end == '.' && words.length > 5) {
            return false;
        }
        for (String word : words) {
            String bare = bare(word);
            if (TIME_WORDS.contains(bare) || CalendarWords.weekday(bare) != null || clock(word)) {
                return false;
            }
            if (CalendarWords.month(bare) != null && content.chars().anyMatch(Character::isDigit)) {
                return false;
            }
        }
        return true;
    }

    private static final Set<String> TIME_WORDS = Set.of(
            "tomorrow",
            "today",
            "tonight",
            "yesterday",
            "ps",
            "p.s",
            "deadline",
            "noon",
            "week",
            "weekend",
            "morgen",
            "heute",
            "demain",
            "mañana");

    private static boolean clock(String word) {
        int colon = word.indexOf(':');
        return colon > 0
                && colon + 1 < word.length()
                && Character.isDigit(word.charAt(colon - 1))
                && Character.isDigit(word.charAt(colon + 1));
    }

    private static String bare(String word) {
        int from = 0;
        int to = word.length();
        while (from < to && !Character.isLetterOrDigit(word.charAt(from))) {
            from++;
        }
        while (to > from && !Character.isLetterOrDigit(word.charAt(to - 1))) {
            to--;
        }
        return word.substring(from, to).toLowerCase(Locale.ROOT);
    }

    private static String joined(QuoteLines lines, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int line = from; line <= to && text.length() < 2_000; line++) {
            text.append(text.isEmpty() ? "" : " ").append(lower(lines, line));
        }
        return text.toString();
    }

    private static String lower(QuoteLines lines, int line) {
        return lines.content(line).toLowerCase(Locale.ROOT);
    }

    private static boolean startsWithAny(String text, List<String> starts) {
        return starts.stream().anyMatch(text::startsWith);
    }

    private static boolean containsAny(String text, List<String> parts) {
        return parts.stream().anyMatch(text::contains);
    }
}
